package nl.wegwijzer.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.account.MovableClock;
import nl.wegwijzer.crowd.Crowd.Passage;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private static final UUID KOMPAS = new UUID(0, 1);
    private static final UUID REGENBOOG = new UUID(0, 2);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final Crowd crowd = new Crowd(
            new CrowdLimits(
                    new Pace(3, SECOND),
                    new Pace(10, SECOND),
                    new Pace(15, SECOND),
                    new Pace(2, Duration.ofMinutes(1)),
                    new Pace(5, Duration.ofSeconds(10)),
                    new Pace(7, SECOND),
                    new Pace(2, Duration.ofSeconds(30)),
                    2),
            clock);

    private static Optional<UUID> aPage() {
        return Optional.of(UUID.randomUUID());
    }

    private void flood(UUID school, int turns) {
        for (int i = 0; i < turns; i++) {
            crowd.turn(aPage(), school);
        }
    }

    @Test
    void aPageThatHurriesIsSlowedDownAndNobodyElse() {
        Optional<UUID> hasty = aPage();
        for (int i = 0; i < 3; i++) {
            assertThat(crowd.turn(hasty, KOMPAS)).isEqualTo(Passage.NOW);
        }

        assertThat(crowd.turn(hasty, KOMPAS)).isEqualTo(Passage.TOO_FAST);
        assertThat(crowd.turn(aPage(), KOMPAS)).isEqualTo(Passage.NOW);

        clock.advance(SECOND);
        assertThat(crowd.turn(hasty, KOMPAS)).isEqualTo(Passage.NOW);
        assertThat(crowd.turn(hasty, KOMPAS)).isEqualTo(Passage.TOO_FAST);
    }

    @Test
    void aFullSchoolKeepsPupilsWaitingAndOtherSchoolsGoOn() {
        flood(KOMPAS, 10);

        assertThat(crowd.turn(aPage(), KOMPAS)).isEqualTo(Passage.HELD);
        assertThat(crowd.turn(aPage(), REGENBOOG)).isEqualTo(Passage.NOW);
    }

    @Test
    void aFloodAtOneSchoolTakesNothingFromTheOthers() {
        flood(KOMPAS, 1_000);

        for (int i = 0; i < 5; i++) {
            assertThat(crowd.turn(aPage(), REGENBOOG)).isEqualTo(Passage.NOW);
        }
        assertThat(crowd.turn(aPage(), REGENBOOG)).as("all together").isNotEqualTo(Passage.NOW);
    }

    @Test
    void soManyAreKeptWaitingAndNoMore() {
        flood(KOMPAS, 10);
        crowd.turn(aPage(), KOMPAS);
        crowd.turn(aPage(), KOMPAS);

        assertThat(crowd.turn(aPage(), KOMPAS)).isEqualTo(Passage.FULL);

        crowd.letGo();
        assertThat(crowd.turn(aPage(), KOMPAS)).isEqualTo(Passage.HELD);
    }

    @Test
    void pagesThatAreNotOursCountForTheirSchool() {
        for (int i = 0; i < 10; i++) {
            assertThat(crowd.turn(Optional.empty(), KOMPAS)).isEqualTo(Passage.NOW);
        }

        assertThat(crowd.turn(Optional.empty(), KOMPAS)).isEqualTo(Passage.HELD);
    }

    @Test
    void aClassThatSendsAtOnceIsAskedForNothingUntilItIsMany() {
        for (int i = 0; i < 5; i++) {
            assertThat(crowd.report(UUID.randomUUID(), KOMPAS)).isTrue();
        }

        assertThat(crowd.report(UUID.randomUUID(), KOMPAS)).isFalse();
        assertThat(crowd.report(UUID.randomUUID(), REGENBOOG)).isTrue();

        clock.advance(Duration.ofSeconds(10));
        assertThat(crowd.report(UUID.randomUUID(), KOMPAS)).isTrue();
    }

    @Test
    void oneReportSentOverAndOverAsksForAnEffort() {
        UUID page = UUID.randomUUID();

        assertThat(crowd.report(page, KOMPAS)).isTrue();
        assertThat(crowd.report(page, KOMPAS)).isTrue();
        assertThat(crowd.report(page, KOMPAS)).isFalse();
    }

    @Test
    void messagesToOneReportHaveTheirPace() {
        UUID report = UUID.randomUUID();

        assertThat(crowd.message(report)).isTrue();
        assertThat(crowd.message(report)).isTrue();
        assertThat(crowd.message(report)).isFalse();
        assertThat(crowd.message(UUID.randomUUID())).isTrue();
    }

    @Test
    void bucketsAreForgottenWhenTheyAreFullAgain() {
        TokenBuckets buckets = new TokenBuckets(new Pace(3, SECOND), 100, new DailyHash(clock), clock);
        buckets.take("phone of Bo");
        buckets.take("phone of Bo");
        assertThat(buckets.remembered()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(3));

        assertThat(buckets.remembered()).isZero();
    }

    @Test
    void aClockThatIsPutBackLocksNobodyOut() {
        TokenBuckets buckets = new TokenBuckets(new Pace(2, SECOND), 100, new DailyHash(clock), clock);
        buckets.take("phone of Bo");
        clock.advance(Duration.ofHours(-5));
        buckets.take("phone of Bo");

        clock.advance(SECOND);

        assertThat(buckets.take("phone of Bo")).isTrue();
    }

    @Test
    void hashesCannotBeTiedToYesterdays() {
        DailyHash hash = new DailyHash(clock);
        String today = hash.of("phone of Bo");
        assertThat(hash.of("phone of Bo")).isEqualTo(today).doesNotContain("Bo");
        assertThat(hash.of("phone of Mo")).isNotEqualTo(today);
        assertThat(new DailyHash(clock).of("phone of Bo")).as("another node").isNotEqualTo(today);

        clock.advance(Duration.ofDays(1));
        String tomorrow = hash.of("phone of Bo");
        assertThat(tomorrow).isNotEqualTo(today);

        clock.advance(Duration.ofDays(-1));
        assertThat(hash.of("phone of Bo")).as("yesterday's salt is gone").isNotIn(today, tomorrow);
    }
}
