package nl.wegwijzer.crowd;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.wegwijzer.seal.AssociatedData;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.seal.Randomness;
import nl.wegwijzer.seal.UnsealException;

/**
 * The small effort that a busy school asks before it takes a report: a second of a phone's work, or a quarter of a minute
 * of patience where there is no script. What is asked is sealed into the page for ten minutes and holds for one report at
 * one school; nothing is kept here but which ones were used.
 */
public final class Hurdles {
    /** How long somebody without script waits. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int SEED_BYTES = 16;
    private static final int PARTS = 16;
    private static final int BITS = 12;
    /** A double click or a refresh sends the same page again, and then the same code is shown. */
    private static final int MOST_USES = 3;

    private final FormSeal seal;
    private final Clock clock;
    private final Cache<String, AtomicInteger> used;

    /** Seals with the deployment's form keys. */
    public Hurdles(FormSeal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
        this.used = Caffeine.newBuilder()
                .maximumSize(200_000)
                .expireAfterWrite(LIFETIME)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * What a page must bring back.
     *
     * @param token sealed, for the hidden field {@code bewijs}
     * @param puzzle to solve, as the other way to waiting
     */
    public record Hurdle(String token, Puzzle puzzle) {}

    private record Asked(Instant at, String seed) {
        Puzzle puzzle() {
            return new Puzzle(seed, PARTS, BITS);
        }
    }

    /** Asks for an effort before this report is taken. */
    public Hurdle raise(UUID school, UUID submission) {
        Asked asked = new Asked(
                clock.instant(), Base64.getUrlEncoder().withoutPadding().encodeToString(Randomness.bytes(SEED_BYTES)));
        byte[] state = ByteBuffer.allocate(Long.BYTES + SEED_BYTES)
                .putLong(asked.at().toEpochMilli())
                .put(Base64.getUrlDecoder().decode(asked.seed()))
                .array();
        return new Hurdle(seal.seal(purpose(school, submission), state, LIFETIME), asked.puzzle());
    }

    /**
     * Whether the effort was made: the puzzle is solved or the time has passed.
     *
     * @param token as it came back
     * @param solution empty when the page waited
     */
    public boolean isTaken(UUID school, UUID submission, String token, String solution) {
        Optional<Asked> asked = open(school, submission, token);
        return asked.isPresent()
                && (hasWaited(asked.get()) || asked.get().puzzle().isSolvedBy(solution))
                && used.get(asked.get().seed(), seed -> new AtomicInteger()).incrementAndGet() <= MOST_USES;
    }

    /** Returns what was asked for before and still can be done, so that who pressed too early does not start anew. */
    public Hurdle again(UUID school, UUID submission, String token) {
        return open(school, submission, token)
                .filter(asked -> used.getIfPresent(asked.seed()) == null)
                .map(asked -> new Hurdle(token, asked.puzzle()))
                .orElseGet(() -> raise(school, submission));
    }

    private boolean hasWaited(Asked asked) {
        return !clock.instant().isBefore(asked.at().plus(PATIENCE));
    }

    private Optional<Asked> open(UUID school, UUID submission, String token) {
        try {
            ByteBuffer state = ByteBuffer.wrap(seal.open(purpose(school, submission), token));
            Instant at = Instant.ofEpochMilli(state.getLong());
            byte[] seed = new byte[SEED_BYTES];
            state.get(seed);
            return Optional.of(
                    new Asked(at, Base64.getUrlEncoder().withoutPadding().encodeToString(seed)));
        } catch (UnsealException | BufferUnderflowException old) {
            return Optional.empty();
        }
    }

    private static AssociatedData purpose(UUID school, UUID submission) {
        return AssociatedData.of("drukte", school, submission);
    }
}
