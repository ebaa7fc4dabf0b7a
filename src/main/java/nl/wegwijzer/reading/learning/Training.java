package nl.wegwijzer.reading.learning;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.features.FeatureExtractor;
import nl.wegwijzer.reading.model.Manifest;
import nl.wegwijzer.reading.model.ModelSet;
import nl.wegwijzer.reading.model.ModelSource;
import nl.wegwijzer.taxonomy.WireValue;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.maxent.quasinewton.QNModel;

/**
 * Trains all models from the corpus and writes them with their manifest. The same corpus and lexicon give the same bytes.
 */
public final class Training {

    private Training() {}

    /**
     * Trains.
     *
     * @param nlpModels the folder with {@code corpus} and {@code lexicon}; the models are written into it
     * @param out what was done, for the person who trains
     */
    public static void run(Path nlpModels, PrintWriter out) throws IOException {
        Corpus corpus = Corpus.read(nlpModels.resolve("corpus"));
        List<Example> examples = corpus.examples();
        FeatureExtractor extractor = ModelSet.features(ModelSource.folder(nlpModels));
        List<LearnedText> texts = LearnedText.all(nlpModels, examples);
        List<FeatureBag> all = Bags.of(texts, extractor);
        List<FeatureBag> bags = all.subList(all.size() - examples.size(), all.size());
        out.printf(
                Locale.ROOT,
                "%d texts of %d writers%n",
                bags.size(),
                corpus.authors().size());
        train(Task.CATEGORY, bags, examples, nlpModels, out);
        train(Task.URGENCY, bags, examples, nlpModels, out);
        train(Task.ACCUSED, Bags.withCategories(bags, examples), examples, nlpModels, out);
        write(
                nlpModels.resolve(ModelSet.COMMITTEE),
                CommitteeTrainer.train(all, Targets.all(texts)).bytes(),
                out);
        Files.writeString(nlpModels.resolve(Manifest.FILE), manifest(nlpModels).text(), StandardCharsets.UTF_8);
    }

    private static void train(
            Task<?> task, List<FeatureBag> bags, List<Example> examples, Path nlpModels, PrintWriter out)
            throws IOException {
        List<Example> clear = examples.stream().filter(task.clear()).toList();
        List<FeatureBag> theirs = IntStream.range(0, bags.size())
                .filter(i -> task.clear().test(examples.get(i)))
                .mapToObj(bags::get)
                .toList();
        QNModel model = task.trainer().train(theirs, task.labels(clear), task.names());
        write(nlpModels.resolve(task.file()), bytes(model), out);
    }

    private static void write(Path file, byte[] bytes, PrintWriter out) throws IOException {
        Files.write(file, bytes);
        out.printf(Locale.ROOT, "%s: %d bytes%n", file.getFileName(), bytes.length);
        out.flush();
    }

    private static byte[] bytes(QNModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream output = new DataOutputStream(new GZIPOutputStream(bytes))) {
            new BinaryQNModelWriter(model, output).persist();
        }
        return bytes.toByteArray();
    }

    /** Makes the manifest of what now lies in a folder. Temperatures and threshold are those that the evaluation found. */
    static Manifest manifest(Path nlpModels) throws IOException {
        Map<String, String> entries = new TreeMap<>(Calibration.read(nlpModels).entries());
        for (String file : ModelSet.FILES) {
            entries.put("sha256." + file, Manifest.sha256(Files.readAllBytes(nlpModels.resolve(file))));
        }
        entries.put("sha256.corpus", corpusHash(nlpModels));
        return new Manifest(entries);
    }

    /** Returns one SHA-256 over the names and contents of all corpus files. */
    public static String corpusHash(Path nlpModels) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<Path> files = new ArrayList<>(Corpus.files(nlpModels.resolve("corpus")));
        files.addAll(Corpus.files(nlpModels.resolve(LearnedText.CRISIS)));
        for (Path file : files) {
            String line = file.getFileName() + " " + Manifest.sha256(Files.readAllBytes(file)) + "\n";
            all.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        }
        return Manifest.sha256(all.toByteArray());
    }

    /** Returns the numbers of the labels of some examples. */
    static <E extends Enum<E> & WireValue> int[] labels(List<Example> examples, Function<Example, E> label) {
        return examples.stream()
                .mapToInt(example -> label.apply(example).ordinal())
                .toArray();
    }

    /** Returns the wire values of a closed list, in its order. */
    static <E extends Enum<E> & WireValue> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(WireValue::wire).toList();
    }
}
