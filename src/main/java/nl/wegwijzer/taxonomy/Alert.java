package nl.wegwijzer.taxonomy;

/** A crisis signal found in a message by rule. The order is the order in which the help cards are shown. */
public enum Alert implements WireValue {
    GEWELD_NU,
    MEDISCH,
    ZELFDODING,
    SEKSUEEL_GEWELD,
    THUIS,
    SEXTORTION
}
