package nl.wegwijzer.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The hidden field {@code bewijs}: proof that a form was served to this session. It stays the same as long as the
 * session, so that a second tab and a double click keep working.
 *
 * @param value as it stands in the page
 */
public record FormToken(String value) {
    /** Name of the hidden field. */
    public static final String FIELD = "bewijs";

    /** Compares in constant time. */
    boolean matches(String given) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "FormToken[redacted]";
    }
}
