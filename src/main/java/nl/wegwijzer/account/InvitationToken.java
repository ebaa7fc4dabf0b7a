package nl.wegwijzer.account;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import nl.wegwijzer.seal.Randomness;

/** The secret part of a one-time link. The database holds only its hash, so that reading it gives nobody an account. */
final class InvitationToken {
    private static final int BYTES = 32;

    private final byte[] token;

    private InvitationToken(byte[] token) {
        this.token = token;
    }

    static InvitationToken generate() {
        return new InvitationToken(Randomness.bytes(BYTES));
    }

    /** Reads the end of a link; empty when it is not one of ours. */
    static Optional<InvitationToken> ofLink(String text) {
        try {
            byte[] token = Base64.getUrlDecoder().decode(text);
            return token.length == BYTES ? Optional.of(new InvitationToken(token)) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Returns the end of the link. */
    String link() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }

    @Override
    public String toString() {
        return "InvitationToken[redacted]";
    }
}
