package nl.wegwijzer.reading.learning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.features.FeatureFamily;

/**
 * The features that training knows: those found in enough different texts, the most frequent first, so that what is used most
 * lies close together in memory. Each has a scale: a rare feature may move further from zero than one that is in every text, which is what inverse document frequency
 * does elsewhere. Training multiplies values by it and the finished weights too, so reading needs no scale.
 */
final class FeatureSpace {

    /** The inverse document frequency of a feature that is in one of twenty texts: its scale is 1. */
    private static final double TYPICAL_IDF = 3;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final String[] names;
    private final double[] scales;

    /**
     * Keeps features of {@code bags} that occur in at least {@code fewest} of them.
     *
     * @param rarity how much rare features are favoured; 0 not at all
     * @param without families that are left out
     */
    FeatureSpace(List<FeatureBag> bags, int fewest, double rarity, Set<FeatureFamily> without) {
        Map<String, Integer> counts = new HashMap<>();
        for (FeatureBag bag : bags) {
            for (int i = 0; i < bag.size(); i++) {
                counts.merge(bag.name(i), 1, Integer::sum);
            }
        }
        counts.values().removeIf(count -> count < fewest);
        counts.keySet().removeIf(name -> without.contains(FeatureFamily.of(name)));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> numbers.put(entry.getKey(), numbers.size()));
        names = new String[numbers.size()];
        scales = new double[names.length];
        numbers.forEach((name, number) -> {
            names[number] = name;
            scales[number] = FeatureFamily.of(name) == FeatureFamily.CATEGORY
                    ? 1 // in every text, as a probability: how often it occurs says nothing
                    : StrictMath.pow(rareness(counts.getOrDefault(name, 0), bags.size()) / TYPICAL_IDF, rarity);
        });
    }

    private static double rareness(int texts, int all) {
        return StrictMath.log((1.0 + all) / (1 + texts));
    }

    int size() {
        return names.length;
    }

    double scale(int feature) {
        return scales[feature];
    }

    String[] names() {
        return names.clone();
    }

    /** Returns the numbered features of a bag; unknown ones are left out. */
    Vector vector(FeatureBag bag) {
        int[] index = new int[bag.size()];
        float[] value = new float[bag.size()];
        int n = 0;
        for (int i = 0; i < bag.size(); i++) {
            Integer number = numbers.get(bag.name(i));
            if (number != null) {
                index[n] = number;
                value[n++] = (float) (bag.value(i) * scales[number]);
            }
        }
        return new Vector(Arrays.copyOf(index, n), Arrays.copyOf(value, n));
    }

    /** A sparse vector. */
    @SuppressWarnings("ArrayRecordComponent")
    record Vector(int[] index, float[] value) {}
}
