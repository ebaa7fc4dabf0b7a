package nl.wegwijzer.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.wegwijzer.account.MovableClock;
import nl.wegwijzer.seal.FormSeal;
import org.junit.jupiter.api.Test;

class HurdlesTest {
    private static final UUID KOMPAS = new UUID(0, 1);
    private static final UUID REGENBOOG = new UUID(0, 2);
    private static final UUID REPORT = new UUID(0, 3);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final FormSeal seal = new FormSeal(Map.of(1, new byte[32]), 1, clock);
    private final Hurdles hurdles = new Hurdles(seal, clock);
    private final Hurdles.Hurdle hurdle = hurdles.raise(KOMPAS, REPORT);

    @Test
    void aSolvedPuzzleIsTakenAtOnce() {
        assertThat(hurdles.isTaken(KOMPAS, REPORT, hurdle.token(), Solver.solve(hurdle.puzzle())))
                .isTrue();
    }

    @Test
    void withoutAnAnswerItTakesAQuarterOfAMinute() {
        assertThat(hurdles.isTaken(KOMPAS, REPORT, hurdle.token(), "")).isFalse();

        clock.advance(Duration.ofSeconds(14));
        assertThat(hurdles.isTaken(KOMPAS, REPORT, hurdle.token(), "")).isFalse();

        clock.advance(Duration.ofSeconds(1));
        assertThat(hurdles.isTaken(KOMPAS, REPORT, hurdle.token(), "")).isTrue();
    }

    @Test
    void whoPressesTooEarlyDoesNotStartAnew() {
        clock.advance(Duration.ofSeconds(10));

        Hurdles.Hurdle again = hurdles.again(KOMPAS, REPORT, hurdle.token());
        clock.advance(Duration.ofSeconds(5));

        assertThat(hurdles.isTaken(KOMPAS, REPORT, again.token(), "")).isTrue();
    }

    @Test
    void anEffortIsForOneReportAtOneSchool() {
        String solution = Solver.solve(hurdle.puzzle());

        assertThat(hurdles.isTaken(REGENBOOG, REPORT, hurdle.token(), solution)).isFalse();
        assertThat(hurdles.isTaken(KOMPAS, new UUID(0, 4), hurdle.token(), solution))
                .isFalse();
        assertThat(hurdles.isTaken(KOMPAS, REPORT, hurdles.raise(KOMPAS, REPORT).token(), solution))
                .isFalse();
    }

    @Test
    void anEffortIsShortLived() {
        clock.advance(Duration.ofMinutes(11));

        assertThat(hurdles.isTaken(KOMPAS, REPORT, hurdle.token(), Solver.solve(hurdle.puzzle())))
                .isFalse();
        assertThat(hurdles.again(KOMPAS, REPORT, hurdle.token()).token()).isNotEqualTo(hurdle.token());
    }

    @Test
    void anEffortIsGoodForADoubleClickAndNotForAFlood() {
        String solution = Solver.solve(hurdle.puzzle());
        for (int click = 0; click < 3; click++) {
            assertThat(hurdles.isTaken(KOMPAS, REPORT, hurdle.token(), solution))
                    .isTrue();
        }

        assertThat(hurdles.isTaken(KOMPAS, REPORT, hurdle.token(), solution)).isFalse();
        assertThat(hurdles.again(KOMPAS, REPORT, hurdle.token()).token()).isNotEqualTo(hurdle.token());
    }

    @Test
    void anyNodeTakesWhatAnotherAskedFor() {
        assertThat(new Hurdles(seal, clock).isTaken(KOMPAS, REPORT, hurdle.token(), Solver.solve(hurdle.puzzle())))
                .isTrue();
    }

    @Test
    void rubbishIsNoAnswer() {
        String solution = Solver.solve(hurdle.puzzle());
        for (String rubbish : new String[] {
            "",
            ",",
            "0",
            solution + ",0",
            solution.substring(0, solution.lastIndexOf(',')),
            solution.replaceFirst("[0-9]+", "-1"),
            solution.replaceFirst("[0-9]+", "9999999999"),
            "0,".repeat(100_000)
        }) {
            assertThat(hurdle.puzzle().isSolvedBy(rubbish)).isFalse();
        }
        assertThat(hurdles.isTaken(KOMPAS, REPORT, "rubbish", solution)).isFalse();
    }
}
