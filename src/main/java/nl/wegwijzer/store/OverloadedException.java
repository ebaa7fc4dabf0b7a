package nl.wegwijzer.store;

/** Too much slow work is already waiting; the caller should answer 503 with Retry-After and keep what was typed. */
public final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says which work is refused. */
    public OverloadedException(String work) {
        super(work + " is overloaded");
    }
}
