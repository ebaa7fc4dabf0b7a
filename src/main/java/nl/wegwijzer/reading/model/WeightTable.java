package nl.wegwijzer.reading.model;

import java.util.Arrays;
import java.util.List;
import nl.wegwijzer.reading.features.FeatureBag;

/**
 * The weights of some OpenNLP models whose outcomes are numbered on: one look-up finds those of a feature for all of them. Most
 * features have weights for few outcomes, so only those are kept. Immutable.
 */
final class WeightTable {

    private final FeatureIndex index;
    private final int outcomes;
    private final int[] starts;
    private final byte[] labels;
    private final float[] weights;

    /** Lays out models; the outcomes of a later one are numbered from where those of the one before end. */
    WeightTable(List<ModelFile> models) {
        int features =
                models.stream().mapToInt(model -> model.features().length).sum();
        index = new FeatureIndex(features);
        outcomes = models.stream().mapToInt(model -> model.outcomes().size()).sum();
        int[][] placeOf = new int[models.size()][];
        int[] sizes = new int[features];
        int[] lastModel = new int[features];
        Arrays.fill(lastModel, FeatureIndex.UNKNOWN);
        for (int m = 0; m < placeOf.length; m++) {
            placeOf[m] = places(models.get(m), m, lastModel);
            for (int f = 0; f < placeOf[m].length; f++) {
                sizes[placeOf[m][f]] += models.get(m).ends()[f] - models.get(m).start(f);
            }
        }
        starts = new int[index.size() + 1];
        for (int p = 0; p < index.size(); p++) {
            starts[p + 1] = starts[p] + sizes[p];
        }
        labels = new byte[starts[index.size()]];
        weights = new float[labels.length];
        int[] next = Arrays.copyOf(starts, index.size());
        int offset = 0;
        for (int m = 0; m < placeOf.length; m++) {
            ModelFile model = models.get(m);
            for (int f = 0; f < placeOf[m].length; f++) {
                for (int w = model.start(f); w < model.ends()[f]; w++) {
                    int at = next[placeOf[m][f]]++;
                    labels[at] = (byte) (offset + model.labels()[w]);
                    weights[at] = model.weights()[w];
                }
            }
            offset += model.outcomes().size();
        }
    }

    private int[] places(ModelFile model, int number, int[] lastModel) {
        int[] places = new int[model.features().length];
        for (int f = 0; f < places.length; f++) {
            places[f] = index.add(model.features()[f]);
            if (lastModel[places[f]] == number) {
                throw new ModelException("Two features of one model have the same hash");
            }
            lastModel[places[f]] = number;
        }
        return places;
    }

    /** Looks up every feature of a story, and sums their weights for every outcome. */
    Rows rows(FeatureBag bag) {
        long[] hashes = FeatureName.hashes(bag);
        int[] places = index.numbers(hashes);
        double[] scores = new double[outcomes];
        for (int i = 0; i < places.length; i++) {
            if (places[i] != FeatureIndex.UNKNOWN) {
                float value = bag.value(i);
                for (int w = starts[places[i]]; w < starts[places[i] + 1]; w++) {
                    scores[labels[w]] += value * weights[w];
                }
            }
        }
        return new Rows(bag, hashes, places, scores);
    }

    /** Sums for every token what its features say for one outcome above the mean of all. */
    double[] evidence(Rows rows, int from, int outcomes, int label, int tokens) {
        double[] evidence = new double[tokens];
        for (int i = 0; i < rows.places().length; i++) {
            int place = rows.places()[i];
            int token = rows.bag().token(i);
            if (place != FeatureIndex.UNKNOWN && token >= 0) {
                double sum = 0;
                double own = 0;
                for (int w = starts[place]; w < starts[place + 1]; w++) {
                    int outcome = labels[w] - from;
                    if (outcome >= 0 && outcome < outcomes) {
                        sum += weights[w];
                        own += outcome == label ? weights[w] : 0;
                    }
                }
                evidence[token] += rows.bag().value(i) * (own - sum / outcomes);
            }
        }
        return evidence;
    }
}
