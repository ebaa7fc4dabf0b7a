package nl.wegwijzer.taxonomy;

/** Who did it, as a kind of person. {@code OUDER} is anyone of a household; {@code FUNCTIONARIS} is one of the school's own officials. */
public enum Accused implements WireValue {
    LEERLING,
    PERSONEEL,
    SCHOOLLEIDING,
    FUNCTIONARIS,
    OUDER,
    BUITENSTAANDER,
    ONBEKEND
}
