package nl.wegwijzer.crowd;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.wegwijzer.account.MovableClock;
import nl.wegwijzer.seal.FormSeal;

/** Whatever comes back in place of an effort is no effort, and nothing is thrown. */
class HurdlesFuzzTest {
    private static final UUID SCHOOL = new UUID(0, 1);
    private static final UUID REPORT = new UUID(0, 2);
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private static final Hurdles HURDLES = new Hurdles(new FormSeal(Map.of(1, new byte[32]), 1, CLOCK), CLOCK);
    private static final String TOKEN = HURDLES.raise(SCHOOL, REPORT).token();

    @FuzzTest(maxDuration = "30s")
    void takesNothingForAnEffort(FuzzedDataProvider data) {
        String token = data.consumeBoolean() ? TOKEN : data.consumeString(300);
        String solution = data.consumeRemainingAsString();

        // sixteen parts of twelve bits: guessing one is as likely as guessing a key of 192 bits
        if (HURDLES.isTaken(SCHOOL, REPORT, token, solution)) {
            throw new AssertionError("taken for an effort");
        }
        HURDLES.again(SCHOOL, REPORT, token);
    }
}
