package nl.wegwijzer.chat;

import nl.wegwijzer.taxonomy.WireValue;

/**
 * The names of all questions, in the order in which an experienced contactpersoon asks them (domain §7). The wire value
 * stands in {@code data-vraag}, in a report's entries and in the keys of the texts.
 */
public enum QuestionName implements WireValue {
    WIE,
    /** Staff only: what the meldplicht asks of them, before anything else. */
    MELDPLICHT,
    OVER_WIE,
    /** Parents only: does the child know. */
    WEET_KIND,
    VERHAAL,
    VEILIG,
    /** Parents only: what the child says. */
    ZEGT_KIND,
    /** Asked only when the reading is unsure; can always be changed in the review. */
    SOORT,
    WIE_DOET_DIT,
    /** Asked when one of the school's own officials is accused, so that rule 2 knows whom to keep out. */
    WELKE_FUNCTIONARIS,
    /** Asked only where the age decides about the statutory notice (domain §3). */
    ACHTTIEN,
    WAAR,
    WANNEER,
    GEZIEN_DOOR,
    AL_GEDAAN,
    WENS,
    NIET_GEWENST,
    /** Parents only: a concern, or a complaint. */
    ZORG_OF_KLACHT,
    STAPPEN,
    ONTVANGER,
    NAAM,
    /** Anonymous and in danger only: a number to call back. */
    TELEFOON,
    /** Anonymous only: words in the story that give the writer away. */
    DETAILS,
    MEEGAAN,
    CONTROLE
}
