package nl.wegwijzer.reading.learning;

import java.util.ArrayList;
import java.util.List;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.features.FeatureExtractor;
import nl.wegwijzer.reading.model.LinearModel;
import nl.wegwijzer.reading.text.Story;

/** The features of many texts. */
final class Bags {

    /** The folds in which the category is guessed for who-did-it; each text by a model that never saw its writer. */
    private static final int FOLDS = 4;

    private Bags() {}

    static List<FeatureBag> of(List<LearnedText> texts, FeatureExtractor extractor) {
        return texts.stream()
                .map(text -> extractor.extract(Story.of(text.text())))
                .toList();
    }

    /**
     * Adds how likely each category is, as a model thinks that did not learn from the writer of the text: so the probabilities
     * are as good, and as bad, as they will be for a new reporter.
     */
    static List<FeatureBag> withCategories(List<FeatureBag> bags, List<Example> examples) {
        Task<?> category = Task.CATEGORY;
        Held held = Folds.byWriters(examples, FOLDS)
                .hold(bags, category.labels(examples), category.names(), category.trainer());
        return withCategories(bags, held);
    }

    /** Adds how likely each category is, as it was judged by models that had not seen the text. */
    static List<FeatureBag> withCategories(List<FeatureBag> bags, Held held) {
        List<FeatureBag> more = new ArrayList<>();
        for (int i = 0; i < bags.size(); i++) {
            double[] probabilities = LinearModel.softmax(held.scores()[i], FeatureBag.CATEGORY_TEMPERATURE);
            more.add(bags.get(i).and(FeatureBag.ofCategories(held.names(), probabilities)));
        }
        return more;
    }
}
