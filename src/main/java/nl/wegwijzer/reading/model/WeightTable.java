package nl.wegwijzer.reading.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.reading.features.FeatureBag;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/** The weights of an OpenNLP model: for every feature those of all outcomes side by side. */
final class WeightTable {

    private final Map<String, float[]> weights;
    private final int outcomes;

    private WeightTable(Map<String, float[]> weights, int outcomes) {
        this.weights = weights;
        this.outcomes = outcomes;
    }

    static WeightTable of(AbstractModel model) {
        @SuppressWarnings("unchecked")
        Map<String, Context> byName = (Map<String, Context>) model.getDataStructures()[1];
        int outcomes = model.getNumOutcomes();
        Map<String, float[]> weights = new HashMap<>(byName.size() * 2);
        byName.forEach((name, context) -> weights.put(name, row(context, outcomes)));
        return new WeightTable(weights, outcomes);
    }

    /** Returns the names of a model's outcomes in the order of its scores. */
    static List<String> outcomes(AbstractModel model) {
        return List.of((String[]) model.getDataStructures()[2]);
    }

    private static float[] row(Context context, int outcomes) {
        float[] row = new float[outcomes];
        for (int i = 0; i < context.getOutcomes().length; i++) {
            row[context.getOutcomes()[i]] = (float) context.getParameters()[i];
        }
        return row;
    }

    double[] scores(FeatureBag bag) {
        double[] scores = new double[outcomes];
        for (int i = 0; i < bag.size(); i++) {
            float[] row = weights.get(bag.name(i));
            if (row != null) {
                float value = bag.value(i);
                for (int c = 0; c < outcomes; c++) {
                    scores[c] += value * row[c];
                }
            }
        }
        return scores;
    }

    double[] evidence(FeatureBag bag, int label, int tokens) {
        double[] evidence = new double[tokens];
        for (int i = 0; i < bag.size(); i++) {
            float[] row = weights.get(bag.name(i));
            if (row != null && bag.token(i) >= 0) {
                double sum = 0;
                for (float weight : row) {
                    sum += weight;
                }
                evidence[bag.token(i)] += bag.value(i) * (row[label] - sum / outcomes);
            }
        }
        return evidence;
    }
}
