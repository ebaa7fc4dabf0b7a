package nl.wegwijzer.reading.crisis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.reading.CrisisSignal;
import nl.wegwijzer.reading.text.Story;
import nl.wegwijzer.taxonomy.Alert;

/**
 * The rules of domain §4 and §10: they look for danger in every message, before any model. Immutable and thread-safe.
 */
public final class CrisisRules {

    /** No story has more places than this where a rule could begin; what lies beyond is noise ("mes mes mes mes …"). */
    private static final int MOST_ATTEMPTS = 20_000;

    private final RuleIndex index;

    private CrisisRules(List<CrisisRule> rules) {
        this.index = new RuleIndex(rules);
    }

    /**
     * Reads rules.
     *
     * @param lines the lines of the rules files
     * @throws InvalidRuleException when a line cannot be understood
     */
    public static CrisisRules parse(List<String> lines) {
        return new CrisisRules(RuleFile.parse(lines));
    }

    /** Finds what the rules say about a story. */
    public Findings find(Story story) {
        KeyedStory keyed = KeyedStory.of(story);
        List<Match> matches = matches(keyed);
        boolean context = matches.stream().anyMatch(match -> match.rule.effect() == CrisisRule.Effect.CONTEXT);
        BitSet cancelled = new BitSet();
        for (Match match : matches) {
            if (match.rule.effect() == CrisisRule.Effect.CANCEL) {
                cancelled.set(match.from, match.to + 1);
            }
        }
        List<Match> standing = matches.stream()
                .filter(match -> cancelled.get(match.from, match.to + 1).isEmpty())
                .sorted(Comparator.comparingInt(Match::from).thenComparing(Match::to, Comparator.reverseOrder()))
                .toList();
        return new Findings(
                signals(standing, CrisisRule.Effect.HARD, keyed),
                signals(standing, CrisisRule.Effect.SOFT, keyed),
                context,
                !cancelled.isEmpty());
    }

    private static List<CrisisSignal> signals(List<Match> matches, CrisisRule.Effect effect, KeyedStory story) {
        Map<Alert, CrisisSignal> first = new EnumMap<>(Alert.class);
        for (Match match : matches) {
            if (match.rule.effect() == effect) {
                match.rule
                        .alert()
                        .ifPresent(alert ->
                                first.putIfAbsent(alert, new CrisisSignal(alert, story.typed(match.from, match.to))));
            }
        }
        return List.copyOf(first.values());
    }

    private List<Match> matches(KeyedStory story) {
        List<Match> matches = new ArrayList<>();
        List<CrisisRule> candidates = new ArrayList<>();
        int attempts = 0;
        for (int at = 0; at < story.keys().size() && attempts < MOST_ATTEMPTS; at++) {
            candidates.clear();
            index.collect(story.keys().get(at), candidates);
            String joined = story.joined(at);
            if (joined.length() > 4) {
                index.collect(joined, candidates);
            }
            attempts += candidates.size();
            for (CrisisRule rule : candidates) {
                int end = PatternMatcher.end(rule.elements(), story, at);
                if (end > at) {
                    matches.add(new Match(rule, at, end - 1));
                }
            }
        }
        return matches;
    }

    private record Match(CrisisRule rule, int from, int to) {}
}
