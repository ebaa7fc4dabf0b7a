package nl.wegwijzer.reading.model;

import nl.wegwijzer.reading.features.FeatureBag;

/** The features of one story with their weights, looked up once for all models. */
public final class Rows {

    private final FeatureBag bag;
    private final float[][] weights;

    Rows(FeatureBag bag, float[][] weights) {
        this.bag = bag;
        this.weights = weights;
    }

    FeatureBag bag() {
        return bag;
    }

    float[][] weights() {
        return weights;
    }
}
