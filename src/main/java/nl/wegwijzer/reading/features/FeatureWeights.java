package nl.wegwijzer.reading.features;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How heavy each family of features is; a family without weight is left out.
 *
 * @param weights the weights, all positive
 */
public record FeatureWeights(Map<FeatureFamily, Float> weights) {

    /** The weights that did best when a whole writer was left out; the report has the table. */
    public static final FeatureWeights BEST = new FeatureWeights(Map.ofEntries(
            Map.entry(FeatureFamily.WORDS, 1.0f),
            Map.entry(FeatureFamily.ENGLISH, 1.0f),
            Map.entry(FeatureFamily.PAIRS, 0.85f),
            Map.entry(FeatureFamily.SKIP_PAIRS, 0.85f),
            Map.entry(FeatureFamily.LETTERS, 1.0f),
            Map.entry(FeatureFamily.CONCEPTS, 0.5f),
            Map.entry(FeatureFamily.ROLES, 0.6f),
            Map.entry(FeatureFamily.SHAPE, 0.3f),
            Map.entry(FeatureFamily.DANGERS, 0.7f),
            Map.entry(FeatureFamily.DANGER_PAIRS, 0.7f),
            Map.entry(FeatureFamily.DANGER_SETS, 0.6f),
            Map.entry(FeatureFamily.FINDINGS, 1.2f)));

    /** Takes a defensive copy. */
    public FeatureWeights {
        Map<FeatureFamily, Float> copy = new EnumMap<>(FeatureFamily.class);
        copy.putAll(weights);
        weights = Collections.unmodifiableMap(copy);
    }

    /** Returns the weight of a family; 0 when it is left out. */
    float of(FeatureFamily family) {
        return weights.getOrDefault(family, 0f);
    }

    /** Returns these weights for some families only. */
    public FeatureWeights only(Set<FeatureFamily> families) {
        Map<FeatureFamily, Float> some = new EnumMap<>(FeatureFamily.class);
        families.forEach(family -> some.put(family, of(family)));
        some.values().removeIf(weight -> weight == 0);
        return new FeatureWeights(some);
    }

    /** Returns these weights without some families. */
    public FeatureWeights without(FeatureFamily first, FeatureFamily... more) {
        return only(EnumSet.complementOf(EnumSet.of(first, more)));
    }

    /** Returns these weights with another weight for one family. */
    public FeatureWeights with(FeatureFamily family, float weight) {
        Map<FeatureFamily, Float> all = new EnumMap<>(FeatureFamily.class);
        all.putAll(weights);
        all.put(family, weight);
        return new FeatureWeights(all);
    }
}
