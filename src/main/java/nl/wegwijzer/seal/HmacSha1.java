package nl.wegwijzer.seal;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-1 (RFC 2104), which every authenticator app uses for its codes; for nothing else. */
public final class HmacSha1 {
    private static final String NAME = "HmacSHA1";

    private HmacSha1() {}

    /** Returns the 20 bytes that authenticate {@code message} under {@code key}. */
    public static byte[] of(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(NAME);
            mac.init(new SecretKeySpec(key, NAME));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA1 is missing from this Java runtime", e);
        }
    }
}
