package nl.wegwijzer.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts answers in words: in the reporter's log and review, and in the official's case file. A value that this release
 * does not know is shown as it is, so that an old report stays readable.
 */
public final class AnswerWords {
    private static final String OFFICIALS_KEPT_OUT = QuestionName.NIET_GEWENST.wire();
    private static final int ID_LENGTH = 36;

    private final Texts texts;
    private final Function<String, Optional<String>> officialName;

    /**
     * Speaks the language and tone of {@code texts}.
     *
     * @param officialName the name of the official with this id; empty when unknown
     */
    public AnswerWords(Texts texts, Function<String, Optional<String>> officialName) {
        this.texts = texts;
        this.officialName = officialName;
    }

    /** Returns a short label for a question, e.g. "Wat er is gebeurd" for {@code verhaal}. */
    public String label(String question) {
        return find("kort." + question).orElse(question);
    }

    /** Returns an answer: the labels of the choices, then what was typed, on lines of their own. */
    public String answer(String question, List<String> values, String text) {
        List<String> lines = new ArrayList<>();
        String chosen = values.stream().map(value -> choice(question, value)).collect(Collectors.joining(", "));
        if (!chosen.isEmpty()) {
            lines.add(
                    question.equals(OFFICIALS_KEPT_OUT) && !values.equals(List.of(Input.SKIP))
                            ? texts.of("kort.niet_lezen", chosen)
                            : chosen);
        }
        if (!text.isEmpty()) {
            lines.add(text);
        }
        return lines.isEmpty() ? texts.of("kort.leeg") : String.join("\n", lines);
    }

    private String choice(String question, String value) {
        if (value.equals(Input.SKIP)) {
            return texts.of("kort.overgeslagen");
        }
        if (value.equals(PeopleQuestion.NOBODY) && question.equals(QuestionName.ONTVANGER.wire())) {
            return texts.of("kort.niemand");
        }
        Optional<String> label = find("optie." + question + "." + value);
        if (label.isPresent()) {
            return label.get();
        }
        return value.length() == ID_LENGTH
                ? officialName.apply(value).orElseGet(() -> texts.of("kort.onbekende_persoon"))
                : value;
    }

    private Optional<String> find(String key) {
        return texts.has(key) ? Optional.of(texts.of(key)) : Optional.empty();
    }
}
