package nl.wegwijzer.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import nl.wegwijzer.account.Invitations;
import nl.wegwijzer.account.PasskeyChallenges;
import nl.wegwijzer.account.Sessions;
import nl.wegwijzer.casework.Escalation;
import nl.wegwijzer.retention.Erasure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What time brings about: reports that nobody opened move on, what was kept long enough is erased, old sessions and
 * invitations go. Every node goes its rounds; whoever comes first does the work.
 */
final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long FIRST_MILLIS = 20_000;
    private static final long EVERY_MILLIS = 300_000;

    private final Vertx vertx;
    private final Escalation escalation;
    private final Erasure erasure;
    private final Sessions sessions;
    private final Invitations invitations;
    private final PasskeyChallenges passkeyChallenges;
    private Future<Integer> lastErasure = Future.succeededFuture(0);

    Rounds(
            Vertx vertx,
            Escalation escalation,
            Erasure erasure,
            Sessions sessions,
            Invitations invitations,
            PasskeyChallenges passkeyChallenges) {
        this.vertx = vertx;
        this.escalation = escalation;
        this.erasure = erasure;
        this.sessions = sessions;
        this.invitations = invitations;
        this.passkeyChallenges = passkeyChallenges;
    }

    /** Goes rounds from now on. */
    void begin() {
        vertx.setPeriodic(FIRST_MILLIS, EVERY_MILLIS, timer -> once());
    }

    /** Goes one round. Erasing waits for the others, so that it passes over no report that they hold. */
    Future<Void> once() {
        return Future.join(
                        told("escalation", escalation.run()),
                        told("sessions", sessions.purge()),
                        told("invitations", invitations.purge()),
                        told("passkey challenges", passkeyChallenges.purge()))
                .transform(others -> told("erasure", erase()))
                .mapEmpty();
    }

    /** One after the other: after a long standstill a round may take longer than the time between two. */
    private synchronized Future<Integer> erase() {
        lastErasure = lastErasure.transform(ended -> erasure.run());
        return lastErasure;
    }

    private static <T> Future<T> told(String what, Future<T> work) {
        return work.onFailure(failure ->
                LOG.error("A round of {} failed: {}", what, failure.getClass().getName()));
    }
}
