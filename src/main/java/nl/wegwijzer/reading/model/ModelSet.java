package nl.wegwijzer.reading.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.wegwijzer.reading.crisis.CrisisRules;
import nl.wegwijzer.reading.features.FeatureExtractor;
import nl.wegwijzer.reading.features.FeatureWeights;
import nl.wegwijzer.reading.features.Lexicon;
import nl.wegwijzer.reading.text.FunctionWords;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Urgency;

/**
 * Everything that was trained or written down for reading, loaded once and shared by all threads.
 *
 * @param features makes features as they were made in training
 * @param category what a story is about
 * @param accused who did it
 * @param urgency how soon someone must look
 * @param danger which crisis
 * @param crisis the crisis rules
 * @param threshold the chat asks when the likeliest label is less probable than this
 */
public record ModelSet(
        FeatureExtractor features,
        LinearModel<Category> category,
        LinearModel<Accused> accused,
        LinearModel<Urgency> urgency,
        LinearModel<Danger> danger,
        CrisisRules crisis,
        double threshold) {

    /** The files that together make the reader, relative to {@code nlp-models}. */
    public static final List<String> FILES =
            List.of("category.bin", "accused.bin", "urgency.bin", "lexicon/spelling.txt", "lexicon/concepts.txt");

    /** Crisis rules are checked by their own tests and may be sharpened without training again. */
    private static final String CRISIS = "lexicon/crisis.rules";

    /**
     * Loads the files and checks them against the manifest.
     *
     * @throws ModelException when a file is missing or is not the one that belongs to the others
     */
    public static ModelSet load(ModelSource source) {
        try {
            Manifest manifest = Manifest.parse(text(source, Manifest.FILE));
            for (String file : FILES) {
                manifest.check(file, source.read(file));
            }
            return new ModelSet(
                    new FeatureExtractor(lexicon(source), FeatureWeights.BEST),
                    LinearModel.read(
                            source.read("category.bin"), Category.class, manifest.number("temperature.category")),
                    LinearModel.read(source.read("accused.bin"), Accused.class, manifest.number("temperature.accused")),
                    LinearModel.read(source.read("urgency.bin"), Urgency.class, manifest.number("temperature.urgency")),
                    LinearModel.read(source.read("danger.bin"), Danger.class, 1),
                    CrisisRules.parse(lines(source, CRISIS)),
                    manifest.number("threshold"));
        } catch (IOException e) {
            throw new ModelException("The models cannot be read", e);
        }
    }

    /** Reads the word lists. */
    public static Lexicon lexicon(ModelSource source) throws IOException {
        return Lexicon.parse(
                FunctionWords.parse(lines(source, "lexicon/languages.txt")),
                lines(source, "lexicon/spelling.txt"),
                lines(source, "lexicon/english.txt"),
                lines(source, "lexicon/concepts.txt"));
    }

    private static List<String> lines(ModelSource source, String file) throws IOException {
        return text(source, file).lines().toList();
    }

    private static String text(ModelSource source, String file) throws IOException {
        return new String(source.read(file), StandardCharsets.UTF_8);
    }
}
