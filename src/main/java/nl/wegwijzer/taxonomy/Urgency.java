package nl.wegwijzer.taxonomy;

/** How soon an official must look: {@code ACUUT} is danger now or announced, {@code HOOG} one school day, {@code NORMAAL} three school days. */
public enum Urgency implements WireValue {
    ACUUT,
    HOOG,
    NORMAAL
}
