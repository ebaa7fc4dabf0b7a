package nl.wegwijzer.chat;

import java.util.List;

/**
 * What one turn's form brought, exactly as it came: nothing of it is trusted.
 *
 * @param antwoord values of the buttons and boxes named {@code antwoord}
 * @param tekst content of the text area, empty when there was none
 */
public record Input(List<String> antwoord, String tekst) {
    /** Understood at every question: one question back. */
    public static final String BACK = "terug";
    /** Understood at every question: forget everything. */
    public static final String STOP = "stop";
    /** "Weet ik niet" or "sla over". */
    public static final String SKIP = "weet_niet";
    /** The plain send button of a form. */
    public static final String NEXT = "verder";
    /** The send button of the review. */
    public static final String SEND = "versturen";
    /** Shows the page of this conversation again, after a refresh. */
    public static final String RESUME = "hervat";
    /** Adds what was typed to the story, and asks the same question again. */
    public static final String ADD = "erbij";
    /** Prefix of "change the answer to this question". */
    public static final String CHANGE = "wijzig:";
    /** Prefix of "go on in this language". */
    public static final String LANGUAGE = "taal:";

    /** Takes a defensive copy. */
    public Input {
        antwoord = List.copyOf(antwoord);
    }

    /** An input with one value and no text. */
    public static Input choose(String value) {
        return new Input(List.of(value), "");
    }

    /** An input with text only. */
    public static Input type(String text) {
        return new Input(List.of(), text);
    }

    @Override
    public String toString() {
        return "Input[redacted]";
    }
}
