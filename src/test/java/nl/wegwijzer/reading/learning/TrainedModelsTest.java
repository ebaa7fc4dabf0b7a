package nl.wegwijzer.reading.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import nl.wegwijzer.reading.model.Manifest;
import nl.wegwijzer.reading.model.ModelSet;
import org.junit.jupiter.api.Test;

/** The committed models belong to the committed corpus; training all of them again here would take too long. */
class TrainedModelsTest {

    private static final Path NLP_MODELS = Path.of("nlp-models");

    @Test
    void belongToTheCorpus() throws IOException {
        Manifest manifest = Manifest.parse(Files.readString(NLP_MODELS.resolve(Manifest.FILE)));

        assertThat(manifest.entries()).containsEntry("sha256.corpus", Training.corpusHash(NLP_MODELS));
        for (String file : ModelSet.FILES) {
            assertThat(manifest.sha256Of(file))
                    .as(file)
                    .isEqualTo(Manifest.sha256(Files.readAllBytes(NLP_MODELS.resolve(file))));
        }
    }

    @Test
    void staySmall() throws IOException {
        long bytes = 0;
        for (String file : ModelSet.FILES) {
            bytes += Files.size(NLP_MODELS.resolve(file));
        }
        assertThat(bytes).isLessThanOrEqualTo(25L * 1024 * 1024);
    }

    @Test
    void areTrainedOnTextsThatDifferFromOneAnother() throws IOException {
        Corpus corpus = Corpus.read(NLP_MODELS.resolve("corpus"));

        Set<String> texts = new HashSet<>();
        assertThat(corpus.examples())
                .allSatisfy(example ->
                        assertThat(texts.add(example.text())).as(example.text()).isTrue());
    }
}
