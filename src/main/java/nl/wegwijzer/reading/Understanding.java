package nl.wegwijzer.reading;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.model.Insight;
import nl.wegwijzer.reading.model.LinearModel;
import nl.wegwijzer.reading.model.ModelSet;
import nl.wegwijzer.reading.text.Story;
import nl.wegwijzer.taxonomy.Category;

/** What the category model makes of one story: the labels in order of probability, and whether it is sure enough. */
record Understanding(
        Map<Category, Double> categories,
        Category category,
        Category runnerUp,
        boolean ask,
        int best,
        FeatureBag asFeatures) {

    /** With fewer words than this nothing was told yet. */
    private static final int FEWEST_WORDS = 1;

    static Understanding of(Story story, boolean foreign, Insight insight, ModelSet models) {
        double[] probabilities = models.category().probabilities(insight);
        List<Category> labels = models.category().labels();
        int best = 0;
        for (int c = 1; c < probabilities.length; c++) {
            if (probabilities[c] > probabilities[best]) {
                best = c;
            }
        }
        int second = best == 0 ? 1 : 0;
        Map<Category, Double> categories = new EnumMap<>(Category.class);
        for (int c = 0; c < probabilities.length; c++) {
            categories.put(labels.get(c), probabilities[c]);
            if (c != best && probabilities[c] > probabilities[second]) {
                second = c;
            }
        }
        long words = story.tokens().stream().filter(token -> token.isWord()).count();
        boolean ask = words < FEWEST_WORDS || foreign || probabilities[best] < models.threshold();
        FeatureBag asFeatures = FeatureBag.ofCategories(
                labels.stream().map(Category::wire).toList(),
                LinearModel.softmax(
                        models.category().linear().scores(insight.rows()), FeatureBag.CATEGORY_TEMPERATURE));
        return new Understanding(categories, labels.get(best), labels.get(second), ask, best, asFeatures);
    }
}
