package nl.wegwijzer.report;

/** Content opened with the right key but is not in a form this software knows. */
public final class UnreadableContentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is unreadable, never what it holds. */
    public UnreadableContentException(String what) {
        super(what);
    }
}
