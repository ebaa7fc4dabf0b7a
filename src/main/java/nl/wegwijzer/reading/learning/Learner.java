package nl.wegwijzer.reading.learning;

import java.util.List;
import java.util.function.Function;
import nl.wegwijzer.reading.features.FeatureBag;

/** Any way of learning labels from features, so that ways can be compared. */
@FunctionalInterface
interface Learner {

    /**
     * Learns.
     *
     * @param bags the features of the texts
     * @param labels for every text the number of its label
     * @param names the names of the labels
     * @return what gives every label a score, larger is likelier
     */
    Function<FeatureBag, double[]> learn(List<FeatureBag> bags, int[] labels, List<String> names);
}
