package nl.wegwijzer.reading.learning;

import java.util.List;
import java.util.function.Function;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Urgency;
import nl.wegwijzer.taxonomy.WireValue;
import opennlp.tools.ml.maxent.quasinewton.QNModel;

/**
 * One of the three things to learn.
 *
 * @param name its name, which is also the name of its file
 * @param type the labels
 * @param label the label of an example
 * @param trainer how it is trained; the settings that did best when a whole writer was left out
 */
record Task<E extends Enum<E> & WireValue>(
        String name, Class<E> type, Function<Example, E> label, MaxentTrainer trainer) {

    static final Task<Category> CATEGORY =
            new Task<>("category", Category.class, Example::category, new MaxentTrainer(0.1, 40, 2, 0.5, 2));
    static final Task<Accused> ACCUSED =
            new Task<>("accused", Accused.class, Example::accused, new MaxentTrainer(0.3, 30, 3, 0.3, 1));
    static final Task<Urgency> URGENCY =
            new Task<>("urgency", Urgency.class, Example::urgency, new MaxentTrainer(0.3, 30, 3, 0.3, 1));

    static final List<Task<?>> ALL = List.of(CATEGORY, ACCUSED, URGENCY);

    String file() {
        return name + ".bin";
    }

    List<String> names() {
        return Training.names(type);
    }

    int[] labels(List<Example> examples) {
        return Training.labels(examples, label);
    }

    QNModel train(List<FeatureBag> bags, List<Example> examples) {
        return trainer.train(bags, labels(examples), names());
    }
}
