package nl.wegwijzer.account;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.wegwijzer.seal.Expansion;
import nl.wegwijzer.seal.Randomness;

/**
 * Recognises devices on which somebody signed in before, by a cookie that only this deployment can make. It proves
 * nothing but that: it spares the person the delays that an attack on their account causes to strangers.
 */
final class KnownDevice {
    private static final int ID_BYTES = 16;
    private static final int PROOF_BYTES = 16;

    private final Supplier<byte[]> secret;

    /**
     * Recognises by a secret.
     *
     * @param secret the same on every node
     */
    KnownDevice(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    /** Makes the cookie of a device on which this official has just signed in. */
    String remember(UUID official) {
        byte[] id = Randomness.bytes(ID_BYTES);
        byte[] cookie = Arrays.copyOf(id, ID_BYTES + PROOF_BYTES);
        System.arraycopy(proof(official, id), 0, cookie, ID_BYTES, PROOF_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cookie);
    }

    /** Returns the id of the device when this official signed in on it before. */
    Optional<String> recognise(UUID official, String cookie) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cookie);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + PROOF_BYTES) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(bytes, ID_BYTES);
        byte[] given = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        return MessageDigest.isEqual(proof(official, id), given)
                ? Optional.of(Base64.getUrlEncoder().encodeToString(id))
                : Optional.empty();
    }

    private byte[] proof(UUID official, byte[] id) {
        String label = "apparaat " + official + " " + Base64.getUrlEncoder().encodeToString(id);
        return Expansion.of(secret.get(), label, PROOF_BYTES);
    }
}
