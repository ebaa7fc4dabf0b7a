package nl.wegwijzer.reading;

import nl.wegwijzer.taxonomy.WireValue;

/** The language a text is written in, as far as it matters to the chat. */
public enum TextLanguage implements WireValue {
    NL,
    EN,
    /** Another language, or too little text to tell. */
    ANDERS
}
