package nl.wegwijzer.reading.model;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.taxonomy.WireValue;

/**
 * A few small neural networks that read the features of a story side by side; what they think is averaged. Between the features
 * and the answers stands one layer of units that the questions share, so that a word may mean one thing beside some words and
 * another beside others ("mes" beside "tas" or beside "keuken"), which no weight of a word alone can say. An answer may stand for
 * a part of a label, named after a colon ({@code geen:pesten}); its parts are summed. Immutable.
 */
public final class Committee {

    /** The name of the question about danger; its labels are those of {@link Danger}. */
    public static final String DANGER = "danger";

    private static final String PART = ":";

    private final CommitteeFile file;
    private final int width;
    private final FeatureIndex index;

    /** Lays out what is in a file. */
    public Committee(CommitteeFile file) {
        this.file = file;
        this.width = file.members() * file.units();
        this.index = new FeatureIndex(file.features().length);
        for (long feature : file.features()) {
            index.add(feature);
        }
        if (index.size() != file.features().length) {
            throw new ModelException("Two features of the committee have the same hash");
        }
    }

    /**
     * Reads a committee.
     *
     * @throws IOException when the file cannot be decompressed
     * @throws ModelException when it is no committee
     */
    public static Committee read(byte[] gzip) throws IOException {
        return new Committee(CommitteeFile.read(gzip));
    }

    /**
     * A question that the committee was trained to answer.
     *
     * @param head what the units say about it
     * @param type the labels, to whose wire values the answers belong
     * @param labels for every answer the number of its label
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Question<E extends Enum<E> & WireValue>(CommitteeFile.Head head, Class<E> type, int[] labels) {}

    /**
     * Finds a question.
     *
     * @throws ModelException when the committee was not asked it, or an answer is none of the labels
     */
    public <E extends Enum<E> & WireValue> Question<E> question(String name, Class<E> type) {
        CommitteeFile.Head head = file.heads().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ModelException("The committee was not asked about " + name));
        int[] labels = head.outcomes().stream()
                .map(outcome -> outcome.split(PART, 2)[0])
                .mapToInt(label -> WireValue.parse(type, label)
                        .orElseThrow(() -> new ModelException("unknown label " + label))
                        .ordinal())
                .toArray();
        return new Question<>(head, type, labels);
    }

    /** Finds the question about danger. */
    public Question<Danger> danger() {
        return question(DANGER, Danger.class);
    }

    /** Lets every member read a story. */
    public Impression read(FeatureBag bag) {
        return read(bag, FeatureName.hashes(bag));
    }

    /** Lets every member read a story that was looked up for other models already. */
    Impression read(Rows rows) {
        return read(rows.bag(), rows.hashes());
    }

    private Impression read(FeatureBag bag, long[] hashes) {
        int[] found = index.numbers(hashes);
        float[] sums = new float[width];
        byte[] weights = file.weights();
        for (int i = 0; i < found.length; i++) {
            if (found[i] != FeatureIndex.UNKNOWN) {
                int from = found[i] * width;
                float value = bag.value(i);
                for (int u = 0; u < width; u++) {
                    sums[u] += value * weights[from + u];
                }
            }
        }
        for (int u = 0; u < width; u++) {
            sums[u] = Math.max(0, sums[u] * file.step() + file.biases()[u]);
        }
        return new Impression(bag, found, sums);
    }

    /** What the committee makes of one story. */
    public final class Impression {

        private final FeatureBag bag;
        private final int[] found;
        private final float[] active;

        private Impression(FeatureBag bag, int[] found, float[] active) {
            this.bag = bag;
            this.found = found;
            this.active = active;
        }

        /** Returns how likely each label is, in the order of its type. */
        public <E extends Enum<E> & WireValue> double[] probabilities(Question<E> question) {
            double[] probabilities = new double[question.type.getEnumConstants().length];
            for (int m = 0; m < file.members(); m++) {
                double[] own = LinearModel.softmax(scores(question.head, m), 1);
                for (int o = 0; o < own.length; o++) {
                    probabilities[question.labels[o]] += own[o] / file.members();
                }
            }
            return probabilities;
        }

        private double[] scores(CommitteeFile.Head head, int member) {
            int outcomes = head.outcomes().size();
            double[] scores = new double[outcomes];
            for (int o = 0; o < outcomes; o++) {
                scores[o] = head.biases()[member * outcomes + o];
            }
            for (int u = member * file.units(); u < (member + 1) * file.units(); u++) {
                if (active[u] > 0) {
                    for (int o = 0; o < outcomes; o++) {
                        scores[o] += active[u] * head.weights()[u * outcomes + o];
                    }
                }
            }
            return scores;
        }

        /**
         * Returns for every token how much its features spoke for one label above the mean of all answers, through the units that
         * this story made active.
         *
         * @param tokens how many tokens the story has
         */
        public <E extends Enum<E> & WireValue> double[] evidence(Question<E> question, E label, int tokens) {
            float[] say = say(question, label.ordinal());
            int[] speaking = IntStream.range(0, width).filter(u -> say[u] != 0).toArray();
            double[] evidence = new double[tokens];
            for (int i = 0; i < found.length; i++) {
                int token = bag.token(i);
                if (found[i] != FeatureIndex.UNKNOWN && token >= 0) {
                    float sum = 0;
                    for (int u : speaking) {
                        sum += say[u] * file.weights()[found[i] * width + u];
                    }
                    evidence[token] += bag.value(i) * sum * file.step() / file.members();
                }
            }
            return evidence;
        }

        /** Returns what each unit says for a label above the mean of all answers; a unit that is not active says nothing. */
        private float[] say(Question<?> question, int label) {
            int outcomes = question.labels.length;
            long parts = Arrays.stream(question.labels).filter(l -> l == label).count();
            float[] say = new float[width];
            for (int u = 0; u < width; u++) {
                if (active[u] > 0) {
                    float own = 0;
                    float all = 0;
                    for (int o = 0; o < outcomes; o++) {
                        float weight = question.head.weights()[u * outcomes + o];
                        all += weight;
                        own += question.labels[o] == label ? weight : 0;
                    }
                    say[u] = own / Math.max(1, parts) - all / outcomes;
                }
            }
            return say;
        }
    }
}
