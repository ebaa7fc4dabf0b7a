package nl.wegwijzer.reading.learning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.wegwijzer.reading.CrisisSense;
import nl.wegwijzer.reading.CrisisSignal;
import nl.wegwijzer.reading.crisis.CrisisRules;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.features.FeatureExtractor;
import nl.wegwijzer.reading.model.Danger;
import nl.wegwijzer.reading.model.LinearModel;
import nl.wegwijzer.reading.text.Story;

/**
 * How well danger is found: the crisis examples lie in two halves (even and odd lines). The model learns from the corpus and one
 * half and is judged on the other. The rules were written with the even half in view only.
 */
final class CrisisEvaluation {

    private CrisisEvaluation() {}

    /**
     * What came of it.
     *
     * @param name what was judged
     * @param recall which part of the dangerous texts raised any alert
     * @param kind which part of them raised the right alert
     * @param falseAlarms which part of the harmless texts raised an alert
     */
    record Line(String name, double recall, double kind, double falseAlarms) {}

    static List<Line> run(Path nlpModels, List<Example> corpus, FeatureExtractor extractor) throws IOException {
        CrisisRules rules = CrisisRules.parse(
                Files.readAllLines(nlpModels.resolve("lexicon/crisis.rules"), StandardCharsets.UTF_8));
        List<CrisisExamples> all = CrisisExamples.read(nlpModels);
        List<Line> lines = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            List<CrisisExamples> learned = new ArrayList<>(CrisisExamples.of(corpus));
            List<CrisisExamples> judged = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                (i % 2 == half ? judged : learned).add(all.get(i));
            }
            LinearModel<Danger> model = LinearModel.of(Training.trainDanger(learned, extractor), Danger.class, 1);
            CrisisSense sense = new CrisisSense(model);
            String name = half == 0 ? "half in view" : "half kept apart";
            lines.add(judge(
                    "rules alone, " + name, judged, text -> rules.find(text).signals()));
            lines.add(judge("rules and model, " + name, judged, text -> {
                FeatureBag bag = extractor.extract(text);
                return sense.signals(text, rules.find(text), model.rows(bag));
            }));
        }
        return lines;
    }

    /** Something that finds signals in a story. */
    private interface Finder {
        List<CrisisSignal> find(Story story);
    }

    private static Line judge(String name, List<CrisisExamples> examples, Finder finder) {
        int dangerous = 0;
        int found = 0;
        int right = 0;
        int alarms = 0;
        for (CrisisExamples example : examples) {
            List<CrisisSignal> signals = finder.find(Story.of(example.text()));
            if (example.danger() == Danger.GEEN) {
                alarms += signals.isEmpty() ? 0 : 1;
            } else {
                dangerous++;
                found += signals.isEmpty() ? 0 : 1;
                boolean kind = signals.stream().anyMatch(signal -> Danger.of(signal.alert()) == example.danger());
                right += kind ? 1 : 0;
            }
        }
        return new Line(
                name,
                (double) found / dangerous,
                (double) right / dangerous,
                (double) alarms / (examples.size() - dangerous));
    }
}
