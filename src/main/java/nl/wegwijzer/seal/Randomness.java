package nl.wegwijzer.seal;

import java.security.SecureRandom;

/** The one source of random bytes. */
public final class Randomness {
    private static final SecureRandom SOURCE = new SecureRandom();

    private Randomness() {}

    /** Returns {@code count} unpredictable bytes. */
    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        SOURCE.nextBytes(bytes);
        return bytes;
    }

    /** Returns an unbiased number from 0 up to but not including {@code bound}. */
    public static int below(int bound) {
        return SOURCE.nextInt(bound);
    }
}
