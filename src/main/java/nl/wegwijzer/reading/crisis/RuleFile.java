package nl.wegwijzer.reading.crisis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.reading.text.Folding;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.WireValue;

/**
 * Reads rules as they are written by hand. A line is {@code @name = word|word} or {@code effect pattern}, where the effect is
 * an alert ({@code thuis}), an alert with a question mark ({@code thuis?}, soft), {@code niet} (cancel) or {@code kader}
 * (context). In a pattern, spaces part the steps: {@code a|b|c*|@name} words, {@code (a|b)?} words that may be missing,
 * {@code ~3} at most three other words without a negation, {@code %3} at most three other words of any sort.
 */
final class RuleFile {

    private final Map<String, List<String>> sets = new HashMap<>();
    private final List<CrisisRule> rules = new ArrayList<>();

    private RuleFile() {}

    /** Reads the lines of all files together, so that sets can be shared. */
    static List<CrisisRule> parse(List<String> lines) {
        RuleFile file = new RuleFile();
        for (String line : lines) {
            String content = line.strip();
            if (!content.isEmpty() && !content.startsWith("#")) {
                file.line(content);
            }
        }
        return List.copyOf(file.rules);
    }

    private void line(String line) {
        if (line.startsWith("@")) {
            String[] parts = line.split("=", 2);
            if (parts.length != 2) {
                throw new InvalidRuleException(line, "needs an = sign");
            }
            sets.put(parts[0].strip(), expand(parts[1].strip(), line));
            return;
        }
        String[] parts = line.split("\\s+", 2);
        if (parts.length != 2) {
            throw new InvalidRuleException(line, "needs an effect and a pattern");
        }
        String word = parts[0];
        boolean soft = word.endsWith("?");
        Optional<Alert> alert = WireValue.parse(Alert.class, soft ? word.substring(0, word.length() - 1) : word);
        CrisisRule.Effect effect =
                switch (word) {
                    case "niet" -> CrisisRule.Effect.CANCEL;
                    case "kader" -> CrisisRule.Effect.CONTEXT;
                    default -> soft ? CrisisRule.Effect.SOFT : CrisisRule.Effect.HARD;
                };
        boolean raises = effect == CrisisRule.Effect.SOFT || effect == CrisisRule.Effect.HARD;
        if (raises && alert.isEmpty()) {
            throw new InvalidRuleException(line, "has an unknown effect");
        }
        CrisisRule rule = new CrisisRule(effect, alert, elements(parts[1], line), line);
        if (rule.first().optional()) {
            throw new InvalidRuleException(line, "must begin with a word that is not optional");
        }
        rules.add(rule);
    }

    private List<Element> elements(String pattern, String line) {
        List<Element> elements = new ArrayList<>();
        for (String step : pattern.strip().split("\\s+")) {
            if (step.startsWith("~") || step.startsWith("%")) {
                elements.add(new Element.Gap(number(step.substring(1), line), step.startsWith("%")));
            } else {
                boolean optional = step.startsWith("(") && step.endsWith(")?");
                String words = optional ? step.substring(1, step.length() - 2) : step;
                elements.add(words(expand(words, line), optional));
            }
        }
        return elements;
    }

    private static int number(String digits, String line) {
        if (!digits.matches("\\d{1,2}")) {
            throw new InvalidRuleException(line, "has a gap without a number");
        }
        return Integer.parseInt(digits);
    }

    private List<String> expand(String alternatives, String line) {
        List<String> words = new ArrayList<>();
        for (String word : alternatives.split("\\|")) {
            if (word.startsWith("@")) {
                List<String> set = sets.get(word);
                if (set == null) {
                    throw new InvalidRuleException(line, "uses the unknown set " + word);
                }
                words.addAll(set);
            } else if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    private static Element.Words words(List<String> alternatives, boolean optional) {
        Set<String> exact = new HashSet<>();
        List<String> prefixes = new ArrayList<>();
        for (String word : alternatives) {
            if (word.endsWith("*")) {
                String start = word.substring(0, word.length() - 1);
                prefixes.add(prefixKey(start));
                exact.add(Folding.soundKey(Folding.fold(start)));
            } else {
                exact.add(Folding.soundKey(Folding.fold(word)));
            }
        }
        return new Element.Words(exact, prefixes, optional);
    }

    /** A final d sounds as t only at the end of a word, and a prefix is no end. */
    private static String prefixKey(String prefix) {
        String key = Folding.soundKey(Folding.fold(prefix + "x"));
        return key.substring(0, key.length() - 1);
    }
}
