package nl.wegwijzer.crowd;

import java.time.Duration;

/**
 * How often something may happen: a token bucket's size and its drip.
 *
 * @param burst how many may come at once after a quiet time; at least one
 * @param every time after which one more may come; longer than nothing
 */
public record Pace(int burst, Duration every) {

    /** Refuses a pace that lets nothing, or everything, through. */
    public Pace {
        if (burst < 1 || every.isZero() || every.isNegative()) {
            throw new IllegalArgumentException("a pace needs a burst and a time between");
        }
    }

    /** Time in which an empty bucket fills up. */
    Duration fill() {
        return every.multipliedBy(burst);
    }
}
