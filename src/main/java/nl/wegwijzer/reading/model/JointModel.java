package nl.wegwijzer.reading.model;

import java.util.List;
import java.util.stream.IntStream;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.taxonomy.WireValue;

/**
 * What an OpenNLP model and the committee think together about one question: the logarithms of their probabilities are added. The
 * two err in other texts, so together they are right more often than either.
 *
 * @param linear the OpenNLP model
 * @param question what the committee is asked
 * @param temperature scores are divided by it before they become probabilities
 */
public record JointModel<E extends Enum<E> & WireValue>(
        LinearModel<E> linear, Committee.Question<E> question, double temperature) {

    /** How much the committee counts beside the OpenNLP model. Chosen on writers that neither learned from. */
    private static final double SHARE = 0.7;

    /** Keeps the logarithm of an answer that no member believes in within bounds. */
    private static final double LEAST = 1e-6;

    /** Returns the labels in the order of all arrays of this model. */
    public List<E> labels() {
        return linear.labels();
    }

    /**
     * Adds what the committee thinks to the scores of an OpenNLP model.
     *
     * @param scores the score of every label
     * @param probabilities what the committee gives every label
     */
    public static double[] join(double[] scores, double[] probabilities) {
        return IntStream.range(0, scores.length)
                .mapToDouble(c -> scores[c] + SHARE * Math.log(probabilities[c] + LEAST))
                .toArray();
    }

    private double[] join(double[] scores, Committee.Impression impression) {
        double[] byType = impression.probabilities(question);
        return join(
                scores,
                labels().stream().mapToDouble(label -> byType[label.ordinal()]).toArray());
    }

    /** Returns the score of every label. */
    public double[] scores(Insight insight) {
        return join(linear.scores(insight.rows()), insight.impression());
    }

    /** Returns the score of every label when the OpenNLP model knows something beside the story. */
    public double[] scores(Insight insight, FeatureBag beside) {
        return join(linear.scores(insight.rows(), beside), insight.impression());
    }

    /** Returns the calibrated probability of every label. */
    public double[] probabilities(Insight insight) {
        return LinearModel.softmax(scores(insight), temperature);
    }

    /** Returns the label with the highest score. */
    public E likeliest(double[] scores) {
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            if (scores[c] > scores[best]) {
                best = c;
            }
        }
        return labels().get(best);
    }

    /**
     * Returns for every token how much it spoke for one label above the mean of all labels, in the eyes of the OpenNLP model: its
     * weights belong to words, those of the committee only to words beside one another.
     *
     * @param label the number of the label
     * @param tokens how many tokens the story has
     */
    public double[] evidence(Insight insight, int label, int tokens) {
        return linear.evidence(insight.rows(), label, tokens);
    }
}
