package nl.wegwijzer.seal;

/**
 * A form that was sealed by us and is intact, but older than it may be. It carries what it held, so that a page left open
 * for too long loses nothing: the reader decides what an old state may still be used for.
 */
public final class ExpiredSealException extends UnsealException {
    private static final long serialVersionUID = 1L;

    private final transient byte[] state;

    ExpiredSealException(String what, byte[] state) {
        super(what);
        this.state = state.clone();
    }

    /** Returns what the form held: authentic, but old. */
    public byte[] state() {
        return state.clone();
    }
}
