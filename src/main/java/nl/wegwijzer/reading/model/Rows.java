package nl.wegwijzer.reading.model;

import nl.wegwijzer.reading.features.FeatureBag;

/**
 * The features of one story, where a {@link WeightTable} has their weights, and what these sum to: looked up once for all
 * models.
 */
public final class Rows {

    private final FeatureBag bag;
    private final long[] hashes;
    private final int[] places;
    private final double[] scores;

    Rows(FeatureBag bag, long[] hashes, int[] places, double[] scores) {
        this.bag = bag;
        this.hashes = hashes;
        this.places = places;
        this.scores = scores;
    }

    FeatureBag bag() {
        return bag;
    }

    /** Returns the hash of the name of every feature. */
    long[] hashes() {
        return hashes;
    }

    /** Returns for every feature its place in the table, or {@link FeatureIndex#UNKNOWN}. */
    int[] places() {
        return places;
    }

    /** Returns the sum of the weights for every outcome of all models of the table. */
    double[] scores() {
        return scores;
    }
}
