package nl.wegwijzer.reading.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import nl.wegwijzer.reading.crisis.CrisisRules;
import nl.wegwijzer.reading.features.DangerWords;
import nl.wegwijzer.reading.features.FeatureBag;
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
 * @param committee which crisis, and what it thinks beside the others
 * @param threshold the chat asks when the likeliest label is less probable than this
 */
public record ModelSet(
        FeatureExtractor features,
        JointModel<Category> category,
        JointModel<Accused> accused,
        JointModel<Urgency> urgency,
        Committee committee,
        double threshold) {

    private static final String CRISIS = "lexicon/crisis.rules";

    /** The file of the committee. */
    public static final String COMMITTEE = "committee.bin.gz";

    private static final int LINEAR_MODELS = 3;

    /** The files that together make the reader, relative to {@code nlp-models}. */
    public static final List<String> FILES = List.of(
            "category.bin.gz",
            "accused.bin.gz",
            "urgency.bin.gz",
            COMMITTEE,
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
            Map<String, byte[]> files = FILES.parallelStream()
                    .collect(Collectors.toConcurrentMap(file -> file, file -> checked(source, manifest, file)));
            return merged(files, manifest);
        } catch (IOException e) {
            throw new ModelException("The models cannot be read", e);
        }
    }

    private static byte[] checked(ModelSource source, Manifest manifest, String file) {
        try {
            byte[] content = source.read(file);
            manifest.check(file, content);
            return content;
        } catch (IOException e) {
            throw new ModelException("nlp-models/" + file + " cannot be read", e);
        }
    }

    /** Reads the word lists, the committee and the OpenNLP models side by side, and lays the last on one table. */
    private static ModelSet merged(Map<String, byte[]> files, Manifest manifest) {
        CompletableFuture<Committee> committee =
                CompletableFuture.supplyAsync(() -> committee(content(files, COMMITTEE)));
        CompletableFuture<FeatureExtractor> features = CompletableFuture.supplyAsync(() -> features(files));
        List<ModelFile> models = FILES.subList(0, LINEAR_MODELS).parallelStream()
                .map(file -> model(file, content(files, file)))
                .toList();
        WeightTable table = new WeightTable(models);
        int accused = models.get(0).outcomes().size();
        int urgency = accused + models.get(1).outcomes().size();
        Committee read = ready(committee);
        return new ModelSet(
                ready(features),
                joint(
                        LinearModel.on(table, 0, models.get(0).outcomes(), Category.class),
                        read.question("category", Category.class),
                        manifest),
                joint(
                        LinearModel.on(table, accused, models.get(1).outcomes(), Accused.class),
                        read.question("accused", Accused.class),
                        manifest),
                joint(
                        LinearModel.on(table, urgency, models.get(2).outcomes(), Urgency.class),
                        read.question("urgency", Urgency.class),
                        manifest),
                read,
                manifest.number("threshold"));
    }

    private static <T> T ready(CompletableFuture<T> part) {
        try {
            return part.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : e;
        }
    }

    private static FeatureExtractor features(Map<String, byte[]> files) {
        try {
            return features(file -> content(files, file));
        } catch (IOException e) {
            throw new ModelException("The word lists cannot be read", e);
        }
    }

    private static <E extends Enum<E> & WireValue> JointModel<E> joint(
            LinearModel<E> linear, Committee.Question<E> question, Manifest manifest) {
        return new JointModel<>(
                linear,
                question,
                manifest.number("temperature." + question.head().name()));
    }

    private static Committee committee(byte[] content) {
        try {
            return Committee.read(content);
        } catch (IOException | ModelException e) {
            throw new ModelException(COMMITTEE + " cannot be read", e);
        }
    }

    /** Looks up the features of a story for all models. */
    public Insight insight(FeatureBag bag) {
        Rows rows = category.linear().rows(bag);
        return new Insight(rows, committee.read(rows));
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
