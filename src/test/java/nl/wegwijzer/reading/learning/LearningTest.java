package nl.wegwijzer.reading.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.wegwijzer.reading.OpenNlpReportReader;
import nl.wegwijzer.reading.Reading;
import nl.wegwijzer.reading.model.ModelSource;
import nl.wegwijzer.taxonomy.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningTest {

    private static final Path NLP_MODELS = Path.of("nlp-models");

    @TempDir
    private Path folder;

    /** Copies the word lists and a slice of the corpus: enough to train in a second. */
    private Path slice(String name) throws IOException {
        Path slice = folder.resolve(name);
        for (String part : List.of("corpus", "crisis", "lexicon")) {
            Files.createDirectories(slice.resolve(part));
            try (Stream<Path> files = Files.list(NLP_MODELS.resolve(part))) {
                for (Path file : files.toList()) {
                    List<String> lines = Files.readAllLines(file);
                    List<String> some = part.equals("lexicon")
                            ? lines
                            : Stream.concat(
                                            lines.stream().limit(1),
                                            lines.stream().skip(1).filter(line -> line.hashCode() % 24 == 0))
                                    .toList();
                    Files.write(slice.resolve(part).resolve(file.getFileName()), some);
                }
            }
        }
        return slice;
    }

    @Test
    void makesTheSameBytesFromTheSameCorpus() throws IOException {
        Path one = slice("one");
        Path other = slice("other");
        Training.run(one, new PrintWriter(new StringWriter()));
        Training.run(other, new PrintWriter(new StringWriter()));

        for (String file : List.of(
                "category.bin.gz", "accused.bin.gz", "urgency.bin.gz", "committee.bin.gz", "models.properties")) {
            assertThat(Files.mismatch(one.resolve(file), other.resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
        Reading reading = OpenNlpReportReader.load(ModelSource.folder(one)).read("mijn fiets is gestolen");
        assertThat(reading.category()).isEqualTo(Category.VERNIELING_DIEFSTAL);
    }

    @Test
    void namesTheLineOfTheCorpusThatIsWrong() throws IOException {
        Files.createDirectories(folder.resolve("corpus"));
        Files.writeString(
                folder.resolve("corpus/a.tsv"),
                "category\taccused\turgency\talert\treporter\tlanguage\tauthor\ttext\nruzie\tleerling\thoog\tgeen\tleerling\tnl\ta\thoi\n");
        assertThatThrownBy(() -> Corpus.read(folder.resolve("corpus")))
                .isInstanceOf(MalformedCorpusException.class)
                .hasMessage("a.tsv:2: unknown label \"ruzie\"");
    }

    @Test
    void findsTextsThatAreNearlyTheSame() {
        int[] groups = NearDuplicates.groups(List.of(
                "ze hebben gisteren mijn fiets gestolen uit de stalling bij school",
                "mijn vader drinkt elke avond en dan wordt hij boos op mama",
                "ze hebben gisteren mijn fiets gestolen uit de stalling bij de school!!"));
        assertThat(groups[0]).isEqualTo(groups[2]).isNotEqualTo(groups[1]);
    }

    @Test
    void asksBelowTheConfidenceAtWhichTooMuchGoesWrong() {
        double[][] scores = {{4, 0}, {3, 0}, {2, 0}, {1, 0}};
        Held held = new Held(List.of("a", "b"), new int[] {0, 0, 1, 0}, scores);
        RiskCoverage curve = RiskCoverage.of(held, 1);

        assertThat(curve.coverage(0.05)).isEqualTo(0.5);
        assertThat(curve.threshold(0.05)).isCloseTo(0.953, within(0.001));
        assertThat(held.accuracy()).isEqualTo(0.75);
    }

    @Test
    void countsOnlyAgreementBeyondChance() {
        Agreement agreement = Agreement.of(
                "x",
                List.of(
                        new Agreement.Pair("a", "a"),
                        new Agreement.Pair("a", "b"),
                        new Agreement.Pair("b", "b"),
                        new Agreement.Pair("b", "b")));

        assertThat(agreement.same()).isEqualTo(0.75);
        assertThat(agreement.kappa()).isEqualTo(0.5);
    }

    @Test
    void findsTheTemperatureOfAModelThatIsTooSure() {
        double[][] scores = new double[100][];
        int[] gold = new int[100];
        for (int i = 0; i < 100; i++) {
            scores[i] = new double[] {6, 0};
            gold[i] = i % 4 == 0 ? 1 : 0;
        }
        Held held = new Held(List.of("a", "b"), gold, scores);
        double temperature = Temperature.fit(held);

        assertThat(temperature).isGreaterThan(4);
        assertThat(Temperature.error(held, temperature)).isLessThan(0.01).isLessThan(Temperature.error(held, 1));
    }
}
