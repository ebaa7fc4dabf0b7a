package nl.wegwijzer.reading.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * One member of a committee while it learns: a layer of rectified units over the features, and for every question a softmax over
 * the units. It learns text by text, with a step for every weight that becomes smaller the more that weight was moved (AdaGrad),
 * and sees of every text a part of the features only (dropout), so that it does not rely on a few of them. The same seed gives the
 * same network on every machine: it counts with {@code float} in a fixed order.
 */
final class Network {

    private static final int EPOCHS = 8;

    private static final float STEP = 0.06f;

    /** The part of the features of a text that is not seen. */
    private static final float UNSEEN = 0.6f;

    private static final float TINY = 1e-6f;

    private static final float FIRST_WEIGHT = 0.05f;

    private static final float FIRST_BIAS = 0.1f;

    private final int units;
    private final List<Targets> questions;
    private final Layer hidden;
    private final Layer[] heads;
    private final Random random;

    /** Weights, laid out input by input, and how much each was moved. */
    private static final class Layer {

        private final float[] weights;
        private final float[] biases;
        private final float[] moved;
        private final float[] biasMoved;

        Layer(int inputs, int outputs) {
            weights = new float[inputs * outputs];
            biases = new float[outputs];
            moved = new float[weights.length];
            biasMoved = new float[outputs];
        }

        void start(Random random, double reach) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) ((random.nextDouble() - 0.5) * 2 * reach);
            }
        }

        void move(int weight, float gradient) {
            moved[weight] += gradient * gradient;
            weights[weight] -= STEP * gradient / (float) Math.sqrt(moved[weight] + TINY);
        }

        void moveBias(int output, float gradient) {
            biasMoved[output] += gradient * gradient;
            biases[output] -= STEP * gradient / (float) Math.sqrt(biasMoved[output] + TINY);
        }
    }

    Network(int features, int units, List<Targets> questions, long seed) {
        this.units = units;
        this.questions = questions;
        this.random = new Random(seed);
        this.hidden = new Layer(features, units);
        this.hidden.start(random, FIRST_WEIGHT);
        Arrays.fill(hidden.biases, FIRST_BIAS);
        this.heads = new Layer[questions.size()];
        for (int q = 0; q < heads.length; q++) {
            heads[q] = new Layer(units, questions.get(q).outcomes().size());
            heads[q].start(random, Math.sqrt(3.0 / units));
        }
    }

    /** Returns the weights of the units, feature by feature. */
    float[] weights() {
        return hidden.weights;
    }

    float[] biases() {
        return hidden.biases;
    }

    /** Returns what the units say about a question, unit by unit. */
    float[] weights(int question) {
        return heads[question].weights;
    }

    float[] biases(int question) {
        return heads[question].biases;
    }

    /** Learns all texts, in another order each time. */
    Network learn(List<FeatureSpace.Vector> texts) {
        int[] order = new int[texts.size()];
        Arrays.setAll(order, i -> i);
        float[] active = new float[units];
        float[] slopes = new float[units];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            shuffle(order);
            for (int text : order) {
                FeatureSpace.Vector seen = part(texts.get(text));
                activate(seen, active);
                Arrays.fill(slopes, 0);
                for (int q = 0; q < heads.length; q++) {
                    int answer = questions.get(q).answers()[text];
                    if (answer != Targets.NOT_ASKED) {
                        correct(q, answer, active, slopes);
                    }
                }
                correct(seen, active, slopes);
            }
        }
        return this;
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[i];
            order[i] = order[j];
            order[j] = other;
        }
    }

    private FeatureSpace.Vector part(FeatureSpace.Vector text) {
        int[] index = new int[text.index().length];
        float[] value = new float[index.length];
        int n = 0;
        for (int i = 0; i < index.length; i++) {
            if (random.nextFloat() >= UNSEEN) {
                index[n] = text.index()[i];
                value[n++] = text.value()[i] / (1 - UNSEEN);
            }
        }
        return new FeatureSpace.Vector(Arrays.copyOf(index, n), Arrays.copyOf(value, n));
    }

    private void activate(FeatureSpace.Vector text, float[] active) {
        System.arraycopy(hidden.biases, 0, active, 0, units);
        for (int i = 0; i < text.index().length; i++) {
            int from = text.index()[i] * units;
            float value = text.value()[i];
            for (int u = 0; u < units; u++) {
                active[u] += value * hidden.weights[from + u];
            }
        }
        for (int u = 0; u < units; u++) {
            active[u] = Math.max(0, active[u]);
        }
    }

    /** Moves what the units say about a question towards the right answer, and adds to {@code slopes} what the units should do. */
    private void correct(int question, int answer, float[] active, float[] slopes) {
        Layer head = heads[question];
        int outcomes = head.biases.length;
        float[] error = probabilities(head, active);
        error[answer] -= 1;
        for (int o = 0; o < outcomes; o++) {
            float gradient = error[o] * (float) questions.get(question).weight();
            head.moveBias(o, gradient);
            for (int u = 0; u < units; u++) {
                if (active[u] > 0) {
                    int weight = u * outcomes + o;
                    slopes[u] += gradient * head.weights[weight];
                    head.move(weight, gradient * active[u]);
                }
            }
        }
    }

    private float[] probabilities(Layer head, float[] active) {
        int outcomes = head.biases.length;
        float[] scores = head.biases.clone();
        for (int u = 0; u < units; u++) {
            if (active[u] > 0) {
                for (int o = 0; o < outcomes; o++) {
                    scores[o] += active[u] * head.weights[u * outcomes + o];
                }
            }
        }
        float max = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            max = Math.max(max, score);
        }
        float sum = 0;
        for (int o = 0; o < outcomes; o++) {
            scores[o] = (float) StrictMath.exp(scores[o] - max);
            sum += scores[o];
        }
        for (int o = 0; o < outcomes; o++) {
            scores[o] /= sum;
        }
        return scores;
    }

    private void correct(FeatureSpace.Vector text, float[] active, float[] slopes) {
        for (int u = 0; u < units; u++) {
            if (active[u] > 0) {
                hidden.moveBias(u, slopes[u]);
            } else {
                slopes[u] = 0;
            }
        }
        for (int i = 0; i < text.index().length; i++) {
            int from = text.index()[i] * units;
            float value = text.value()[i];
            for (int u = 0; u < units; u++) {
                if (slopes[u] != 0) {
                    hidden.move(from + u, slopes[u] * value);
                }
            }
        }
    }
}
