package nl.wegwijzer.reading.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import nl.wegwijzer.reading.CrisisSense;
import nl.wegwijzer.reading.CrisisSignal;
import nl.wegwijzer.reading.crisis.Findings;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.features.FeatureExtractor;
import nl.wegwijzer.reading.model.Danger;
import nl.wegwijzer.reading.model.LinearModel;
import nl.wegwijzer.reading.text.Story;

/**
 * How well danger is found in texts of writers that the danger model did not learn from. Writers of the corpus and of the crisis
 * texts are dealt over folds; the rules are the shipped ones (they were written with the texts of the first crisis writer in
 * view, and sharpened on those of the second).
 */
final class CrisisEvaluation {

    private static final int FOLDS = 4;

    private final List<DangerExample> examples;
    private final List<FeatureBag> bags;
    private final List<Story> stories;
    private final List<Findings> findings;

    private CrisisEvaluation(List<DangerExample> examples, FeatureExtractor extractor) {
        this.examples = examples;
        this.stories =
                examples.stream().map(example -> Story.of(example.text())).toList();
        this.findings = stories.stream().map(extractor::findings).toList();
        List<FeatureBag> all = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            all.add(extractor.extract(stories.get(i), findings.get(i)));
        }
        this.bags = all;
    }

    /**
     * What came of it for some texts.
     *
     * @param name which texts, read by what
     * @param dangerous how many have danger in them
     * @param harmless how many have not
     * @param recall which part of the dangerous texts raised any alert
     * @param kind which part of them raised the right alert
     * @param falseAlarms which part of the harmless texts raised an alert
     */
    record Line(String name, int dangerous, int harmless, double recall, double kind, double falseAlarms) {}

    /**
     * What would come of it if the model alone decided.
     *
     * @param threshold an alert is raised from this probability of danger
     * @param recall which part of the dangerous texts is found
     * @param falseAlarms which part of the harmless texts raises an alert
     */
    record Point(double threshold, double recall, double falseAlarms) {}

    /** Everything that the report tells about crisis signals. */
    record Result(List<Line> lines, List<Point> points) {}

    static Result run(Path nlpModels, List<Example> corpus, FeatureExtractor extractor) throws IOException {
        List<DangerExample> all = new ArrayList<>(DangerExample.read(nlpModels));
        all.addAll(DangerExample.of(corpus));
        return new CrisisEvaluation(all, extractor).run();
    }

    private Result run() {
        List<String> writers =
                examples.stream().map(DangerExample::author).distinct().sorted().toList();
        double[] danger = new double[examples.size()];
        List<List<CrisisSignal>> signals = read(writers, danger);
        List<Line> lines = new ArrayList<>();
        List<List<CrisisSignal>> rules =
                findings.stream().map(Findings::signals).toList();
        lines.add(line("corpus, rules alone", rules, example -> !example.hard()));
        lines.add(line("corpus, rules and model", signals, example -> !example.hard()));
        lines.add(line("crisis texts, rules alone", rules, DangerExample::hard));
        lines.add(line("crisis texts, rules and model", signals, DangerExample::hard));
        examples.stream()
                .filter(DangerExample::hard)
                .map(DangerExample::author)
                .distinct()
                .forEach(author -> lines.add(line("of these: " + author, signals, example -> example.author()
                        .equals(author))));
        return new Result(lines, points(danger));
    }

    /**
     * Reads every text by a model that did not learn from its writer.
     *
     * @param danger where to put how likely danger is in each text
     */
    private List<List<CrisisSignal>> read(List<String> writers, double[] danger) {
        List<List<CrisisSignal>> signals = new ArrayList<>(Collections.nCopies(examples.size(), List.of()));
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            Predicate<DangerExample> isHeld = example -> writers.indexOf(example.author()) % FOLDS == held;
            LinearModel<Danger> model = without(isHeld);
            CrisisSense sense = new CrisisSense(model);
            for (int i = 0; i < examples.size(); i++) {
                if (isHeld.test(examples.get(i))) {
                    signals.set(i, sense.signals(stories.get(i), findings.get(i), model.rows(bags.get(i))));
                    danger[i] = sense.danger(model.rows(bags.get(i)));
                }
            }
        }
        return signals;
    }

    private LinearModel<Danger> without(Predicate<DangerExample> held) {
        List<DangerExample> learned = new ArrayList<>();
        List<FeatureBag> theirs = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            if (!held.test(examples.get(i))) {
                learned.add(examples.get(i));
                theirs.add(bags.get(i));
            }
        }
        return LinearModel.of(Training.trainDanger(learned, theirs), Danger.class, 1);
    }

    private Line line(String name, List<List<CrisisSignal>> signals, Predicate<DangerExample> which) {
        int dangerous = 0;
        int harmless = 0;
        int found = 0;
        int right = 0;
        int alarms = 0;
        for (int i = 0; i < examples.size(); i++) {
            DangerExample example = examples.get(i);
            if (!which.test(example)) {
                continue;
            }
            if (example.danger() == Danger.GEEN) {
                harmless++;
                alarms += signals.get(i).isEmpty() ? 0 : 1;
            } else {
                dangerous++;
                found += signals.get(i).isEmpty() ? 0 : 1;
                right += signals.get(i).stream().anyMatch(signal -> Danger.of(signal.alert()) == example.danger())
                        ? 1
                        : 0;
            }
        }
        return new Line(
                name,
                dangerous,
                harmless,
                (double) found / dangerous,
                (double) right / dangerous,
                (double) alarms / harmless);
    }

    private List<Point> points(double[] danger) {
        List<Point> points = new ArrayList<>();
        for (double threshold : new double[] {0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7}) {
            int[] there = new int[2];
            int[] over = new int[2];
            for (int i = 0; i < danger.length; i++) {
                int kind = examples.get(i).danger() == Danger.GEEN ? 0 : 1;
                there[kind]++;
                over[kind] += danger[i] >= threshold ? 1 : 0;
            }
            points.add(new Point(threshold, (double) over[1] / there[1], (double) over[0] / there[0]));
        }
        return points;
    }
}
