package nl.wegwijzer.reading.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import nl.wegwijzer.reading.features.FeatureBag;

/**
 * Which texts are held out together.
 *
 * @param of for every text the number of its fold
 * @param count how many folds there are
 */
@SuppressWarnings("ArrayRecordComponent")
record Folds(int[] of, int count) {

    /** Every writer is a fold: the figure that counts, because new reporters write like none of our writers. */
    static Folds byWriter(List<Example> examples) {
        List<String> authors = new Corpus(examples).authors();
        return new Folds(
                examples.stream()
                        .mapToInt(example -> authors.indexOf(example.author()))
                        .toArray(),
                authors.size());
    }

    /** Writers are dealt over a few folds: nearly the same figure as {@link #byWriter} for less time. */
    static Folds byWriters(List<Example> examples, int count) {
        Folds single = byWriter(examples);
        return new Folds(Arrays.stream(single.of).map(fold -> fold % count).toArray(), count);
    }

    /** Groups of near-duplicates are dealt over folds in order of appearance. */
    static Folds byGroup(int[] groups, int count) {
        return new Folds(Arrays.stream(groups).map(group -> group % count).toArray(), count);
    }

    /** Learns without each fold in turn and reads it. */
    Held hold(List<FeatureBag> bags, int[] labels, List<String> names, Learner learner) {
        return hold(bags, labels, names, learner, fold -> text -> true);
    }

    /**
     * Learns without each fold in turn and reads it.
     *
     * @param allowed for every held-out fold, which of the other texts may be learned from
     */
    Held hold(
            List<FeatureBag> bags,
            int[] labels,
            List<String> names,
            Learner learner,
            Function<Integer, IntPredicate> allowed) {
        double[][] scores = new double[labels.length][];
        for (int fold = 0; fold < count; fold++) {
            IntPredicate may = allowed.apply(fold);
            List<FeatureBag> learned = new ArrayList<>();
            List<Integer> theirs = new ArrayList<>();
            for (int i = 0; i < labels.length; i++) {
                if (of[i] != fold && may.test(i)) {
                    learned.add(bags.get(i));
                    theirs.add(labels[i]);
                }
            }
            Function<FeatureBag, double[]> reader = learner.learn(
                    learned, theirs.stream().mapToInt(Integer::intValue).toArray(), names);
            for (int i = 0; i < labels.length; i++) {
                if (of[i] == fold) {
                    scores[i] = reader.apply(bags.get(i));
                }
            }
        }
        return new Held(names, labels, scores);
    }
}
