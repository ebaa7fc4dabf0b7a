package nl.wegwijzer.reading.model;

import nl.wegwijzer.reading.features.FeatureBag;

/**
 * The hash that stands for the name of a feature: FNV-1a over its UTF-16 units, mixed once more. With 64 bits and half a million
 * names, two that meet by chance are not to be expected (about one in 10⁸); {@link WeightTable} and
 * {@link Committee} refuse a model in which they do.
 */
final class FeatureName {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private FeatureName() {}

    /** Hashes the names of all features of a story. */
    static long[] hashes(FeatureBag bag) {
        long[] hashes = new long[bag.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = hash(bag.name(i));
        }
        return hashes;
    }

    static long hash(String name) {
        long hash = BASIS;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * PRIME;
        }
        return mixed(hash);
    }

    /** Hashes a name in the modified UTF-8 of {@link java.io.DataOutput#writeUTF}. */
    static long hash(byte[] bytes, int from, int to) {
        long hash = BASIS;
        int i = from;
        while (i < to) {
            int unit = bytes[i++];
            if (unit < 0) {
                int next = bytes[i++] & 0x3f;
                unit = (unit & 0x20) == 0
                        ? (unit & 0x1f) << 6 | next
                        : (unit & 0x0f) << 12 | next << 6 | bytes[i++] & 0x3f;
            }
            hash = (hash ^ unit) * PRIME;
        }
        return mixed(hash);
    }

    /** Spreads the hash over all bits; 0 is kept for a free place in a table. */
    private static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
        mixed ^= mixed >>> 29;
        return mixed == 0 ? 1 : mixed;
    }
}
