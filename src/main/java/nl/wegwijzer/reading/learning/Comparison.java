package nl.wegwijzer.reading.learning;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.features.FeatureExtractor;
import nl.wegwijzer.reading.features.FeatureFamily;
import nl.wegwijzer.reading.features.FeatureWeights;

/** Other ways of doing the same, each judged on the category of texts by writers it has not seen. */
final class Comparison {

    /** Writers are dealt over this many folds, which costs less than leaving out each alone and orders ways alike. */
    private static final int FOLDS = 2;

    /** As the shipped model is trained: with fewer steps the ways come in another order. */
    private static final MaxentTrainer TRAINER = Task.CATEGORY.trainer();

    private final List<Example> examples;
    private final Corpus corpus;
    private final FeatureExtractor extractor;
    private final PrintWriter out;
    private final Folds folds;
    private final int[] labels;
    private final List<Held> ours = new ArrayList<>(1);
    private final List<String> names = Task.CATEGORY.names();

    /**
     * Prepares.
     *
     * @param out how far it is, for the person who waits
     */
    Comparison(Corpus corpus, FeatureExtractor extractor, PrintWriter out) {
        this.corpus = corpus;
        this.examples = corpus.examples();
        this.extractor = extractor;
        this.out = out;
        this.folds = Folds.byWriters(examples, FOLDS);
        this.labels = Task.CATEGORY.labels(examples);
    }

    /** One line of a table: what was done and what came of it. */
    record Line(String name, double macroF1, double accuracy) {}

    /** Cross-validation in which near-duplicates stay together but writers do not. */
    Line grouped(List<FeatureBag> bags) {
        int[] groups =
                NearDuplicates.groups(examples.stream().map(Example::text).toList());
        Held held = Folds.byGroup(groups, FOLDS).hold(bags, labels, names, TRAINER);
        return line(FOLDS + " folds, near-duplicates together", held);
    }

    /** A quarter, half and all of the other writers to learn from. */
    List<Line> learningCurve(List<FeatureBag> bags) {
        List<String> authors = corpus.authors();
        List<Line> lines = new ArrayList<>();
        for (int part : new int[] {4, 2}) {
            Held held = folds.hold(bags, labels, names, TRAINER, fold -> text -> {
                int author = authors.indexOf(examples.get(text).author());
                return author / FOLDS % part == 0;
            });
            lines.add(line("1/" + part + " of the other writers", held));
        }
        lines.add(new Line("all other writers", ours(bags).macroF1(), ours(bags).accuracy()));
        return lines;
    }

    /** The OpenNLP model as it is shipped, computed once. */
    private Line ours(List<FeatureBag> bags) {
        return line("maxent QN, L2, rare features favoured", held(bags));
    }

    private Held held(List<FeatureBag> bags) {
        if (ours.isEmpty()) {
            ours.add(folds.hold(bags, labels, names, TRAINER));
        }
        return ours.get(0);
    }

    /** The shipped way: that model and a committee that learned from the same half of the corpus. */
    private Line withCommittee(List<FeatureBag> bags) {
        HeldCommittee committee = HeldCommittee.of(LearnedText.of(examples), bags, FOLDS);
        return line("the same and a committee (ours)", committee.join(held(bags), Task.CATEGORY));
    }

    /** OpenNLP's trainers, and a stock text classifier. */
    List<Line> trainers(List<FeatureBag> bags) {
        Map<String, Learner> learners = new LinkedHashMap<>();
        learners.put(
                "maxent QN, L2, all features alike",
                new MaxentTrainer(
                        TRAINER.l2(), TRAINER.iterations(), TRAINER.fewest(), TRAINER.balance(), 0, TRAINER.without()));
        learners.put("maxent GIS, 40 rounds", new StockTrainer("MAXENT", 40, false));
        learners.put("perceptron, 40 rounds", new StockTrainer("PERCEPTRON", 40, true));
        learners.put("naive Bayes", new StockTrainer("NAIVEBAYES", 1, false));
        List<Line> lines = new ArrayList<>();
        lines.add(ours(bags));
        lines.add(withCommittee(bags));
        learners.forEach((name, learner) -> lines.add(line(name, folds.hold(bags, labels, names, learner))));
        lines.add(line("baseline: TF-IDF words, linear SVM", baseline()));
        return lines;
    }

    private Held baseline() {
        double[][] scores = new double[labels.length][];
        for (int fold = 0; fold < folds.count(); fold++) {
            List<String> texts = new ArrayList<>();
            List<Integer> theirs = new ArrayList<>();
            for (int i = 0; i < labels.length; i++) {
                if (folds.of()[i] != fold) {
                    texts.add(examples.get(i).text());
                    theirs.add(labels[i]);
                }
            }
            Function<String, double[]> reader = TfIdfBaseline.learn(
                    texts, theirs.stream().mapToInt(Integer::intValue).toArray(), names.size());
            for (int i = 0; i < labels.length; i++) {
                if (folds.of()[i] == fold) {
                    scores[i] = reader.apply(examples.get(i).text());
                }
            }
        }
        return new Held(names, labels, scores);
    }

    /** What each family of features brings. */
    List<Line> features(List<FeatureBag> all) {
        FeatureWeights best = FeatureWeights.BEST;
        Map<String, FeatureWeights> ways = new LinkedHashMap<>();
        ways.put("stems alone", best.only(EnumSet.of(FeatureFamily.WORDS, FeatureFamily.ENGLISH)));
        ways.put("letter groups alone", best.only(EnumSet.of(FeatureFamily.LETTERS)));
        ways.put("without pairs of stems", best.without(FeatureFamily.PAIRS, FeatureFamily.SKIP_PAIRS));
        ways.put("without letter groups", best.without(FeatureFamily.LETTERS));
        ways.put("without the ideas", best.without(FeatureFamily.CONCEPTS, FeatureFamily.ROLES));
        ways.put("without the ideas of danger", best.without(FeatureFamily.DANGERS, FeatureFamily.DANGER_PAIRS));
        ways.put("with pairs of ideas", best.with(FeatureFamily.CONCEPT_PAIRS, 0.4f));
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("all families", ours(all).macroF1(), ours(all).accuracy()));
        ways.forEach((name, weights) -> {
            List<FeatureBag> bags = Bags.of(LearnedText.of(examples), extractor.with(weights));
            lines.add(line(name, folds.hold(bags, labels, names, TRAINER)));
        });
        return lines;
    }

    private Line line(String name, Held held) {
        Line line = new Line(name, held.macroF1(), held.accuracy());
        out.printf(Locale.ROOT, "%s: macro-F1 %.3f%n", name, line.macroF1());
        out.flush();
        return line;
    }

    /** Returns how many texts differ from all others enough to be a group of their own. */
    static long distinct(List<Example> examples) {
        int[] groups =
                NearDuplicates.groups(examples.stream().map(Example::text).toList());
        return Arrays.stream(groups).distinct().count();
    }
}
