package nl.wegwijzer.taxonomy;

/** The languages in which the chat is held. */
public enum Language implements WireValue {
    NL,
    EN
}
