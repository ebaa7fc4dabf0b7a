package nl.wegwijzer.reading.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.reading.text.Folding;

/**
 * Ideas that danger is told with (a blade, a threat, being gone, a bed, tonight …) and the words that stand for them. Words are
 * compared by how they sound, so that misspellings meet. Read-only once made.
 */
public final class DangerWords {

    /** The idea of a word that turns what follows into its opposite. */
    static final String NEGATION = "niet";

    private static final int SHORTEST_START = 3;

    private final Map<String, List<String>> whole = new HashMap<>();
    private final Map<String, List<String>> starts = new HashMap<>();
    private int longestStart;

    private DangerWords() {}

    /**
     * Reads the list.
     *
     * @param lines {@code idea = word|start*|…}; lines with # are remarks
     */
    public static DangerWords parse(List<String> lines) {
        DangerWords words = new DangerWords();
        for (String line : lines) {
            String[] parts = line.strip().split("\\s*=\\s*", 2);
            if (parts.length == 2 && !line.startsWith("#")) {
                for (String word : parts[1].split("\\|")) {
                    words.put(parts[0], word);
                }
            }
        }
        return words;
    }

    private void put(String idea, String word) {
        boolean open = word.endsWith("*");
        String key = Folding.soundKey(Folding.fold(open ? word.substring(0, word.length() - 1) : word));
        if (open) {
            longestStart = Math.max(longestStart, key.length());
        }
        (open ? starts : whole)
                .computeIfAbsent(key, unused -> new ArrayList<>(1))
                .add(idea);
    }

    /** Returns the ideas that a (folded) word stands for; mostly none. */
    Set<String> ideasOf(String word) {
        String key = Folding.soundKey(word);
        List<String> exact = whole.getOrDefault(key, List.of());
        Set<String> ideas = Set.of();
        if (!exact.isEmpty()) {
            ideas = new LinkedHashSet<>(exact);
        }
        for (int n = SHORTEST_START; n <= Math.min(key.length(), longestStart); n++) {
            List<String> open = starts.getOrDefault(key.substring(0, n), List.of());
            if (!open.isEmpty()) {
                ideas = ideas.isEmpty() ? new LinkedHashSet<>() : ideas;
                ideas.addAll(open);
            }
        }
        return ideas;
    }
}
