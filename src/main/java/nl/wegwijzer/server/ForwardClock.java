package nl.wegwijzer.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The real time, moved forward so that one-time codes are fresh and nobody is still slowed down. */
final class ForwardClock extends Clock {
    private static final Duration STEP = Duration.ofSeconds(90);
    private final Clock real = Clock.system(Node.SCHOOL_TIME);
    private volatile Duration ahead = Duration.ZERO;

    void toNextCode() {
        ahead = ahead.plus(STEP);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("always the schools' time");
    }
}
