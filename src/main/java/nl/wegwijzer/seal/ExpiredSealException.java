package nl.wegwijzer.seal;

/** A form that was sealed by us and is intact, but older than it may be. */
public final class ExpiredSealException extends UnsealException {
    private static final long serialVersionUID = 1L;

    /** Says what has expired. */
    public ExpiredSealException(String what) {
        super(what);
    }
}
