package nl.wegwijzer.reading;

import nl.wegwijzer.taxonomy.WireValue;

/**
 * Something in a text that may give the writer away.
 *
 * @param kind what it is
 * @param start index of its first char in the text
 * @param end index after its last char
 * @param text the words themselves
 */
public record IdentifyingDetail(Kind kind, int start, int end, String text) {

    /** What kind of detail it is. */
    public enum Kind implements WireValue {
        NAAM,
        KLAS,
        TELEFOON,
        EMAIL,
        ADRES,
        /** "ik ben de enige … in de klas" */
        UNIEK
    }
}
