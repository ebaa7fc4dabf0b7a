package nl.wegwijzer.reading.learning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds texts that are nearly the same, by MinHash over groups of five letters, so that they never straddle a fold.
 */
final class NearDuplicates {

    private static final int LETTERS = 5;
    private static final int HASHES = 48;
    private static final int ROWS = 4;

    /** Two texts that share this part of their letter groups are one text told twice. */
    private static final double ALIKE = 0.55;

    private final int[] parent;

    private NearDuplicates(int size) {
        parent = new int[size];
        Arrays.setAll(parent, i -> i);
    }

    /** Returns for every text the number of its group; a text that is like no other is a group of its own. */
    static int[] groups(List<String> texts) {
        NearDuplicates found = new NearDuplicates(texts.size());
        List<Set<Integer>> shingles =
                texts.stream().map(NearDuplicates::shingles).toList();
        Map<String, Integer> buckets = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            int[] hash = minHash(shingles.get(i));
            for (int band = 0; band < HASHES; band += ROWS) {
                String key = band + ":" + Arrays.toString(Arrays.copyOfRange(hash, band, band + ROWS));
                Integer other = buckets.putIfAbsent(key, i);
                if (other != null && alike(shingles.get(other), shingles.get(i))) {
                    found.parent[found.root(i)] = found.root(other);
                }
            }
        }
        int[] roots = new int[texts.size()];
        Arrays.setAll(roots, found::root);
        return numbered(roots);
    }

    private static int[] numbered(int[] roots) {
        Map<Integer, Integer> numbers = new HashMap<>();
        return Arrays.stream(roots)
                .map(root -> numbers.computeIfAbsent(root, key -> numbers.size()))
                .toArray();
    }

    private int root(int i) {
        int root = i;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }

    private static Set<Integer> shingles(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
        Set<Integer> shingles = new HashSet<>();
        for (int i = 0; i + LETTERS <= plain.length(); i++) {
            shingles.add(plain.substring(i, i + LETTERS).hashCode());
        }
        if (shingles.isEmpty()) {
            shingles.add(plain.hashCode());
        }
        return shingles;
    }

    private static int[] minHash(Set<Integer> shingles) {
        int[] least = new int[HASHES];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int shingle : shingles) {
            int hash = shingle;
            for (int h = 0; h < HASHES; h++) {
                hash = hash * 0x9E3779B1 + 0x7F4A7C15;
                hash ^= hash >>> 15;
                least[h] = Math.min(least[h], hash);
            }
        }
        return least;
    }

    private static boolean alike(Set<Integer> a, Set<Integer> b) {
        long both = a.stream().filter(b::contains).count();
        return both >= ALIKE * (a.size() + b.size() - both);
    }
}
