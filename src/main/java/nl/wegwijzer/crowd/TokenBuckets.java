package nl.wegwijzer.crowd;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A token bucket for each of many. A bucket is remembered as the moment at which it will be full again, and forgotten at
 * that moment, so that nothing is kept of anybody for longer than it matters.
 */
final class TokenBuckets {
    private final Pace pace;
    private final Clock clock;
    private final DailyHash hash;
    private final Cache<String, Instant> fullAt;

    /**
     * Makes buckets that start full.
     *
     * @param most how many are remembered; beyond it the least used are forgotten, which is in their favour
     */
    TokenBuckets(Pace pace, int most, DailyHash hash, Clock clock) {
        this.pace = pace;
        this.clock = clock;
        this.hash = hash;
        this.fullAt = Caffeine.newBuilder()
                .maximumSize(most)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.writing((String who, Instant full) -> Duration.between(clock.instant(), full)))
                .build();
    }

    /** Takes one token of somebody's bucket; false when it is empty. */
    boolean take(String who) {
        Instant now = clock.instant();
        boolean[] taken = new boolean[1];
        fullAt.asMap().compute(hash.of(who), (same, known) -> {
            Instant full = notBefore(now, known == null ? now : known);
            Instant after = full.plus(pace.every());
            taken[0] = !after.isAfter(now.plus(pace.fill()));
            return taken[0] ? after : full;
        });
        return taken[0];
    }

    /** A bucket can't be fuller than full, nor, when a clock was put back, emptier than empty. */
    private Instant notBefore(Instant now, Instant full) {
        if (full.isBefore(now)) {
            return now;
        }
        Instant latest = now.plus(pace.fill());
        return full.isAfter(latest) ? latest : full;
    }

    /** How many buckets are remembered at this moment. */
    long remembered() {
        fullAt.cleanUp();
        return fullAt.estimatedSize();
    }
}
