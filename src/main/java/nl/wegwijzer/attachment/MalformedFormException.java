package nl.wegwijzer.attachment;

/** A body that is no multipart form as browsers send it, or that has more parts or longer fields than ours. */
public final class MalformedFormException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong with the form, never what it holds. */
    public MalformedFormException(String what) {
        super(what);
    }
}
