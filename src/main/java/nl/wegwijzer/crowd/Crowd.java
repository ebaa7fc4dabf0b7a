package nl.wegwijzer.crowd;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells at which moment a turn, a report or a message may go on. A page is known by the random id that is sealed into it,
 * which a browser can neither read nor make; schools come next and all together last, so that a flood at one school is
 * stopped there before it takes anything from the others. Addresses are not looked at.
 */
public final class Crowd {
    /** How long a turn is kept waiting at a busy school. */
    public static final Duration HELD_FOR = Duration.ofMillis(1_500);

    private static final int PAGES = 200_000;
    private static final int SCHOOLS = 20_000;
    private static final String ALL = "";

    private final TokenBuckets pageTurns;
    private final TokenBuckets schoolTurns;
    private final TokenBuckets allTurns;
    private final TokenBuckets pageReports;
    private final TokenBuckets schoolReports;
    private final TokenBuckets allReports;
    private final TokenBuckets messages;
    private final int mostHeld;
    private final AtomicInteger held = new AtomicInteger();

    /** Counts by this clock. */
    public Crowd(CrowdLimits limits, Clock clock) {
        DailyHash hash = new DailyHash(clock);
        this.pageTurns = new TokenBuckets(limits.pageTurns(), PAGES, hash, clock);
        this.schoolTurns = new TokenBuckets(limits.schoolTurns(), SCHOOLS, hash, clock);
        this.allTurns = new TokenBuckets(limits.allTurns(), 1, hash, clock);
        this.pageReports = new TokenBuckets(limits.pageReports(), PAGES, hash, clock);
        this.schoolReports = new TokenBuckets(limits.schoolReports(), SCHOOLS, hash, clock);
        this.allReports = new TokenBuckets(limits.allReports(), 1, hash, clock);
        this.messages = new TokenBuckets(limits.messages(), PAGES, hash, clock);
        this.mostHeld = limits.held();
    }

    /** When a turn may go on. */
    public enum Passage {
        /** At once. */
        NOW,
        /** After {@link #HELD_FOR}; then {@link #letGo} must be called. */
        HELD,
        /** This page asks faster than a person can: it should try again later. */
        TOO_FAST,
        /** Too many are kept waiting already. */
        FULL
    }

    /**
     * Asks for a turn.
     *
     * @param page the id sealed into the page, empty when the page is not ours: then it counts for its school only
     */
    public Passage turn(Optional<UUID> page, UUID school) {
        if (page.isPresent() && !pageTurns.take(page.get().toString())) {
            return Passage.TOO_FAST;
        }
        if (schoolTurns.take(school.toString()) && allTurns.take(ALL)) {
            return Passage.NOW;
        }
        if (held.incrementAndGet() > mostHeld) {
            held.decrementAndGet();
            return Passage.FULL;
        }
        return Passage.HELD;
    }

    /** A turn that was held goes on, or its browser has gone. */
    public void letGo() {
        held.decrementAndGet();
    }

    /** Whether a report may be sent as it is; if not, a small effort is asked for first ({@link Hurdles}). */
    public boolean report(UUID page, UUID school) {
        return pageReports.take(page.toString()) && schoolReports.take(school.toString()) && allReports.take(ALL);
    }

    /** Whether one more message may be added to a report now. */
    public boolean message(UUID report) {
        return messages.take(report.toString());
    }
}
