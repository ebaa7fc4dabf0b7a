package nl.wegwijzer.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import nl.wegwijzer.seal.Randomness;

/**
 * Makes wrong codes cost the guesser time, and nobody else. Who guessed wrong often waits longer and longer before the
 * next try is even looked at. A whole school shares one address, so an address is never refused: its free tries are many
 * and its longest wait is short. Who is who is a salted hash that lives in memory and is forgotten within the hour.
 */
public final class GuessThrottle {
    private static final int FREE_TRIES_OF_A_DEVICE = 4;
    private static final int FREE_TRIES_OF_AN_ADDRESS = 60;
    private static final Duration LONGEST_WAIT_OF_A_DEVICE = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT_OF_AN_ADDRESS = Duration.ofSeconds(4);
    private static final int MOST_DOUBLINGS = 16;

    private final byte[] salt = Randomness.bytes(32);
    private final Cache<String, AtomicInteger> wrong;

    /** Counts by this clock; tests turn it themselves. */
    public GuessThrottle(Ticker ticker) {
        this.wrong = Caffeine.newBuilder()
                .maximumSize(200_000)
                .expireAfterWrite(Duration.ofHours(1))
                .ticker(ticker)
                .build();
    }

    /**
     * Tells how long this try must wait before it is looked at.
     *
     * @param device the page's own token, empty when the guesser sent none
     * @param address where the request comes from; hashed at once
     */
    public Duration waitBefore(String device, String address) {
        Duration forDevice = device.isEmpty()
                ? Duration.ZERO
                : wait(tries("d" + device), FREE_TRIES_OF_A_DEVICE, LONGEST_WAIT_OF_A_DEVICE);
        Duration forAddress = wait(tries("a" + address), FREE_TRIES_OF_AN_ADDRESS, LONGEST_WAIT_OF_AN_ADDRESS);
        return forDevice.compareTo(forAddress) > 0 ? forDevice : forAddress;
    }

    /** Counts a wrong code. */
    public void wrong(String device, String address) {
        if (!device.isEmpty()) {
            tries("d" + device).incrementAndGet();
        }
        tries("a" + address).incrementAndGet();
    }

    private AtomicInteger tries(String who) {
        return wrong.get(hash(who), key -> new AtomicInteger());
    }

    private static Duration wait(AtomicInteger tries, int free, Duration longest) {
        int beyond = tries.get() - free;
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofMillis(500L << Math.min(beyond, MOST_DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    private String hash(String who) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            byte[] full = digest.digest(who.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(full, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }
}
