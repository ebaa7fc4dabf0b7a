package nl.wegwijzer.reading.model;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.taxonomy.WireValue;
import opennlp.tools.ml.model.AbstractModel;

/**
 * An OpenNLP maximum entropy model laid out for reading: one look-up gives the weights of a feature for all labels. It computes
 * what {@link opennlp.tools.ml.model.MaxentModel#eval} computes, and can also say which token spoke for a label. Immutable.
 *
 * @param <E> the labels
 */
public final class LinearModel<E extends Enum<E> & WireValue> {

    private final List<E> labels;
    private final WeightTable table;
    private final int from;

    private LinearModel(List<E> labels, WeightTable table, int from) {
        this.labels = labels;
        this.table = table;
        this.from = from;
    }

    /**
     * Reads a model file.
     *
     * @param file the file, compressed as OpenNLP does when its name ends in {@code .gz}
     * @param type the labels, whose wire values are the outcomes of the model
     */
    public static <E extends Enum<E> & WireValue> LinearModel<E> read(byte[] file, Class<E> type) throws IOException {
        ModelFile model = ModelFile.read(file);
        return on(new WeightTable(List.of(model)), 0, model.outcomes(), type);
    }

    /** Takes over a model in memory. */
    public static <E extends Enum<E> & WireValue> LinearModel<E> of(AbstractModel model, Class<E> type) {
        ModelFile file = ModelFile.of(model);
        return on(new WeightTable(List.of(file)), 0, file.outcomes(), type);
    }

    /**
     * Makes the model whose outcomes begin at {@code from} in a table.
     *
     * @throws ModelException when an outcome is none of the labels
     */
    static <E extends Enum<E> & WireValue> LinearModel<E> on(
            WeightTable table, int from, List<String> outcomes, Class<E> type) {
        List<E> labels = outcomes.stream()
                .map(name -> WireValue.parse(type, name).orElseThrow(() -> new ModelException("unknown label " + name)))
                .toList();
        return new LinearModel<>(labels, table, from);
    }

    /** Returns a model as a function from features to scores, in the order of its outcomes. */
    public static Function<FeatureBag, double[]> scorer(AbstractModel model) {
        WeightTable table = new WeightTable(List.of(ModelFile.of(model)));
        return bag -> table.rows(bag).scores();
    }

    /** Returns the labels in the order of all arrays of this model. */
    public List<E> labels() {
        return labels;
    }

    /** Looks up the features of a story; models of one {@link ModelSet} share the answer. */
    public Rows rows(FeatureBag bag) {
        return table.rows(bag);
    }

    /** Returns the score of every label: the log of its probability before calibration, up to a constant. */
    public double[] scores(Rows rows) {
        return Arrays.copyOfRange(rows.scores(), from, from + labels.size());
    }

    /** Returns the score of every label when something is known beside the story. */
    public double[] scores(Rows rows, FeatureBag beside) {
        double[] scores = scores(rows);
        double[] more = scores(rows(beside));
        for (int c = 0; c < scores.length; c++) {
            scores[c] += more[c];
        }
        return scores;
    }

    /** Returns the probability of every label, not calibrated. */
    public double[] probabilities(Rows rows) {
        return softmax(scores(rows), 1);
    }

    /** Turns scores into probabilities at a temperature. */
    public static double[] softmax(double[] scores, double temperature) {
        double max = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        double[] probabilities = new double[scores.length];
        for (int c = 0; c < scores.length; c++) {
            probabilities[c] = Math.exp((scores[c] - max) / temperature);
            sum += probabilities[c];
        }
        for (int c = 0; c < scores.length; c++) {
            probabilities[c] /= sum;
        }
        return probabilities;
    }

    /**
     * Returns for every token how much its features spoke for one label above the mean of all labels.
     *
     * @param tokens how many tokens the story has
     */
    public double[] evidence(Rows rows, int label, int tokens) {
        return table.evidence(rows, from, labels.size(), label, tokens);
    }
}
