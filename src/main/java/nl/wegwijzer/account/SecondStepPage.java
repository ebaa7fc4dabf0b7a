package nl.wegwijzer.account;

/**
 * The step after name and passphrase. A passkey posts {@code id}, {@code clientDataJSON}, {@code authenticatorData},
 * {@code signature} and {@code userHandle} as base64url to {@code action}; whoever has none here posts {@code code}. Both
 * carry {@code stap}. The page looks the same whether name and passphrase were right or not.
 *
 * @param step value of the hidden field {@code stap}
 * @param options what is asked of the browser, in JSON
 * @param origin the address at which passkeys work
 */
public record SecondStepPage(String action, String step, String options, String origin) {
    @Override
    public String toString() {
        return "SecondStepPage[redacted]";
    }
}
