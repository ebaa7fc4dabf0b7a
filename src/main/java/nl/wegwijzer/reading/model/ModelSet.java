package nl.wegwijzer.reading.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
import nl.wegwijzer.taxonomy.WireValue;

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
            "category.bin",
            "accused.bin",
            "urgency.bin",
            "danger.bin",
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
        CompletableFuture<LinearModel<Category>> category =
                CompletableFuture.supplyAsync(() -> model(files, "category", Category.class, manifest));
        CompletableFuture<LinearModel<Danger>> danger =
                CompletableFuture.supplyAsync(() -> model(files, "danger", Danger.class, manifest));
        LinearModel<Accused> accused = model(files, "accused", Accused.class, manifest);
        LinearModel<Urgency> urgency = model(files, "urgency", Urgency.class, manifest);
        List<WeightTable> tables = List.of(
                category.join().table(),
                accused.table(),
                urgency.table(),
                danger.join().table());
        WeightTable all = WeightTable.merge(tables);
        int first = tables.get(0).outcomes();
        int second = first + tables.get(1).outcomes();
        int third = second + tables.get(2).outcomes();
        return new ModelSet(
                features,
                category.join().on(all, 0),
                accused.on(all, first),
                urgency.on(all, second),
                danger.join().on(all, third),
                manifest.number("threshold"));
    }

    private static <E extends Enum<E> & WireValue> LinearModel<E> model(
            Map<String, byte[]> files, String name, Class<E> type, Manifest manifest) {
        try {
            double temperature = name.equals("danger") ? 1 : manifest.number("temperature." + name);
            return LinearModel.read(content(files, name + ".bin"), type, temperature);
        } catch (IOException e) {
            throw new ModelException(name + ".bin cannot be read", e);
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
