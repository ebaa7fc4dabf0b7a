package nl.wegwijzer.account;

/**
 * The page on which the device makes a passkey. It posts {@code clientDataJSON} and {@code attestationObject} as base64url,
 * with {@code stap}, {@code naam} and {@code bewijs}, to {@code action}.
 *
 * @param name what the owner calls it
 * @param step value of the hidden field {@code stap}
 * @param options what is asked of the browser, in JSON
 * @param origin the address at which passkeys work
 * @param formToken value of the hidden field {@code bewijs}
 */
public record NewPasskeyPage(String action, String name, String step, String options, String origin, String formToken) {
    @Override
    public String toString() {
        return "NewPasskeyPage[redacted]";
    }
}
