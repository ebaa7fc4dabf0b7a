package nl.wegwijzer.reading.learning;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.wegwijzer.reading.OpenNlpReportReader;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.features.FeatureExtractor;
import nl.wegwijzer.reading.model.Manifest;
import nl.wegwijzer.reading.model.ModelSet;
import nl.wegwijzer.reading.model.ModelSource;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.WireValue;

/**
 * Judges the models on writers they have not seen and writes {@code REPORT.md}, two pictures, and the temperatures and the
 * threshold that training takes over. It trains many models and takes a while.
 */
public final class Evaluation {

    /** What is not asked must be right this often (the risk that is accepted is the rest). */
    static final double ACCEPTED_RISK = 0.05;

    /** Writers are dealt over so many folds for the category; leaving out each of them alone would take hours. */
    private static final int CATEGORY_FOLDS = 8;

    /** And over so many for the rest. */
    private static final int FOLDS = 5;

    private Evaluation() {}

    /**
     * Evaluates.
     *
     * @param nlpModels the folder with {@code corpus} and {@code lexicon}
     * @param person whether a wrong reading still reaches the right person
     * @param out how far it is, for the person who waits
     */
    public static void run(Path nlpModels, RightPerson person, PrintWriter out) throws IOException {
        Corpus corpus = Corpus.read(nlpModels.resolve("corpus"));
        List<Example> examples = corpus.examples();
        FeatureExtractor extractor = ModelSet.features(ModelSource.folder(nlpModels));
        List<LearnedText> texts = LearnedText.all(nlpModels, examples);
        List<FeatureBag> all = Bags.of(texts, extractor);
        List<FeatureBag> bags = all.subList(all.size() - examples.size(), all.size());
        Report report = new Report();
        report.corpus(corpus);
        report.agreement(Agreement.read(nlpModels));
        HeldCommittee committee = HeldCommittee.of(texts, all, FOLDS);
        report.crisis(CrisisEvaluation.run(committee, all, extractor));
        write(nlpModels, "REPORT.md", report.text());
        Held alone = hold(Task.CATEGORY, Folds.byWriters(examples, CATEGORY_FOLDS), bags, examples, out);
        Held category = joined(Task.CATEGORY, alone, committee, out);
        double temperature = Temperature.fit(category);
        List<FeatureBag> withCategories = Bags.withCategories(bags, alone);
        Held accused = joined(
                Task.ACCUSED,
                hold(Task.ACCUSED, Folds.byWriters(examples, FOLDS), withCategories, examples, out),
                committee,
                out);
        Held urgency = joined(
                Task.URGENCY,
                hold(Task.URGENCY, Folds.byWriters(examples, FOLDS), bags, examples, out),
                committee,
                out);
        RiskCoverage curve = RiskCoverage.of(category, temperature);
        double threshold = curve.threshold(ACCEPTED_RISK);
        report.category(category, examples);
        report.calibration(category, temperature, curve, threshold);
        report.routing(reached(category, examples, temperature, threshold, person));
        report.task("Accused", accused);
        report.agreed(accused, examples);
        report.task("Urgency", urgency);
        report.confusions(category);
        write(nlpModels, "confusion.svg", Svg.confusion(category.names(), category.confusion()));
        write(nlpModels, "risk-coverage.svg", Svg.riskCoverage(curve, threshold));
        Manifest found = calibration(category, accused, urgency, threshold);
        write(nlpModels, Calibration.FILE, found.text());
        write(nlpModels, Manifest.FILE, Training.manifest(nlpModels).text());
        report.keptApart(KeptApart.run(nlpModels, OpenNlpReportReader.load(ModelSource.folder(nlpModels)), person));
        write(nlpModels, "REPORT.md", report.text());

        Comparison comparison = new Comparison(corpus, extractor, out);
        report.grouped(comparison.grouped(bags));
        report.table("Learning curve", comparison.learningCurve(bags));
        report.table("Trainers", comparison.trainers(bags));
        write(nlpModels, "REPORT.md", report.text());
        report.table("Features", comparison.features(bags));
        write(nlpModels, "REPORT.md", report.text());
    }

    /** Returns which part of the texts reaches the right person, when those about which the model is unsure are asked about. */
    private static double reached(
            Held category, List<Example> examples, double temperature, double threshold, RightPerson person) {
        double[] confidence = Temperature.confidence(category, temperature);
        int reached = 0;
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            Category read = Category.values()[category.best(i)];
            boolean asked = confidence[i] < threshold;
            reached += asked || person.isReached(example.category(), read, example.accused()) ? 1 : 0;
        }
        return (double) reached / examples.size();
    }

    private static Held hold(
            Task<?> task, Folds folds, List<FeatureBag> bags, List<Example> examples, PrintWriter out) {
        Held held = folds.hold(
                bags,
                task.labels(examples),
                task.names(),
                task.trainer(),
                fold -> text -> task.clear().test(examples.get(text)));
        out.printf(Locale.ROOT, "%s: accuracy %.3f, macro-F1 %.3f%n", task.name(), held.accuracy(), held.macroF1());
        out.flush();
        return held;
    }

    /** Adds the committee to what an OpenNLP model alone thought. */
    private static <E extends Enum<E> & WireValue> Held joined(
            Task<E> task, Held alone, HeldCommittee committee, PrintWriter out) {
        Held joint = committee.join(alone, task);
        out.printf(
                Locale.ROOT,
                "%s with the committee: accuracy %.3f, macro-F1 %.3f%n",
                task.name(),
                joint.accuracy(),
                joint.macroF1());
        out.flush();
        return joint;
    }

    private static Manifest calibration(Held category, Held accused, Held urgency, double threshold) {
        Map<String, String> entries = new TreeMap<>();
        entries.put("temperature.category", Double.toString(Temperature.fit(category)));
        entries.put("temperature.accused", Double.toString(Temperature.fit(accused)));
        entries.put("temperature.urgency", Double.toString(Temperature.fit(urgency)));
        entries.put("threshold", Double.toString(threshold));
        return new Manifest(entries);
    }

    private static void write(Path folder, String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
    }
}
