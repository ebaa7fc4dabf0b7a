package nl.wegwijzer.account;

/**
 * A new recovery code, shown once.
 *
 * @param code in groups, to print
 */
public record RecoveryCodePage(String code) {
    @Override
    public String toString() {
        return "RecoveryCodePage[redacted]";
    }
}
