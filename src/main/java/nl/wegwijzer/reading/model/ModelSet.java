package nl.wegwijzer.reading.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.wegwijzer.reading.crisis.CrisisRules;
import nl.wegwijzer.reading.features.DangerWords;
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
 * @param threshold the chat asks when the likeliest label is less probable than this
 */
public record ModelSet(
        FeatureExtractor features,
        LinearModel<Category> category,
        LinearModel<Accused> accused,
        LinearModel<Urgency> urgency,
        LinearModel<Danger> danger,
        double threshold) {

    private static final String CRISIS = "lexicon/crisis.rules";

    /** The files that together make the reader, relative to {@code nlp-models}. */
    public static final List<String> FILES = List.of(
            "category.bin.gz",
            "accused.bin.gz",
            "urgency.bin.gz",
            "danger.bin.gz",
            "lexicon/spelling.txt",
            "lexicon/english.txt",
            "lexicon/languages.txt",
            "lexicon/concepts.txt",
            "lexicon/danger.txt",
            CRISIS);

    /**
     * Loads the files and checks them against the manifest.
     *
     * @throws ModelException when a file is missing or is not the one that belongs to the others
     */
    public static ModelSet load(ModelSource source) {
        try {
            Manifest manifest = Manifest.parse(text(source, Manifest.FILE));
            Map<String, byte[]> files = new ConcurrentHashMap<>();
            for (String file : FILES) {
                files.put(file, source.read(file));
            }
            FILES.parallelStream().forEach(file -> manifest.check(file, content(files, file)));
            return merged(features(file -> content(files, file)), files, manifest);
        } catch (IOException e) {
            throw new ModelException("The models cannot be read", e);
        }
    }

    /** Reads the four models side by side and lays them on one table. */
    private static ModelSet merged(FeatureExtractor features, Map<String, byte[]> files, Manifest manifest) {
        List<ModelFile> models = FILES.subList(0, 4).parallelStream()
                .map(file -> model(file, content(files, file)))
                .toList();
        WeightTable table = new WeightTable(models);
        int accused = models.get(0).outcomes().size();
        int urgency = accused + models.get(1).outcomes().size();
        int danger = urgency + models.get(2).outcomes().size();
        return new ModelSet(
                features,
                LinearModel.on(
                        table, 0, models.get(0).outcomes(), Category.class, manifest.number("temperature.category")),
                LinearModel.on(
                        table,
                        accused,
                        models.get(1).outcomes(),
                        Accused.class,
                        manifest.number("temperature.accused")),
                LinearModel.on(
                        table,
                        urgency,
                        models.get(2).outcomes(),
                        Urgency.class,
                        manifest.number("temperature.urgency")),
                LinearModel.on(table, danger, models.get(3).outcomes(), Danger.class, 1),
                manifest.number("threshold"));
    }

    private static ModelFile model(String name, byte[] content) {
        try {
            return ModelFile.read(content);
        } catch (IOException e) {
            throw new ModelException(name + " cannot be read", e);
        }
    }

    private static byte[] content(Map<String, byte[]> files, String file) {
        byte[] content = files.get(file);
        if (content == null) {
            throw new ModelException("nlp-models/" + file + " was not loaded");
        }
        return content;
    }

    /** Reads the word lists and the crisis rules: all that makes features of a story. */
    public static FeatureExtractor features(ModelSource source) throws IOException {
        return new FeatureExtractor(
                lexicon(source),
                DangerWords.parse(lines(source, "lexicon/danger.txt")),
                CrisisRules.parse(lines(source, CRISIS)),
                FeatureWeights.BEST);
    }

    private static Lexicon lexicon(ModelSource source) throws IOException {
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
