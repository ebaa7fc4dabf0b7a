package nl.wegwijzer.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wegwijzer.report.ReceiptWords;
import org.junit.jupiter.api.Test;

/** Holds the threat model to its word: its figures are right, and the tests that it names exist. */
class ThreatModelTest {
    private static final Path MODEL = Path.of("src/main/java/nl/wegwijzer/seal/package-info.java");
    private static final Pattern NAMED = Pattern.compile("\\{@code ([A-Z]\\w+)#(\\w+)}");
    private static final double TRIES_A_SECOND = 1_000;
    private static final double SECONDS_A_YEAR = 31_557_600;
    private static final double OPEN_REPORTS = 100;

    @Test
    void aYearOfGuessingStaysBelowOneInAMillion() throws IOException {
        double bits = ReceiptWords.load().bits();
        double chance = TRIES_A_SECOND * SECONDS_A_YEAR * OPEN_REPORTS / Math.pow(2, bits);

        assertThat(chance).isLessThan(1e-6).isBetween(2.55e-7, 2.65e-7);
        assertThat(bits).isBetween(63.35, 63.45);
        assertThat(model()).contains("63.4 bits", "2.6 · 10⁻⁷");
    }

    @Test
    void theTestsThatItNamesExist() throws IOException {
        List<MatchResult> named = NAMED.matcher(model()).results().toList();
        assertThat(named).hasSizeGreaterThan(20);
        for (MatchResult test : named) {
            assertThat(source(test.group(1)))
                    .as(test.group())
                    .containsPattern(
                            "@(Test|ParameterizedTest)\\b[^;{}]*(\\{[^;]*?})?[^;{}]*void " + test.group(2) + "\\(");
        }
    }

    /** The text on one line, as Javadoc joins it. */
    private static String model() throws IOException {
        return Files.readString(MODEL).replaceAll("\\s*\\n \\* ?", " ");
    }

    private static String source(String test) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().equals(test + ".java"))
                    .toList();
            assertThat(found).as(test).hasSize(1);
            return Files.readString(found.get(0));
        }
    }
}
