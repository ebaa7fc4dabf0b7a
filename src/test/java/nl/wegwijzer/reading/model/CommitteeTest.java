package nl.wegwijzer.reading.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.text.Story;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitteeTest {

    /** Two members of two units each; a category as the only feature, because a test may make no other bag. */
    private static CommitteeFile small() {
        return new CommitteeFile(
                2,
                2,
                0.5f,
                new float[] {0, 0, 0, 0},
                List.of(new CommitteeFile.Head(
                        "urgency",
                        List.of("acuut", "normaal:rust", "normaal:stil"),
                        new float[] {0, 0, 0, 0, 0, 0},
                        new float[] {2, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1})),
                new long[] {CommitteeFile.hash("c:geweld"), CommitteeFile.hash("c:welzijn")},
                new byte[] {4, -4, 2, 0, -4, 4, 0, 2});
    }

    private static FeatureBag bag(String category) {
        return FeatureBag.ofCategories(List.of(category), new double[] {1});
    }

    private static double[] urgency(FeatureBag bag) {
        return urgency(new Committee(small()), bag);
    }

    private static double[] urgency(Committee committee, FeatureBag bag) {
        return committee.read(bag).probabilities(committee.question("urgency", Urgency.class));
    }

    @Test
    void averagesWhatItsMembersThinkAndSumsThePartsOfALabel() {
        double first = Math.exp(4) / (Math.exp(4) + 2);
        double second = Math.exp(1) / (Math.exp(1) + 2);

        double[] probabilities = urgency(bag("geweld"));

        assertThat(probabilities[Urgency.ACUUT.ordinal()]).isCloseTo((first + second) / 2, within(1e-6));
        assertThat(probabilities[Urgency.HOOG.ordinal()]).isZero();
        assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void knowsNothingOfAFeatureThatItNeverSaw() {
        assertThat(urgency(bag("klacht"))).containsExactly(new double[] {1.0 / 3, 0, 2.0 / 3}, within(1e-6));
    }

    @Test
    void givesTheSameAnswersWhenItWasWrittenAndRead() throws IOException {
        Committee read = Committee.read(small().bytes());

        assertThat(urgency(read, bag("welzijn"))).containsExactly(urgency(bag("welzijn")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20, 40, 90, 180})
    void refusesAFileThatIsCutOff(int length) throws IOException {
        byte[] whole = new GZIPInputStream(new ByteArrayInputStream(small().bytes())).readAllBytes();
        ByteArrayOutputStream half = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(half)) {
            gzip.write(whole, 0, Math.min(length, whole.length - 1));
        }
        assertThatThrownBy(() -> Committee.read(half.toByteArray())).isInstanceOf(ModelException.class);
    }

    @Test
    void refusesAFileWithSomethingBehindItsEnd() throws IOException {
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(longer)) {
            gzip.write(new GZIPInputStream(new ByteArrayInputStream(small().bytes())).readAllBytes());
            gzip.write(7);
        }
        assertThatThrownBy(() -> Committee.read(longer.toByteArray())).isInstanceOf(ModelException.class);
    }

    @Test
    void refusesAQuestionThatItWasNotAsked() {
        Committee committee = new Committee(small());

        assertThatThrownBy(() -> committee.question("category", Category.class))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("category");
        assertThatThrownBy(() -> committee.question("urgency", Category.class))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("acuut");
    }

    @Test
    void isNamedWhenItsFileIsAnotherModel() throws IOException {
        byte[] other = ModelSource.classPath().read("urgency.bin.gz");
        ModelSource swapped = file -> switch (file) {
            case ModelSet.COMMITTEE -> other;
            case Manifest.FILE ->
                new String(ModelSource.classPath().read(file), StandardCharsets.UTF_8)
                        .replaceAll("sha256.committee.bin.gz=.*", "sha256.committee.bin.gz=" + Manifest.sha256(other))
                        .getBytes(StandardCharsets.UTF_8);
            default -> ModelSource.classPath().read(file);
        };

        assertThatThrownBy(() -> ModelSet.load(swapped))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(ModelSet.COMMITTEE);
    }

    @Test
    void seesDangerInWordsThatNameNone() {
        ModelSet models = ModelSet.load(ModelSource.classPath());

        assertThat(danger(models, "ik heb hem gezegd dat hij mij vanmiddag niet met zijn mes achterna moet komen"))
                .isGreaterThan(danger(models, "bij handvaardigheid sneed ik met het mes in mijn werkstuk"));
    }

    private static double danger(ModelSet models, String text) {
        Committee committee = models.committee();
        FeatureBag bag = models.features().extract(Story.of(text));
        return 1 - committee.read(bag).probabilities(committee.danger())[Danger.GEEN.ordinal()];
    }
}
