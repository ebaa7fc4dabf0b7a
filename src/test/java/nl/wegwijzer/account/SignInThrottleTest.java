package nl.wegwijzer.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.account.SignInThrottle.Source;
import nl.wegwijzer.account.SignInThrottle.Try;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void letsTheFirstTriesThroughAtOnceAndThenMakesThemQueue() {
        for (int i = 0; i < 5; i++) {
            assertThat(delay("sanne", stranger("a"))).as("try %d", i).contains(Duration.ZERO);
        }
        assertThat(delay("sanne", stranger("a"))).contains(Duration.ofSeconds(2));
        assertThat(delay("sanne", stranger("a"))).contains(Duration.ofSeconds(4));
    }

    @Test
    void refusesToQueueWithoutEndAndForgivesWithTime() {
        for (int i = 0; i < 1000; i++) {
            delay("sanne", stranger("a"));
        }
        assertThat(delay("sanne", stranger("a"))).isEmpty();

        clock.advance(Duration.ofSeconds(4));
        assertThat(delay("sanne", stranger("a"))).isPresent();
        clock.advance(Duration.ofMinutes(1));
        assertThat(delay("sanne", stranger("a"))).contains(Duration.ZERO);
    }

    @Test
    void costsTheRightPersonSecondsAtMostWhileOthersGuess() {
        for (int address = 0; address < 500; address++) {
            delay("sanne", stranger("attacker " + address));
        }
        assertThat(delay("sanne", stranger("at home")))
                .hasValueSatisfying(delay -> assertThat(delay).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(6)));
    }

    @Test
    void costsNothingOnADeviceThatIsKnown() {
        for (int i = 0; i < 500; i++) {
            delay("sanne", stranger("school"));
        }
        assertThat(delay("sanne", new Source("phone of sanne", true))).contains(Duration.ZERO);
    }

    @Test
    void neverRefusesAnAccountBecauseOfItsAddress() {
        for (int pupil = 0; pupil < 500; pupil++) {
            delay("account " + pupil, stranger("school"));
        }
        assertThat(delay("sanne", stranger("school")))
                .hasValueSatisfying(delay -> assertThat(delay).isLessThanOrEqualTo(Duration.ofSeconds(6)));
    }

    @Test
    void doesNotCountTheRightPerson() {
        for (int i = 0; i < 50; i++) {
            Try taken = throttle.ask("sanne", stranger("a")).orElseThrow();
            assertThat(taken.delay()).isZero();
            throttle.giveBack(taken);
        }
    }

    @Test
    void knowsADeviceOnlyForItsOwnOfficialAndDeployment() {
        KnownDevice devices = new KnownDevice(() -> new byte[32]);
        UUID sanne = UUID.fromString("00000000-0000-4000-8000-000000000001");
        UUID omar = UUID.fromString("00000000-0000-4000-8000-000000000002");
        String cookie = devices.remember(sanne);

        assertThat(devices.recognise(sanne, cookie)).isPresent();
        assertThat(devices.recognise(omar, cookie)).isEmpty();
        assertThat(new KnownDevice(() -> new byte[] {1}).recognise(sanne, cookie))
                .isEmpty();
        assertThat(devices.recognise(sanne, "%%")).isEmpty();
        assertThat(devices.recognise(sanne, "")).isEmpty();
    }

    private Optional<Duration> delay(String login, Source source) {
        return throttle.ask(login, source).map(Try::delay);
    }

    private static Source stranger(String address) {
        return new Source(address, false);
    }
}
