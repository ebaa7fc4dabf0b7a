package nl.wegwijzer.account;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.seal.AssociatedData;
import nl.wegwijzer.seal.Expansion;
import nl.wegwijzer.seal.Randomness;
import nl.wegwijzer.seal.SecretLock;

/**
 * The random secret in a page that waits for a passkey. As with {@link SessionSecret}, the database knows the row by a
 * hash and keeps what the passphrase opened locked under another derivation: neither the row nor a page without its row
 * opens anything.
 */
final class StepToken {
    /** Name of the hidden field. */
    static final String FIELD = "stap";

    private static final int BYTES = 32;

    private final byte[] secret;

    private StepToken(byte[] secret) {
        this.secret = secret;
    }

    static StepToken generate() {
        return new StepToken(Randomness.bytes(BYTES));
    }

    /** Reads a hidden field; empty when it is not one of ours. */
    static Optional<StepToken> ofField(String value) {
        try {
            byte[] secret = Base64.getUrlDecoder().decode(value);
            return secret.length == BYTES ? Optional.of(new StepToken(secret)) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    String field() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Returns the key of the row. */
    byte[] rowKey() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Expansion.of(secret, "stap: rij", BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }

    byte[] lock(OfficialKeys keys, UUID official) {
        return SecretLock.lock(keyLock(), place(official), keys.bytes());
    }

    OfficialKeys unlock(byte[] locked, UUID official) {
        return OfficialKeys.ofBytes(SecretLock.unlock(keyLock(), place(official), locked));
    }

    @Override
    public String toString() {
        return "StepToken[redacted]";
    }

    private byte[] keyLock() {
        return Expansion.of(secret, "stap: sleutel", BYTES);
    }

    private static AssociatedData place(UUID official) {
        return AssociatedData.of("tweede stap", official);
    }
}
