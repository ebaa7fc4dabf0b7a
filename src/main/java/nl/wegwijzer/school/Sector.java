package nl.wegwijzer.school;

import nl.wegwijzer.taxonomy.WireValue;

/** The sector of a school: primary, secondary or vocational (A11). */
public enum Sector implements WireValue {
    PO,
    VO,
    MBO
}
