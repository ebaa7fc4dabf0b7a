package nl.wegwijzer.routing;

import nl.wegwijzer.taxonomy.WireValue;

/** A statutory or safety notice that stays with the case whatever the reporter chooses (domain §3, §10). */
public enum Notice implements WireValue {
    /** The board is told at once, without content: possible sexual offence by staff (WPO 4a), or nobody left to read. */
    BEVOEGD_GEZAG,
    /** The steps of the meldcode huiselijk geweld are shown to the official. */
    MELDCODE,
    /** The receiving official and the school's safety contact are told type, place and time. */
    VEILIGHEID
}
