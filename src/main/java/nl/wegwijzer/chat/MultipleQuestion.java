package nl.wegwijzer.chat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Several of a few choices. What is not ticked is remembered as well, so that a choice which appears later is asked.
 */
record MultipleQuestion(QuestionName name, List<Option> options) implements Question {
    /** Prefix of what was ticked. */
    static final String TICKED = "weg:";

    /** Prefix of what was shown and not ticked. */
    static final String LEFT = "laat:";

    @Override
    public ChatPage.Kind kind() {
        return ChatPage.Kind.MULTIPLE;
    }

    @Override
    public boolean skippable() {
        return true;
    }

    @Override
    public Read read(List<String> values, String text) {
        List<String> ticked = values.stream().filter(v -> !v.equals(Input.NEXT)).toList();
        if (!ticked.stream().allMatch(value -> Question.has(options, value))) {
            return new Unusable("probleem.kies");
        }
        return new Usable(new Answer.Given(
                options.stream()
                        .map(Option::value)
                        .map(value -> ticked.contains(value) ? value : LEFT + value.substring(TICKED.length()))
                        .toList(),
                ""));
    }

    /** Skipping leaves everything that was shown. */
    @Override
    public Read skip(List<String> values) {
        return read(List.of(), "");
    }

    @Override
    public boolean takes(Answer.Given answer) {
        Set<String> seen = new HashSet<>();
        answer.values().forEach(value -> seen.add(value.substring(value.indexOf(':') + 1)));
        return options.stream().allMatch(o -> seen.contains(o.value().substring(TICKED.length())));
    }
}
