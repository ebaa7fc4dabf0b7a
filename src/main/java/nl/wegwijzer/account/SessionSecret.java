package nl.wegwijzer.account;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.seal.AssociatedData;
import nl.wegwijzer.seal.BoxKeyPair;
import nl.wegwijzer.seal.Expansion;
import nl.wegwijzer.seal.Randomness;
import nl.wegwijzer.seal.SecretLock;

/**
 * The random secret in the cookie of somebody who is signed in. The database knows a row by a hash derived from it and
 * keeps the private key locked under another derivation: a leaked database opens nothing, and any node can serve.
 */
final class SessionSecret {
    private static final int BYTES = 32;
    private static final int FORM_TOKEN_BYTES = 24;

    private final byte[] secret;

    private SessionSecret(byte[] secret) {
        this.secret = secret;
    }

    static SessionSecret generate() {
        return new SessionSecret(Randomness.bytes(BYTES));
    }

    /** Reads a cookie; empty when it is not one of ours. */
    static Optional<SessionSecret> ofCookie(String value) {
        try {
            byte[] secret = Base64.getUrlDecoder().decode(value);
            return secret.length == BYTES ? Optional.of(new SessionSecret(secret)) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    String cookie() {
        return text(secret);
    }

    /** Returns the key of the session's row. */
    byte[] rowKey() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Expansion.of(secret, "sessie: rij", BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }

    /** Returns the proof that a form came from a page of this session; the same in every tab. */
    FormToken formToken() {
        return new FormToken(text(Expansion.of(secret, "sessie: formulier", FORM_TOKEN_BYTES)));
    }

    byte[] lock(BoxKeyPair pair, UUID official) {
        return SecretLock.lock(keyLock(), place(official), pair.privateKey());
    }

    BoxKeyPair unlock(byte[] locked, UUID official) {
        return BoxKeyPair.ofPrivateKey(SecretLock.unlock(keyLock(), place(official), locked));
    }

    @Override
    public String toString() {
        return "SessionSecret[redacted]";
    }

    private byte[] keyLock() {
        return Expansion.of(secret, "sessie: sleutel", BYTES);
    }

    private static AssociatedData place(UUID official) {
        return AssociatedData.of("session", official);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
