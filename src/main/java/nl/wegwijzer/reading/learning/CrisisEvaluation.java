package nl.wegwijzer.reading.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wegwijzer.reading.CrisisSense;
import nl.wegwijzer.reading.CrisisSignal;
import nl.wegwijzer.reading.crisis.Findings;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.features.FeatureExtractor;
import nl.wegwijzer.reading.model.Committee;
import nl.wegwijzer.reading.model.Danger;
import nl.wegwijzer.reading.model.LinearModel;
import nl.wegwijzer.reading.text.Story;

/**
 * How well danger is found in texts of writers that the committee did not learn from. The rules are the shipped ones; they were
 * sharpened with the texts of the first nine crisis writers in view.
 */
final class CrisisEvaluation {

    /** What the committee is compared with: OpenNLP's trainer on the same features, with the settings that did best for it. */
    private static final MaxentTrainer MAXENT = new MaxentTrainer(0.1, 40, 3, 0.15, 1, Set.of());

    /** Ways are compared on the writers of this fold: OpenNLP's trainer learns from the others, as the committee did. */
    private static final int COMPARED = 0;

    private static final int GEEN = Danger.GEEN.ordinal();

    private final List<LearnedText> texts;
    private final List<FeatureBag> bags;
    private final List<List<CrisisSignal>> rules;
    private final List<List<CrisisSignal>> signals;
    private final double[] danger;
    private final double[] asWhole;
    private final int[] fold;

    private CrisisEvaluation(HeldCommittee held, List<FeatureBag> bags, FeatureExtractor extractor) {
        int[] clear = IntStream.range(0, bags.size())
                .filter(i -> !held.texts().get(i).dangerDoubted())
                .toArray();
        this.texts = Arrays.stream(clear).mapToObj(held.texts()::get).toList();
        this.bags = Arrays.stream(clear).mapToObj(bags::get).toList();
        this.danger = new double[clear.length];
        this.asWhole = new double[clear.length];
        this.fold = Arrays.stream(clear).map(i -> held.fold()[i]).toArray();
        this.rules = new ArrayList<>();
        this.signals = new ArrayList<>();
        for (int i : clear) {
            Story story = Story.of(held.texts().get(i).text());
            Findings findings = extractor.findings(story);
            Committee.Impression whole = held.impressions().get(i);
            CrisisSense.Sensed sensed =
                    new CrisisSense(extractor, held.committees().get(i)).sense(story, findings, whole);
            danger[rules.size()] = sensed.danger();
            asWhole[rules.size()] =
                    1 - whole.probabilities(held.committees().get(i).danger())[GEEN];
            rules.add(findings.signals());
            signals.add(sensed.signals());
        }
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

    /**
     * How much danger one way of reading finds.
     *
     * @param name the way
     * @param found which part of the dangerous texts is found when 2, 5 and 8 in a hundred harmless texts raise an alert
     */
    record Way(String name, List<Double> found) {}

    /** Everything that the report tells about crisis signals. */
    record Result(List<Line> lines, List<Point> points, List<Way> ways) {}

    /**
     * Judges.
     *
     * @param held what committees make of the texts of writers that they did not know
     * @param bags the features of these texts
     */
    static Result run(HeldCommittee held, List<FeatureBag> bags, FeatureExtractor extractor) {
        return new CrisisEvaluation(held, bags, extractor).run();
    }

    private Result run() {
        List<Line> lines = new ArrayList<>();
        lines.add(line("corpus, rules alone", rules, text -> !text.isHard()));
        lines.add(line("corpus, rules and committee", signals, text -> !text.isHard()));
        lines.add(line("crisis texts, rules alone", rules, LearnedText::isHard));
        lines.add(line("crisis texts, rules and committee", signals, LearnedText::isHard));
        texts.stream()
                .filter(LearnedText::isHard)
                .map(LearnedText::author)
                .distinct()
                .forEach(author -> lines.add(line(
                        "of these: " + author,
                        signals,
                        text -> text.isHard() && text.author().equals(author))));
        return new Result(lines, points(), ways());
    }

    /** Reads the texts of some writers with an OpenNLP model that learned from the others, and sets it beside the committee. */
    private List<Way> ways() {
        int[] others =
                IntStream.range(0, fold.length).filter(i -> fold[i] != COMPARED).toArray();
        int[] theirs =
                IntStream.range(0, fold.length).filter(i -> fold[i] == COMPARED).toArray();
        LinearModel<Danger> maxent = LinearModel.of(
                MAXENT.train(
                        Arrays.stream(others).mapToObj(bags::get).toList(),
                        Arrays.stream(others)
                                .map(i -> texts.get(i).danger().ordinal())
                                .toArray(),
                        Training.names(Danger.class)),
                Danger.class);
        int geen = maxent.labels().indexOf(Danger.GEEN);
        double[] linear = Arrays.stream(theirs)
                .mapToObj(bags::get)
                .mapToDouble(bag -> 1 - maxent.probabilities(maxent.rows(bag))[geen])
                .toArray();
        return List.of(
                new Way("maxent QN, L2", found(theirs, linear)),
                new Way("committee", found(theirs, some(asWhole, theirs))),
                new Way("committee, long stories by passages too (ours)", found(theirs, some(danger, theirs))));
    }

    private static double[] some(double[] all, int[] which) {
        return Arrays.stream(which).mapToDouble(i -> all[i]).toArray();
    }

    private List<Double> found(int[] which, double[] likely) {
        double[] harmless = IntStream.range(0, which.length)
                .filter(i -> texts.get(which[i]).danger() == Danger.GEEN)
                .mapToDouble(i -> likely[i])
                .sorted()
                .toArray();
        double[] dangerous = IntStream.range(0, which.length)
                .filter(i -> texts.get(which[i]).danger() != Danger.GEEN)
                .mapToDouble(i -> likely[i])
                .toArray();
        return Stream.of(0.02, 0.05, 0.08)
                .map(alarms -> harmless.length == 0 ? 1 : harmless[(int) (harmless.length * (1 - alarms))])
                .map(bound -> Arrays.stream(dangerous).filter(p -> p > bound).count()
                        / (double) Math.max(1, dangerous.length))
                .toList();
    }

    private Line line(String name, List<List<CrisisSignal>> signals, Predicate<LearnedText> which) {
        int dangerous = 0;
        int harmless = 0;
        int found = 0;
        int right = 0;
        int alarms = 0;
        for (int i = 0; i < texts.size(); i++) {
            LearnedText text = texts.get(i);
            if (!which.test(text)) {
                continue;
            }
            if (text.danger() == Danger.GEEN) {
                harmless++;
                alarms += signals.get(i).isEmpty() ? 0 : 1;
            } else {
                dangerous++;
                found += signals.get(i).isEmpty() ? 0 : 1;
                right += signals.get(i).stream().anyMatch(signal -> Danger.of(signal.alert()) == text.danger()) ? 1 : 0;
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

    private List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (double threshold : new double[] {0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7}) {
            int[] there = new int[2];
            int[] over = new int[2];
            for (int i = 0; i < danger.length; i++) {
                int kind = texts.get(i).danger() == Danger.GEEN ? 0 : 1;
                there[kind]++;
                over[kind] += danger[i] >= threshold ? 1 : 0;
            }
            points.add(new Point(threshold, (double) over[1] / there[1], (double) over[0] / there[0]));
        }
        return points;
    }
}
