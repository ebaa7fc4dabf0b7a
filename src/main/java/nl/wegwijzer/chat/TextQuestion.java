package nl.wegwijzer.chat;

import java.util.List;
import java.util.Optional;

/**
 * Free text, with choices or people beside it.
 *
 * @param people shown as boxes to tick
 * @param maxLength in code points
 * @param textFor the choice that needs a text; empty when none does. It is the first of the choices
 * @param several whether more than one choice may be made
 * @param skippable whether it can stay unanswered; if not, an empty text is refused
 */
record TextQuestion(
        QuestionName name,
        List<Option> options,
        List<Offer> people,
        int maxLength,
        Optional<String> textFor,
        boolean several,
        boolean skippable)
        implements Question {
    @Override
    public ChatPage.Kind kind() {
        if (textFor.isPresent()) {
            return ChatPage.Kind.CHOICE_OR_TEXT;
        }
        return several ? ChatPage.Kind.SEVERAL : ChatPage.Kind.TEXT;
    }

    @Override
    public Read read(List<String> values, String text) {
        List<String> chosen = values.stream().filter(v -> !v.equals(Input.NEXT)).toList();
        boolean known =
                chosen.stream().allMatch(value -> Question.has(options, value) || Question.offers(people, value));
        if (!known
                || (!several
                        && chosen.stream()
                                        .filter(value -> Question.has(options, value))
                                        .count()
                                > 1)) {
            return new Unusable("probleem.kies");
        }
        if (textFor.isPresent()) {
            return readWithName(chosen, text, textFor.get());
        }
        if (text.isEmpty() && !skippable) {
            return new Unusable("probleem.leeg");
        }
        return new Usable(new Answer.Given(chosen, text));
    }

    /** Somebody who was ticked to be kept out stays out, also when the text is skipped. */
    @Override
    public Read skip(List<String> values) {
        List<String> ticked =
                values.stream().filter(value -> Question.offers(people, value)).toList();
        if (!ticked.isEmpty()) {
            return new Usable(new Answer.Given(ticked, ""));
        }
        return skippable ? new Usable(new Answer.Skipped()) : new Unusable("probleem.nodig");
    }

    /** Typing a text is choosing the choice that needs one; choosing another forgets the text. */
    private Read readWithName(List<String> chosen, String text, String needsText) {
        String choice = chosen.isEmpty() && !text.isEmpty() ? needsText : String.join("", chosen);
        if (choice.isEmpty()) {
            return new Unusable("probleem.kies");
        }
        if (!choice.equals(needsText)) {
            return new Usable(new Answer.Given(chosen, ""));
        }
        return text.isEmpty()
                ? new Unusable("probleem." + name.wire())
                : new Usable(new Answer.Given(List.of(needsText), text));
    }

    @Override
    public boolean takes(Answer.Given answer) {
        return answer.values().stream().allMatch(value -> Question.has(options, value) || isId(value))
                && (skippable || !answer.text().isEmpty());
    }

    private static boolean isId(String value) {
        return value.length() == 36;
    }
}
