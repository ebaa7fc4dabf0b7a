package nl.wegwijzer.reading.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The features of one story in the order in which they were found: name, value and the token that each came from. */
public final class FeatureBag {

    private final List<String> names = new ArrayList<>(512);
    private float[] values = new float[512];
    private int[] tokens = new int[512];

    void add(String name, float value, int token) {
        int at = names.size();
        if (at == values.length) {
            values = Arrays.copyOf(values, 2 * at);
            tokens = Arrays.copyOf(tokens, 2 * at);
        }
        names.add(name);
        values[at] = value;
        tokens[at] = token;
    }

    /** Makes the features from {@code from} on weigh {@code weight} together, in the Euclidean sense. */
    void normalize(int from, float weight) {
        double squares = 0;
        for (int i = from; i < names.size(); i++) {
            squares += (double) values[i] * values[i];
        }
        if (squares > 0) {
            float factor = (float) (weight / Math.sqrt(squares));
            for (int i = from; i < names.size(); i++) {
                values[i] *= factor;
            }
        }
    }

    /** The temperature at which category scores become features; a constant, so that training needs no evaluation before it. */
    public static final double CATEGORY_TEMPERATURE = 0.584;

    /**
     * Returns how likely each category is, as features: who did it depends on what happened.
     *
     * @param categories the wire values of the categories
     * @param probabilities their probabilities, which sum to 1
     */
    public static FeatureBag ofCategories(List<String> categories, double[] probabilities) {
        FeatureBag bag = new FeatureBag();
        for (int c = 0; c < probabilities.length; c++) {
            bag.add(FeatureFamily.CATEGORY.name(categories.get(c)), (float) probabilities[c], -1);
        }
        return bag;
    }

    /** Returns these features and those of another bag. */
    public FeatureBag and(FeatureBag other) {
        FeatureBag both = new FeatureBag();
        for (FeatureBag bag : List.of(this, other)) {
            for (int i = 0; i < bag.size(); i++) {
                both.add(bag.name(i), bag.value(i), bag.token(i));
            }
        }
        return both;
    }

    /** Returns how many features there are. */
    public int size() {
        return names.size();
    }

    /** Returns the name of a feature. */
    public String name(int index) {
        return names.get(index);
    }

    /** Returns the value of a feature. */
    public float value(int index) {
        return values[index];
    }

    /** Returns the index of the token that a feature came from, or -1 when it came from the whole story. */
    public int token(int index) {
        return tokens[index];
    }

    /** Returns all names, as OpenNLP wants them. */
    public String[] names() {
        return names.toArray(String[]::new);
    }

    /** Returns all values, as OpenNLP wants them. */
    public float[] values() {
        return Arrays.copyOf(values, names.size());
    }
}
