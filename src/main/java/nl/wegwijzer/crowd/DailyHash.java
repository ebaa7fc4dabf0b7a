package nl.wegwijzer.crowd;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import nl.wegwijzer.seal.Randomness;

/**
 * Turns whoever is counted into a hash that means nothing to anybody: the salt lives in memory only and is thrown away
 * when the day turns, so yesterday's hashes can't be tied to today's.
 */
final class DailyHash {
    private static final int SALT_BYTES = 32;
    private static final int HASH_BYTES = 16;

    private final Clock clock;
    private volatile Salt salt;

    private record Salt(LocalDate day, byte[] bytes) {}

    DailyHash(Clock clock) {
        this.clock = clock;
        this.salt = fresh(LocalDate.now(clock));
    }

    /** Returns today's hash of somebody or something. */
    String of(String who) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ofToday().bytes());
            byte[] hash = digest.digest(who.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }

    private Salt ofToday() {
        LocalDate today = LocalDate.now(clock);
        Salt known = salt;
        return known.day().equals(today) ? known : renew(today);
    }

    private synchronized Salt renew(LocalDate today) {
        if (!salt.day().equals(today)) {
            salt = fresh(today);
        }
        return salt;
    }

    private static Salt fresh(LocalDate day) {
        return new Salt(day, Randomness.bytes(SALT_BYTES));
    }
}
