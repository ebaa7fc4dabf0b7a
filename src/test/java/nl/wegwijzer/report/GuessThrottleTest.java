package nl.wegwijzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuessThrottleTest {
    private static final String SCHOOL_ADDRESS = "192.0.2.10";

    private final AtomicLong nanos = new AtomicLong();
    private final GuessThrottle throttle = new GuessThrottle(nanos::get);

    private void guessesWrong(int times, String device, String address) {
        for (int i = 0; i < times; i++) {
            throttle.wrong(device, address);
        }
    }

    @Test
    void aSlipOrTwoCostsNothing() {
        guessesWrong(3, "phone of Bo", SCHOOL_ADDRESS);

        assertThat(throttle.waitBefore("phone of Bo", SCHOOL_ADDRESS)).isZero();
    }

    @Test
    void aGuesserWaitsLongerAndLongerUpToHalfAMinute() {
        guessesWrong(5, "guesser", SCHOOL_ADDRESS);
        Duration first = throttle.waitBefore("guesser", SCHOOL_ADDRESS);
        guessesWrong(2, "guesser", SCHOOL_ADDRESS);
        Duration later = throttle.waitBefore("guesser", SCHOOL_ADDRESS);
        guessesWrong(50, "guesser", SCHOOL_ADDRESS);

        assertThat(first).isPositive();
        assertThat(later).isGreaterThan(first);
        assertThat(throttle.waitBefore("guesser", SCHOOL_ADDRESS)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theRestOfTheSchoolBehindTheSameAddressDoesNotWait() {
        guessesWrong(30, "guesser", SCHOOL_ADDRESS);

        assertThat(throttle.waitBefore("phone of Bo", SCHOOL_ADDRESS)).isZero();
    }

    @Test
    void aGuesserWhoDropsTheTokenIsKnownByTheAddressWhichIsNeverRefused() {
        guessesWrong(500, "", "198.51.100.7");

        assertThat(throttle.waitBefore("", "198.51.100.7")).isEqualTo(Duration.ofSeconds(4));
        assertThat(throttle.waitBefore("phone of Bo", SCHOOL_ADDRESS)).isZero();
    }

    @Test
    void afterAnHourAllIsForgotten() {
        guessesWrong(50, "guesser", SCHOOL_ADDRESS);

        nanos.addAndGet(Duration.ofMinutes(61).toNanos());

        assertThat(throttle.waitBefore("guesser", SCHOOL_ADDRESS)).isZero();
    }
}
