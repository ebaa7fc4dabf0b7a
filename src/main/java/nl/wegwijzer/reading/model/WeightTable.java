package nl.wegwijzer.reading.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.reading.features.FeatureBag;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/** The weights of an OpenNLP model: for every feature those of all outcomes side by side. */
final class WeightTable {

    private static final float[] UNKNOWN = {};

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

    /** Puts the outcomes of several models side by side, so that a feature is looked up once for all of them. */
    static WeightTable merge(List<WeightTable> tables) {
        int outcomes = tables.stream().mapToInt(table -> table.outcomes).sum();
        Map<String, float[]> weights = new HashMap<>();
        int offset = 0;
        for (WeightTable table : tables) {
            int at = offset;
            table.weights.forEach((name, row) -> System.arraycopy(
                    row, 0, weights.computeIfAbsent(name, key -> new float[outcomes]), at, row.length));
            offset += table.outcomes;
        }
        return new WeightTable(weights, outcomes);
    }

    int outcomes() {
        return outcomes;
    }

    /** Looks up every feature of a story: its weights, or an empty row when it is unknown. */
    float[][] rows(FeatureBag bag) {
        float[][] rows = new float[bag.size()][];
        for (int i = 0; i < rows.length; i++) {
            float[] row = weights.get(bag.name(i));
            rows[i] = row == null ? UNKNOWN : row;
        }
        return rows;
    }

    double[] scores(FeatureBag bag) {
        return scores(bag, rows(bag), 0, outcomes);
    }

    /** Sums the weights of the outcomes from {@code from} on. */
    static double[] scores(FeatureBag bag, float[][] rows, int from, int outcomes) {
        double[] scores = new double[outcomes];
        for (int i = 0; i < rows.length; i++) {
            float[] row = rows[i];
            if (row.length > 0) {
                float value = bag.value(i);
                for (int c = 0; c < outcomes; c++) {
                    scores[c] += value * row[from + c];
                }
            }
        }
        return scores;
    }

    /** Sums for every token what its features say for one outcome above the mean of all. */
    static double[] evidence(FeatureBag bag, float[][] rows, int from, int outcomes, int label, int tokens) {
        double[] evidence = new double[tokens];
        for (int i = 0; i < rows.length; i++) {
            float[] row = rows[i];
            if (row.length > 0 && bag.token(i) >= 0) {
                double sum = 0;
                for (int c = 0; c < outcomes; c++) {
                    sum += row[from + c];
                }
                evidence[bag.token(i)] += bag.value(i) * (row[from + label] - sum / outcomes);
            }
        }
        return evidence;
    }
}
