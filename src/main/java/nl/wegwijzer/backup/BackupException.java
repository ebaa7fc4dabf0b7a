package nl.wegwijzer.backup;

/** A backup or restore is refused; the message is one clear line for whoever asked for it. */
public final class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes the line to print. */
    public BackupException(String line) {
        super(line);
    }

    /** Takes the line to print and what lies behind it. */
    public BackupException(String line, Throwable cause) {
        super(line, cause);
    }
}
