package nl.wegwijzer.account;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import nl.wegwijzer.seal.HmacSha1;
import nl.wegwijzer.seal.Randomness;

/**
 * The second factor: time-based one-time codes (RFC 6238) as every authenticator app makes them: SHA-1, six digits, a
 * new one every 30 seconds. A clock may be one step off; a code that was used is never taken again.
 */
public final class Totp {
    /** Length of a secret in bytes. */
    public static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final int WINDOW = 1;
    private static final String ISSUER = "Wegwijzer";

    private Totp() {}

    /** Draws a secret. */
    public static byte[] newSecret() {
        return Randomness.bytes(SECRET_BYTES);
    }

    /** Returns the code that an app shows at this moment. */
    public static String codeAt(byte[] secret, Instant moment) {
        return code(secret, step(moment));
    }

    /**
     * Finds the time step that a typed code belongs to.
     *
     * @param typed spaces are ignored, since apps show the code in two groups
     * @param lastUsed the step of the last code that was accepted; that one and earlier ones are refused
     * @return empty when the code is wrong, too old, too early or used before
     */
    static OptionalLong acceptedStep(byte[] secret, String typed, Instant now, long lastUsed) {
        byte[] code = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        OptionalLong accepted = OptionalLong.empty();
        for (long step = step(now) - WINDOW; step <= step(now) + WINDOW; step++) {
            boolean same = MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), code);
            if (same && step > lastUsed && accepted.isEmpty()) {
                accepted = OptionalLong.of(step);
            }
        }
        return accepted;
    }

    /** Returns the address that an authenticator app reads from a QR code. */
    static String address(byte[] secret, String login) {
        return "otpauth://totp/" + encode(ISSUER) + ":" + encode(login) + "?secret=" + Base32.encode(secret)
                + "&issuer=" + encode(ISSUER) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_SECONDS;
    }

    private static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    private static String code(byte[] secret, long step) {
        byte[] hash = HmacSha1.of(
                secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int binary = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format("%0" + DIGITS + "d", binary % MODULUS);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
