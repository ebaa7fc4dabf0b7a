package nl.wegwijzer.reading.learning;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.wegwijzer.reading.features.FeatureFamily;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Urgency;
import nl.wegwijzer.taxonomy.WireValue;

/**
 * One of the three things to learn from the labels of the corpus.
 *
 * @param name its name, which is also the name of its file
 * @param type the labels
 * @param label the label of an example
 * @param clear whether an example is learned from
 * @param trainer how it is trained; the settings that did best when a whole writer was left out
 */
record Task<E extends Enum<E> & WireValue>(
        String name, Class<E> type, Function<Example, E> label, Predicate<Example> clear, MaxentTrainer trainer) {

    static final Task<Category> CATEGORY = new Task<>(
            "category",
            Category.class,
            Example::category,
            example -> true,
            new MaxentTrainer(0.1, 28, 2, 0.25, 2, Set.of(FeatureFamily.DANGER_SETS, FeatureFamily.FINDINGS)));

    /**
     * Learns from the probabilities of the categories too, see {@link Bags#withCategories}, and only from texts about which two
     * readers agreed.
     */
    static final Task<Accused> ACCUSED = new Task<>(
            "accused",
            Accused.class,
            Example::accused,
            example -> !example.accusedDoubted(),
            new MaxentTrainer(0.2, 28, 3, 0.1, 1, Set.of(FeatureFamily.DANGER_SETS, FeatureFamily.FINDINGS)));

    static final Task<Urgency> URGENCY = new Task<>(
            "urgency",
            Urgency.class,
            Example::urgency,
            example -> true,
            new MaxentTrainer(0.2, 28, 3, 0.15, 1, Set.of()));

    String file() {
        return name + ".bin.gz";
    }

    List<String> names() {
        return Training.names(type);
    }

    int[] labels(List<Example> examples) {
        return Training.labels(examples, label);
    }
}
