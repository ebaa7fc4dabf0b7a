package nl.wegwijzer.reading.model;

/**
 * Numbers features by the {@link FeatureName#hash} of their names, in the order in which they are added: a table with open
 * addressing, because an object for each of half a million features would take most of the time in which the server starts.
 */
final class FeatureIndex {

    /** What a feature gets that was never added. */
    static final int UNKNOWN = -1;

    private final long[] hashes;
    private final int[] numbers;
    private int size;

    /** Makes room for at most {@code features} features. */
    FeatureIndex(int features) {
        hashes = new long[Integer.highestOneBit(Math.max(8, features)) * 4];
        numbers = new int[hashes.length];
    }

    private int slot(long hash) {
        int slot = (int) hash & hashes.length - 1;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }

    /** Returns the number of a feature; one that is new gets the next. */
    int add(long hash) {
        int slot = slot(hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    /** Returns how many features there are. */
    int size() {
        return size;
    }

    /** Returns the number of every feature, {@link #UNKNOWN} for one that was never added. */
    int[] numbers(long[] features) {
        int[] found = new int[features.length];
        for (int i = 0; i < found.length; i++) {
            int slot = slot(features[i]);
            found[i] = hashes[slot] == 0 ? UNKNOWN : numbers[slot];
        }
        return found;
    }
}
