package nl.wegwijzer.routing;

import nl.wegwijzer.taxonomy.WireValue;

/** Why this person: the chat and the case file put it in plain words. */
public enum Reason implements WireValue {
    /** The routing table names this person's role. */
    TABEL,
    /** The reporter chose this person. */
    EIGEN_KEUZE,
    /** The reporter chose this person, who is away at the moment. */
    EIGEN_KEUZE_AFWEZIG,
    /** The table's first persons are away; this one is next in line. */
    VERVANGING,
    /** The table's first persons are accused or excluded; this one is next in line. */
    NIET_BETROKKEN,
    /** Everyone is away; the first in order gets it, and the clock counts on. */
    IEDEREEN_AFWEZIG,
    /** Everyone is accused or excluded: only the board is told, without content. */
    NIEMAND_OVER
}
