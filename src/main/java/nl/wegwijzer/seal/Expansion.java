package nl.wegwijzer.seal;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** Derives independent keys from one strong secret: HKDF-SHA256 (RFC 5869), told apart by a label. */
public final class Expansion {
    private Expansion() {}

    /**
     * Derives {@code length} bytes.
     *
     * @param secret random bytes, not a passphrase
     * @param label what the derived bytes are for
     */
    public static byte[] of(byte[] secret, String label, int length) {
        HKDFBytesGenerator expand = new HKDFBytesGenerator(new SHA256Digest());
        expand.init(new HKDFParameters(secret, null, label.getBytes(StandardCharsets.UTF_8)));
        byte[] derived = new byte[length];
        expand.generateBytes(derived, 0, length);
        return derived;
    }
}
