package nl.wegwijzer.server;

/** Something keeps the product from starting; the message is one clear line for whoever started it. */
public final class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes the line to print. */
    public StartupException(String line) {
        super(line);
    }

    /** Takes the line to print and what lies behind it. */
    public StartupException(String line, Throwable cause) {
        super(line, cause);
    }
}
