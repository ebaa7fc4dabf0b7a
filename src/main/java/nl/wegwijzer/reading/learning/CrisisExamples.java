package nl.wegwijzer.reading.learning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wegwijzer.reading.model.Danger;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.WireValue;

/**
 * Texts with the danger that is in them: the crisis examples, written to be hard, and those of the corpus whose labels leave no
 * doubt.
 *
 * @param text what was typed
 * @param danger the danger
 */
record CrisisExamples(String text, Danger danger) {

    /** The folder with {@code positive.tsv} (alert, text) and {@code negative.tsv} (text). */
    static final String FOLDER = "crisis";

    /**
     * Reads the crisis examples.
     *
     * @throws MalformedCorpusException when a line has an unknown alert
     */
    static List<CrisisExamples> read(Path nlpModels) throws IOException {
        List<CrisisExamples> examples = new ArrayList<>();
        Path positive = nlpModels.resolve(FOLDER).resolve("positive.tsv");
        List<String> lines = Files.readAllLines(positive, StandardCharsets.UTF_8);
        for (int i = 1; i < lines.size(); i++) {
            String[] columns = lines.get(i).split("\t", 2);
            int number = i + 1;
            Alert alert = WireValue.parse(Alert.class, columns[0])
                    .orElseThrow(() -> new MalformedCorpusException(positive, number, "unknown alert"));
            examples.add(new CrisisExamples(columns[1], Danger.of(alert)));
        }
        Files.readAllLines(nlpModels.resolve(FOLDER).resolve("negative.tsv"), StandardCharsets.UTF_8).stream()
                .skip(1)
                .forEach(line -> examples.add(new CrisisExamples(line, Danger.GEEN)));
        return List.copyOf(examples);
    }

    /** Takes those examples of the corpus whose danger follows from their labels. */
    static List<CrisisExamples> of(List<Example> examples) {
        List<CrisisExamples> clear = new ArrayList<>();
        for (Example example : examples) {
            danger(example).ifPresent(danger -> clear.add(new CrisisExamples(example.text(), danger)));
        }
        return List.copyOf(clear);
    }

    private static Optional<Danger> danger(Example example) {
        return switch (example.urgency()) {
            case NORMAAL -> Optional.of(Danger.GEEN);
            case HOOG -> isGraveByNature(example.category()) ? Optional.empty() : Optional.of(Danger.GEEN);
            case ACUUT -> acute(example.category());
        };
    }

    private static boolean isGraveByNature(Category category) {
        return switch (category) {
            case GEWELD, INTIMIDATIE, SEKSUEEL, WAPENS_DRUGS, THUISSITUATIE, WELZIJN -> true;
            default -> false;
        };
    }

    private static Optional<Danger> acute(Category category) {
        return switch (category) {
            case WELZIJN -> Optional.of(Danger.ZELFDODING);
            case THUISSITUATIE -> Optional.of(Danger.THUIS);
            case GEWELD, INTIMIDATIE -> Optional.of(Danger.GEWELD_NU);
            case SEKSUEEL -> Optional.of(Danger.SEKSUEEL_GEWELD);
            default -> Optional.empty();
        };
    }
}
