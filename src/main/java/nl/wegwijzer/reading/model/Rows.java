package nl.wegwijzer.reading.model;

import nl.wegwijzer.reading.features.FeatureBag;

/** The features of one story and where a {@link WeightTable} has their weights, looked up once for all models. */
public final class Rows {

    private final FeatureBag bag;
    private final int[] places;

    Rows(FeatureBag bag, int[] places) {
        this.bag = bag;
        this.places = places;
    }

    FeatureBag bag() {
        return bag;
    }

    int[] places() {
        return places;
    }
}
