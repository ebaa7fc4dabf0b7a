package nl.wegwijzer.reading.crisis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the rules that can begin with a word, so that most words of a story cost a few look-ups only. */
final class RuleIndex {

    private static final int LONGEST_PREFIX = 18;

    private final Map<String, List<CrisisRule>> byWord = new HashMap<>();
    private final Map<String, List<CrisisRule>> byPrefix = new HashMap<>();
    private int shortestPrefix = LONGEST_PREFIX;

    RuleIndex(List<CrisisRule> rules) {
        for (CrisisRule rule : rules) {
            for (String word : rule.first().exact()) {
                byWord.computeIfAbsent(word, key -> new ArrayList<>()).add(rule);
            }
            for (String prefix : rule.first().prefixes()) {
                if (prefix.isEmpty() || prefix.length() > LONGEST_PREFIX) {
                    throw new InvalidRuleException(rule.line(), "begins with a prefix that is empty or too long");
                }
                byPrefix.computeIfAbsent(prefix, key -> new ArrayList<>()).add(rule);
                shortestPrefix = Math.min(shortestPrefix, prefix.length());
            }
        }
    }

    /** Adds to {@code found} every rule whose first step matches this key. */
    void collect(String key, List<CrisisRule> found) {
        found.addAll(byWord.getOrDefault(key, List.of()));
        int longest = Math.min(LONGEST_PREFIX, key.length());
        for (int length = shortestPrefix; length <= longest; length++) {
            found.addAll(byPrefix.getOrDefault(key.substring(0, length), List.of()));
        }
    }
}
