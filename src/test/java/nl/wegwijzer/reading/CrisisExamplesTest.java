package nl.wegwijzer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.WireValue;
import org.junit.jupiter.api.Test;

/**
 * The shipped reader on all crisis examples, which it learned from: a guard against getting worse. How well it does on texts it
 * has not seen stands in the report.
 */
class CrisisExamplesTest {

    private static final Path CRISIS = Path.of("nlp-models/crisis");
    private final ReportReader reader = OpenNlpReportReader.load();

    @Test
    void raiseTheAlertThatTheyCallFor() throws IOException {
        List<String> missed = new ArrayList<>();
        List<String> lines = Files.readAllLines(CRISIS.resolve("positive.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t", 2);
            Alert alert = WireValue.parse(Alert.class, columns[0]).orElseThrow();
            if (!reader.read(columns[1]).alerts().contains(alert)) {
                missed.add(line);
            }
        }
        assertThat(lines).hasSizeGreaterThan(400);
        assertThat(missed).hasSizeLessThan(lines.size() * 2 / 100);
    }

    @Test
    void staySilentWhenHarmless() throws IOException {
        List<String> lines = Files.readAllLines(CRISIS.resolve("negative.tsv"));
        List<String> alarms = lines.stream()
                .skip(1)
                .filter(line -> !reader.read(line).alerts().isEmpty())
                .toList();
        assertThat(lines).hasSizeGreaterThan(600);
        assertThat(alarms).hasSizeLessThan(lines.size() * 2 / 100);
    }
}
