package nl.wegwijzer.attachment;

/** A file that is not kept, with the reason that the reporter is told. It never quotes the file or its name. */
public final class RefusedPictureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    /** Refuses for a reason. */
    public RefusedPictureException(Refusal refusal) {
        super("picture refused: " + refusal.wire());
        this.refusal = refusal;
    }

    /** Refuses for a reason that another failure showed. */
    public RefusedPictureException(Refusal refusal, Throwable cause) {
        super("picture refused: " + refusal.wire(), cause);
        this.refusal = refusal;
    }

    /** Returns the reason. */
    public Refusal refusal() {
        return refusal;
    }
}
