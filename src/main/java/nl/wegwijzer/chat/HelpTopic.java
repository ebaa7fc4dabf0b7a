package nl.wegwijzer.chat;

import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.WireValue;

/** What a help card is about, in the order in which cards are shown (domain §4 and §10). */
public enum HelpTopic implements WireValue {
    GEWELD_NU,
    MEDISCH,
    /** The reporter answered "ik ben nu in gevaar". */
    GEVAAR,
    ZELFDODING,
    SEKSUEEL_GEWELD,
    THUIS,
    SEXTORTION,
    /** Someone to talk with, when the story is sad or the reporter does not feel safe. */
    PRATEN;

    /** Returns the card that belongs to a crisis signal. */
    static HelpTopic of(Alert alert) {
        return switch (alert) {
            case GEWELD_NU -> GEWELD_NU;
            case MEDISCH -> MEDISCH;
            case ZELFDODING -> ZELFDODING;
            case SEKSUEEL_GEWELD -> SEKSUEEL_GEWELD;
            case THUIS -> THUIS;
            case SEXTORTION -> SEXTORTION;
        };
    }
}
