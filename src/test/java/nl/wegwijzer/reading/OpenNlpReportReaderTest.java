package nl.wegwijzer.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenNlpReportReaderTest {

    private static final ReportReader READER = OpenNlpReportReader.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ze sluiten me buiten en lachen me elke dag uit in de pauze|PESTEN",
                "er zit een nepaccount van mij op insta met bewerkte foto's|CYBERPESTEN",
                "hij heeft me geslagen en geschopt op het plein, mijn neus bloedde|GEWELD",
                "iemand heeft mijn fiets gejat uit de fietsenstalling|VERNIELING_DIEFSTAL",
                "mijn vader drinkt en slaat mijn moeder thuis|THUISSITUATIE",
                "ze verkopen vapes en wiet op de wc|WAPENS_DRUGS"
            })
    void readsWhatAStoryIsAbout(String text, Category category) {
        assertThat(READER.read(text).category()).isEqualTo(category);
    }

    @ParameterizedTest
    @MethodSource("nl.wegwijzer.reading.Odd#texts")
    void givesASaneReadingOfAnything(String text) {
        Reading reading = READER.read(text);

        double sum = reading.categories().values().stream().mapToDouble(p -> p).sum();
        assertThat(sum).isCloseTo(1, within(1e-6));
        assertThat(reading.category()).isNotEqualTo(reading.runnerUp());
        assertThat(reading.details()).allSatisfy(detail -> {
            assertThat(detail.start()).isLessThan(detail.end());
            assertThat(detail.end()).isLessThanOrEqualTo(text.length());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "😀😀", "?!", "\u200b\u200b"})
    void asksWhenNothingWasTold(String text) {
        assertThat(READER.read(text).ask()).isTrue();
    }

    @Test
    void isUrgentAtOnceWhenSomeoneWantsToDie() {
        Reading reading = READER.read("me vriendin wil niet meer leven");

        assertThat(reading.alerts()).containsExactly(Alert.ZELFDODING);
        assertThat(reading.urgency()).isEqualTo(Urgency.ACUUT);
    }

    @Test
    void tellsWhichWordsWeighedMost() {
        Reading reading = READER.read("gister is mijn fiets gestolen bij het station");

        assertThat(reading.because()).extracting(WeighedWord::word).contains("gestolen");
        assertThat(reading.because().stream().mapToDouble(WeighedWord::weight).sum())
                .isLessThanOrEqualTo(1.0001);
    }

    @ParameterizedTest
    @CsvSource({
        "ik word gepest,NL",
        "hoi,NL",
        "they hit me every day,EN",
        "my teacher shouts at me,EN",
        "je suis très triste parce que tout le monde rigole de moi,ANDERS",
        "kheb mn tas ff weg,NL"
    })
    void tellsTheLanguage(String text, TextLanguage language) {
        assertThat(READER.read(text).language()).isEqualTo(language);
    }
}
