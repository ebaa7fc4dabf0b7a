package nl.wegwijzer.chat;

/** A conversation in a form that this release does not know: the page is from another release. */
public final class UnknownConversationVersionException extends MalformedConversationException {
    private static final long serialVersionUID = 1L;

    /** Says which version was found. */
    public UnknownConversationVersionException(int version) {
        super("conversation version " + version + " is not known");
    }
}
