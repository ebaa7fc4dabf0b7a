package nl.wegwijzer.account;

/** Something that was to be created can't be, for a reason that the administrator can do something about. */
public final class AdministrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says in one line what is wrong. */
    public AdministrationException(String message) {
        super(message);
    }
}
