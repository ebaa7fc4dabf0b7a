package nl.wegwijzer.taxonomy;

/** What a report is about: the twelve labels of the taxonomy. A label says what happened; danger raises the {@link Urgency}, not the label. */
public enum Category implements WireValue {
    PESTEN,
    CYBERPESTEN,
    INTIMIDATIE,
    GEWELD,
    DISCRIMINATIE,
    SEKSUEEL,
    WAPENS_DRUGS,
    VERNIELING_DIEFSTAL,
    THUISSITUATIE,
    WELZIJN,
    KLACHT,
    OVERIG
}
