package nl.wegwijzer.seal;

/**
 * Something sealed could not be opened: it was tampered with, belongs elsewhere, or the key is another's. The three are
 * deliberately indistinguishable.
 */
public class UnsealException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was being opened, never what it holds. */
    public UnsealException(String what) {
        super(what);
    }

    /** Says what was being opened, with the cipher's own complaint as the cause. */
    public UnsealException(String what, Throwable cause) {
        super(what, cause);
    }
}
