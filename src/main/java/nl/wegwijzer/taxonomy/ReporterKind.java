package nl.wegwijzer.taxonomy;

/** Who tells: a pupil, a parent (or another adult around a child), or a member of staff. */
public enum ReporterKind implements WireValue {
    LEERLING,
    OUDER,
    PERSONEEL
}
