package nl.wegwijzer.reading.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.text.Story;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Urgency;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.MaxentModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearModelTest {

    private static final ModelSource SHIPPED = ModelSource.classPath();

    @Test
    void computesWhatOpenNlpComputes() throws IOException {
        byte[] file = SHIPPED.read("category.bin.gz");
        MaxentModel openNlp = new GenericModelReader(new BinaryFileDataReader(
                        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(file)))))
                .getModel();
        ModelSet models = ModelSet.load(SHIPPED);
        LinearModel<Category> ours = LinearModel.read(file, Category.class);

        for (String text : new String[] {"ze lachen me uit", "mijn fiets is gejat", "hoi", "my father hits me", ""}) {
            FeatureBag bag = models.features().extract(Story.of(text));
            double[] expected = openNlp.eval(bag.names(), bag.values());
            double[] probabilities = ours.probabilities(ours.rows(bag));
            for (int c = 0; c < probabilities.length; c++) {
                int outcome = openNlp.getIndex(ours.labels().get(c).wire());
                assertThat(probabilities[c]).isCloseTo(expected[outcome], within(1e-4));
            }
        }
    }

    @Test
    void readsWithAllModelsOnOneTableWhatEachReadsAlone() throws IOException {
        ModelSet models = ModelSet.load(SHIPPED);
        LinearModel<Urgency> alone = LinearModel.read(SHIPPED.read("urgency.bin.gz"), Urgency.class);
        FeatureBag bag = models.features().extract(Story.of("hij heeft een mes en wacht me op"));

        assertThat(models.urgency()
                        .linear()
                        .probabilities(models.category().linear().rows(bag)))
                .containsExactly(alone.probabilities(alone.rows(bag)), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 12, 100_000, 3_000_000})
    void refusesAFileThatIsCutOff(int length) throws IOException {
        byte[] file = SHIPPED.read("urgency.bin.gz");
        byte[] whole = new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes();
        ByteArrayOutputStream half = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(half)) {
            gzip.write(whole, 0, length);
        }
        assertThatThrownBy(() -> LinearModel.read(half.toByteArray(), Urgency.class))
                .isInstanceOf(ModelException.class);
    }

    @Test
    void staysSmallEnoughToShip() throws IOException {
        long bytes = 0;
        for (String file : ModelSet.FILES) {
            bytes += SHIPPED.read(file).length;
        }
        assertThat(bytes).isLessThan(25_000_000);
    }

    @Test
    void refusesAFileThatWasChanged() {
        ModelSource changed = file -> {
            byte[] content = SHIPPED.read(file);
            if (file.equals("accused.bin.gz")) {
                content[content.length / 2] ^= 1;
            }
            return content;
        };
        assertThatThrownBy(() -> ModelSet.load(changed))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("accused.bin.gz");
    }

    @Test
    void namesTheFileThatIsMissing() {
        ModelSource empty = file -> {
            throw new ModelException("The class path has no nlp-models/" + file);
        };
        assertThatThrownBy(() -> ModelSet.load(empty))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(Manifest.FILE);
    }

    @Test
    void isSurerAtALowerTemperature() {
        double[] scores = {1, 0, -1};
        assertThat(LinearModel.softmax(scores, 0.5)[0]).isGreaterThan(LinearModel.softmax(scores, 2)[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, Integer.MAX_VALUE})
    void refusesADamagedFile(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream output = new DataOutputStream(new GZIPOutputStream(bytes))) {
            output.writeUTF("QN");
            output.writeInt(count);
            output.writeInt(count);
            output.writeInt(-1);
        }

        assertThatThrownBy(() -> LinearModel.read(bytes.toByteArray(), Category.class))
                .isInstanceOf(ModelException.class)
                .hasMessage("The model file is damaged");
    }
}
