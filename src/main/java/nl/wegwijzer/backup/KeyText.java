package nl.wegwijzer.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import nl.wegwijzer.seal.BoxKeyPair;

/** A key of 32 bytes as text that can be copied: a word that says which half it is, then base64url with a checksum. */
record KeyText(String word) {
    static final KeyText PUBLIC = new KeyText("wegwijzer-backup-public-");
    static final KeyText PRIVATE = new KeyText("wegwijzer-backup-private-");
    private static final int CHECK_BYTES = 4;

    String write(byte[] key) {
        byte[] checked = Arrays.copyOf(key, key.length + CHECK_BYTES);
        System.arraycopy(check(key), 0, checked, key.length, CHECK_BYTES);
        return word + Base64.getUrlEncoder().withoutPadding().encodeToString(checked);
    }

    /** Returns the key; empty when the text is something else or has a typing error. */
    Optional<byte[]> read(String text) {
        if (!text.startsWith(word)) {
            return Optional.empty();
        }
        byte[] checked;
        try {
            checked = Base64.getUrlDecoder().decode(text.substring(word.length()));
        } catch (IllegalArgumentException mistyped) {
            return Optional.empty();
        }
        if (checked.length != BoxKeyPair.KEY_BYTES + CHECK_BYTES) {
            return Optional.empty();
        }
        byte[] key = Arrays.copyOf(checked, BoxKeyPair.KEY_BYTES);
        byte[] expected = check(key);
        return Arrays.equals(checked, key.length, checked.length, expected, 0, CHECK_BYTES)
                ? Optional.of(key)
                : Optional.empty();
    }

    private byte[] check(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(word.getBytes(StandardCharsets.US_ASCII));
            return digest.digest(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }
}
