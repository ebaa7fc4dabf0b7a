package nl.wegwijzer.reading.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import nl.wegwijzer.reading.features.FeatureBag;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * OpenNLP's own trainers as they come, on the same features, for the comparison in the report.
 *
 * @param algorithm OpenNLP's name, e.g. {@code MAXENT} or {@code NAIVEBAYES}
 * @param iterations at most so many rounds
 * @param values whether the trainer takes weighted features
 */
record StockTrainer(String algorithm, int iterations, boolean values) implements Learner {

    @Override
    public Function<FeatureBag, double[]> learn(List<FeatureBag> bags, int[] labels, List<String> names) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            FeatureBag bag = bags.get(i);
            events.add(
                    values
                            ? new Event(names.get(labels[i]), bag.names(), bag.values())
                            : new Event(names.get(labels[i]), bag.names()));
        }
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, iterations);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
        parameters.put("DataIndexer", values ? "OnePassRealValue" : "OnePass");
        try {
            EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, new HashMap<>());
            MaxentModel model = trainer.train(ObjectStreamUtils.createObjectStream(events));
            return bag ->
                    scores(values ? model.eval(bag.names(), bag.values()) : model.eval(bag.names()), model, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] scores(double[] probabilities, MaxentModel model, List<String> names) {
        double[] scores = new double[names.size()];
        for (int c = 0; c < scores.length; c++) {
            int index = model.getIndex(names.get(c));
            scores[c] = index < 0 ? -50 : StrictMath.log(Math.max(probabilities[index], 1e-20));
        }
        return scores;
    }
}
