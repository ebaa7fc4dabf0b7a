package nl.wegwijzer.reading.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.features.FeatureFamily;
import nl.wegwijzer.reading.model.LinearModel;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;

/**
 * Trains a maximum entropy model with OpenNLP's quasi-Newton minimizer and L2 regularisation.
 *
 * @param l2 cost of the squared weights; larger is smoother
 * @param iterations at most so many steps
 * @param fewest a feature must occur in this many texts
 * @param rarity how much rare features are favoured, see {@link FeatureSpace}
 * @param balance 0 counts every text once, 1 makes every label count the same
 * @param without families of features that it does not look at
 */
public record MaxentTrainer(
        double l2, int iterations, int fewest, double balance, double rarity, Set<FeatureFamily> without)
        implements Learner {

    /** How many earlier steps the minimizer remembers; more cost memory and gain nothing here. */
    private static final int HESSIAN_UPDATES = 6;

    /** Weights below this do not change a reading and are not stored. */
    private static final double NEGLIGIBLE = 0.02;

    /** Weights are stored with this many steps per unit: finer steps change no reading and make the file larger. */
    private static final double STEPS = 128;

    /**
     * Trains a model.
     *
     * @param bags the features of the texts
     * @param labels for every text the number of its label
     * @param names the names of the labels
     */
    public QNModel train(List<FeatureBag> bags, int[] labels, List<String> names) {
        FeatureSpace space = new FeatureSpace(bags, fewest, rarity, without);
        List<FeatureSpace.Vector> vectors = bags.stream().map(space::vector).toList();
        int classes = names.size();
        Likelihood likelihood = new Likelihood(vectors, labels, weights(labels, classes), classes, space.size());
        double[] weights = new QNMinimizer(0, l2, iterations, HESSIAN_UPDATES, 30_000).minimize(likelihood);
        return model(weights, space, names);
    }

    @Override
    public Function<FeatureBag, double[]> learn(List<FeatureBag> bags, int[] labels, List<String> names) {
        return LinearModel.scorer(train(bags, labels, names));
    }

    private double[] weights(int[] labels, int classes) {
        double[] counts = new double[classes];
        for (int label : labels) {
            counts[label]++;
        }
        double[] weights = new double[labels.length];
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            weights[i] = StrictMath.pow(labels.length / (classes * counts[labels[i]]), balance);
            sum += weights[i];
        }
        for (int i = 0; i < labels.length; i++) {
            weights[i] *= labels.length / sum;
        }
        return weights;
    }

    private static QNModel model(double[] weights, FeatureSpace space, List<String> names) {
        String[] features = space.names();
        int classes = names.size();
        List<Context> contexts = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (int f = 0; f < features.length; f++) {
            int[] told = new int[classes];
            double[] own = new double[classes];
            int n = 0;
            for (int c = 0; c < classes; c++) {
                double weight = StrictMath.rint(weights[f * classes + c] * space.scale(f) * STEPS) / STEPS;
                if (Math.abs(weight) > NEGLIGIBLE) {
                    told[n] = c;
                    own[n++] = weight;
                }
            }
            if (n > 0) {
                contexts.add(new Context(Arrays.copyOf(told, n), Arrays.copyOf(own, n)));
                kept.add(features[f]);
            }
        }
        return new QNModel(contexts.toArray(Context[]::new), kept.toArray(String[]::new), names.toArray(String[]::new));
    }
}
