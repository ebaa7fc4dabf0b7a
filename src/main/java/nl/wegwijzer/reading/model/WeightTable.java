package nl.wegwijzer.reading.model;

import java.util.Arrays;
import java.util.List;
import nl.wegwijzer.reading.features.FeatureBag;

/**
 * The weights of some OpenNLP models whose outcomes are numbered on: one look-up finds those of a feature for all of them. Most
 * features have weights for few outcomes, so only those are kept. Immutable.
 */
final class WeightTable {

    private static final int UNKNOWN = -1;

    private final long[] keys;
    private final int[] places;
    private final int[] starts;
    private final byte[] labels;
    private final float[] weights;

    /** Lays out models; the outcomes of a later one are numbered from where those of the one before end. */
    WeightTable(List<ModelFile> models) {
        int features =
                models.stream().mapToInt(model -> model.features().length).sum();
        keys = new long[Integer.highestOneBit(Math.max(8, features)) * 4];
        places = new int[keys.length];
        int[][] placeOf = new int[models.size()][];
        int count = 0;
        int[] sizes = new int[features + 1];
        for (int m = 0; m < placeOf.length; m++) {
            ModelFile model = models.get(m);
            placeOf[m] = new int[model.features().length];
            int known = count;
            for (int f = 0; f < placeOf[m].length; f++) {
                int slot = slot(model.features()[f]);
                if (keys[slot] == 0) {
                    keys[slot] = model.features()[f];
                    places[slot] = count++;
                } else if (places[slot] >= known) {
                    throw new ModelException("Two features of one model have the same hash");
                }
                placeOf[m][f] = places[slot];
                sizes[places[slot]] += model.ends()[f] - model.start(f);
            }
        }
        starts = new int[count + 1];
        for (int p = 0; p < count; p++) {
            starts[p + 1] = starts[p] + sizes[p];
        }
        labels = new byte[starts[count]];
        weights = new float[labels.length];
        int[] next = Arrays.copyOf(starts, count);
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

    private int slot(long key) {
        int slot = (int) key & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    /** Looks up every feature of a story. */
    Rows rows(FeatureBag bag) {
        long[] hashes = FeatureName.hashes(bag);
        int[] found = new int[hashes.length];
        for (int i = 0; i < found.length; i++) {
            int slot = slot(hashes[i]);
            found[i] = keys[slot] == 0 ? UNKNOWN : places[slot];
        }
        return new Rows(bag, hashes, found);
    }

    /** Sums the weights of {@code outcomes} outcomes from {@code from} on. */
    double[] scores(Rows rows, int from, int outcomes) {
        double[] scores = new double[outcomes];
        for (int i = 0; i < rows.places().length; i++) {
            int place = rows.places()[i];
            if (place != UNKNOWN) {
                float value = rows.bag().value(i);
                for (int w = starts[place]; w < starts[place + 1]; w++) {
                    int label = labels[w] - from;
                    if (label >= 0 && label < outcomes) {
                        scores[label] += value * weights[w];
                    }
                }
            }
        }
        return scores;
    }

    /** Sums for every token what its features say for one outcome above the mean of all. */
    double[] evidence(Rows rows, int from, int outcomes, int label, int tokens) {
        double[] evidence = new double[tokens];
        for (int i = 0; i < rows.places().length; i++) {
            int place = rows.places()[i];
            int token = rows.bag().token(i);
            if (place != UNKNOWN && token >= 0) {
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
