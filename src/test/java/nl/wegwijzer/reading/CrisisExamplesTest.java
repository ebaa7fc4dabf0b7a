package nl.wegwijzer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.WireValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shipped reader on the crisis texts, which it learned from: a guard against getting worse. How well it does on texts it has
 * not seen stands in the report.
 */
class CrisisExamplesTest {

    private static final Path CRISIS = Path.of("nlp-models/crisis");
    private static final String HARMLESS = "geen";
    private static final ReportReader READER = OpenNlpReportReader.load();

    private record Labelled(String alert, String text) {

        boolean raises() {
            List<Alert> alerts = READER.read(text).alerts();
            return alert.equals(HARMLESS)
                    ? !alerts.isEmpty()
                    : alerts.contains(WireValue.parse(Alert.class, alert).orElseThrow());
        }
    }

    private static List<Labelled> texts() throws IOException {
        try (Stream<Path> files = Files.list(CRISIS)) {
            return files.sorted().flatMap(CrisisExamplesTest::lines).toList();
        }
    }

    private static Stream<Labelled> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(columns -> new Labelled(columns[0], columns[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void dangerRaisesTheAlertThatItCallsFor() throws IOException {
        List<Labelled> dangerous =
                texts().stream().filter(text -> !text.alert.equals(HARMLESS)).toList();
        List<Labelled> missed =
                dangerous.stream().filter(text -> !text.raises()).toList();

        assertThat(dangerous).hasSizeGreaterThan(2000);
        assertThat(missed).hasSizeLessThan(dangerous.size() * 4 / 100);
    }

    @Test
    void harmlessTextsStaySilent() throws IOException {
        List<Labelled> harmless =
                texts().stream().filter(text -> text.alert.equals(HARMLESS)).toList();
        List<Labelled> alarms = harmless.stream().filter(Labelled::raises).toList();

        assertThat(harmless).hasSizeGreaterThan(2500);
        assertThat(alarms).hasSizeLessThan(harmless.size() * 4 / 100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zelfdoding      | ik wil niet meer leven
            zelfdoding      | ik maak er een eind aan
            zelfdoding      | had ik maar niet bestaan
            zelfdoding      | ik snij mezelf
            zelfdoding      | kms
            zelfdoding      | iedereen is beter af zonder mij
            zelfdoding      | me vriendin wil niet meer leven
            zelfdoding      | i want to die
            zelfdoding      | i am going to kill myself
            geweld_nu       | hij heeft een mes bij
            geweld_nu       | pistool mee naar school
            geweld_nu       | ze wachten me op
            geweld_nu       | hij gaat me vermoorden
            seksueel_geweld | ik ben verkracht
            seksueel_geweld | hij dwong me
            seksueel_geweld | hij zit aan me
            seksueel_geweld | ik zei nee maar hij ging door
            thuis           | ik durf niet naar huis
            thuis           | papa slaat me
            thuis           | ze hebben me opgesloten thuis
            thuis           | ze willen me uithuwelijken
            sextortion      | hij zet me naakt online als ik niet betaal
            """)
    void theSentencesOfTheDomainAlwaysRaiseTheirAlert(String alert, String text) {
        assertThat(READER.read(text).alerts())
                .contains(WireValue.parse(Alert.class, alert).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ik ga dood van het lachen",
                "die toets was zelfmoord",
                "ik schaam me dood",
                "ik heb mijn werkstuk over zelfmoord af",
                "hoi, kan ik hier iets vragen over mijn rooster?"
            })
    void theSentencesThatOnlySoundGraveNeverDo(String text) {
        assertThat(READER.read(text).alerts()).isEmpty();
    }
}
