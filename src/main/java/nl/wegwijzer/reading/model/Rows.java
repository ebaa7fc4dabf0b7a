package nl.wegwijzer.reading.model;

import nl.wegwijzer.reading.features.FeatureBag;

/** The features of one story and where a {@link WeightTable} has their weights, looked up once for all models. */
public final class Rows {

    private final FeatureBag bag;
    private final long[] hashes;
    private final int[] places;

    Rows(FeatureBag bag, long[] hashes, int[] places) {
        this.bag = bag;
        this.hashes = hashes;
        this.places = places;
    }

    FeatureBag bag() {
        return bag;
    }

    /** Returns the hash of the name of every feature. */
    long[] hashes() {
        return hashes;
    }

    int[] places() {
        return places;
    }
}
