package nl.wegwijzer.retention;

import nl.wegwijzer.taxonomy.WireValue;

/** Why an official may ask for more time. A fixed list: what is written freely would be content in the clear. */
public enum PostponeReason implements WireValue {
    /** The talks with the reporter go on. */
    GESPREK_LOOPT,
    /** There is a formal complaint. */
    KLACHTENPROCEDURE,
    /** Somebody outside school is at work: police, inspectorate, Veilig Thuis. */
    ANDERE_INSTANTIE,
    /** The reporter asked for it. */
    MELDER_VRAAGT,
    /** The annual report has not been written yet. */
    JAARVERSLAG
}
