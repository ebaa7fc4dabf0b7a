package nl.wegwijzer.chat;

/** Bytes that are not a conversation. As the form is sealed, this means a fault of ours or a page from an older release. */
public class MalformedConversationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong with the bytes, never what they hold. */
    public MalformedConversationException(String what) {
        super(what);
    }
}
