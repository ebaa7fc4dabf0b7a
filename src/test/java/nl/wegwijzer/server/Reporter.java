package nl.wegwijzer.server;

import java.util.HashMap;
import java.util.Map;

/** A pupil who walks through the chat without script, answering what the test cares about and the first choice else. */
final class Reporter {
    private static final int MOST_TURNS = 40;

    private final Browser browser;
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, String> typed = new HashMap<>();

    Reporter(String address, String school) {
        browser = new Browser(address).open("/" + school);
        answers.put("wie", "leerling");
        answers.put("wie_doet_dit", "leerling");
        answers.put("naam", "anoniem");
        typed.put("verhaal", "Ze lachen me elke dag uit op het plein en ze verstoppen mijn gymtas.");
    }

    Reporter tells(String story) {
        typed.put("verhaal", story);
        return this;
    }

    Reporter answers(String question, String value) {
        answers.put(question, value);
        return this;
    }

    Reporter types(String question, String text) {
        typed.put(question, text);
        return this;
    }

    Browser browser() {
        return browser;
    }

    /** Goes on until this question is asked. */
    Reporter until(String question) {
        for (int turn = 0; turn < MOST_TURNS && !browser.question().equals(question); turn++) {
            if (!browser.code().isEmpty()) {
                throw new AssertionError("sent before " + question + " was asked");
            }
            answer();
        }
        if (!browser.question().equals(question)) {
            throw new AssertionError("never asked " + question + ", stuck at " + browser.question());
        }
        return this;
    }

    /** Goes on to the end. */
    String sends() {
        for (int turn = 0; turn < MOST_TURNS && browser.code().isEmpty(); turn++) {
            answer();
        }
        if (browser.code().isEmpty()) {
            throw new AssertionError("no code after " + browser.question() + ": " + browser.text());
        }
        return browser.code();
    }

    /** Answers the question that is asked now. */
    Browser answer() {
        String question = browser.question();
        String wanted = answers.getOrDefault(question, first());
        if (question.equals("verhaal")) {
            wanted = "verder";
        }
        return browser.press(wanted, typed.containsKey(question) ? Map.of("tekst", typed.get(question)) : Map.of());
    }

    private String first() {
        return browser.page().select("form[data-vraag] button[name=antwoord]").stream()
                .map(button -> button.attr("value"))
                .filter(value -> !value.equals("terug") && !value.equals("stop") && !value.startsWith("taal:"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no way on at " + browser.question()));
    }
}
