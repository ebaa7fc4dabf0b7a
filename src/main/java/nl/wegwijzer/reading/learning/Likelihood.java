package nl.wegwijzer.reading.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import opennlp.tools.ml.maxent.quasinewton.Function;

/**
 * The negative log-likelihood of a maximum entropy model with real-valued, weighted events, for OpenNLP's
 * {@link opennlp.tools.ml.maxent.quasinewton.QNMinimizer}. It computes what OpenNLP's own function computes, but value and
 * gradient in one pass, weights of events as fractions, and the outcomes of one feature side by side in memory. The sum is made
 * in a fixed number of parts that are added in a fixed order, so the result does not depend on the number of processors.
 */
final class Likelihood implements Function {

    private static final int PARTS = 2;

    private final List<FeatureSpace.Vector> vectors;
    private final int[] outcomes;
    private final double[] weights;
    private final int classes;
    private final int features;
    private final double[] gradient;
    private final double[][] partial;
    private double[] point = new double[0];
    private double value;

    Likelihood(List<FeatureSpace.Vector> vectors, int[] outcomes, double[] weights, int classes, int features) {
        this.vectors = vectors;
        this.outcomes = outcomes.clone();
        this.weights = weights.clone();
        this.classes = classes;
        this.features = features;
        this.gradient = new double[classes * features];
        this.partial = new double[PARTS][classes * features];
    }

    @Override
    public int getDimension() {
        return classes * features;
    }

    @Override
    public double valueAt(double[] x) {
        compute(x);
        return value;
    }

    @Override
    public double[] gradientAt(double[] x) {
        compute(x);
        return gradient;
    }

    private void compute(double[] x) {
        if (Arrays.equals(x, point)) {
            return;
        }
        double[] values = new double[PARTS];
        IntStream.range(0, PARTS).parallel().forEach(part -> values[part] = part(x, part));
        System.arraycopy(partial[0], 0, gradient, 0, gradient.length);
        value = values[0];
        for (int part = 1; part < PARTS; part++) {
            double[] more = partial[part];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += more[i];
            }
            value += values[part];
        }
        point = x.clone();
    }

    private double part(double[] x, int part) {
        double[] sums = partial[part];
        Arrays.fill(sums, 0);
        double loss = 0;
        double[] scores = new double[classes];
        int from = (int) ((long) vectors.size() * part / PARTS);
        int to = (int) ((long) vectors.size() * (part + 1) / PARTS);
        for (int e = from; e < to; e++) {
            FeatureSpace.Vector vector = vectors.get(e);
            int[] index = vector.index();
            float[] values = vector.value();
            Arrays.fill(scores, 0);
            for (int i = 0; i < index.length; i++) {
                int base = index[i] * classes;
                for (int c = 0; c < classes; c++) {
                    scores[c] += values[i] * x[base + c];
                }
            }
            double log = logSumExp(scores);
            loss -= weights[e] * (scores[outcomes[e]] - log);
            for (int c = 0; c < classes; c++) {
                scores[c] = weights[e] * (StrictMath.exp(scores[c] - log) - (c == outcomes[e] ? 1 : 0));
            }
            for (int i = 0; i < index.length; i++) {
                int base = index[i] * classes;
                for (int c = 0; c < classes; c++) {
                    sums[base + c] += values[i] * scores[c];
                }
            }
        }
        return loss;
    }

    private static double logSumExp(double[] scores) {
        double max = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            max = Math.max(max, score);
        }
        double sum = 0;
        for (double score : scores) {
            sum += StrictMath.exp(score - max);
        }
        return max + StrictMath.log(sum);
    }
}
