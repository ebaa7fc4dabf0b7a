package nl.wegwijzer.report;

import java.util.List;

/**
 * The code a reporter keeps: three pairs of an adjective and a noun. Whoever holds it can read the report, so it prints
 * as redacted.
 */
public final class Receipt {
    private final List<String> words;

    Receipt(List<String> words) {
        this.words = List.copyOf(words);
    }

    /** Returns the pairs as they are shown, e.g. "blije tijger". */
    public List<String> pairs() {
        return List.of(pair(0), pair(1), pair(2));
    }

    /** Returns the whole code on one line, e.g. "blije tijger · snelle fiets · warme trui". */
    public String shown() {
        return String.join(" · ", pairs());
    }

    /** Returns the one spelling from which keys are derived: six words with single spaces. */
    public String normal() {
        return String.join(" ", words);
    }

    private String pair(int index) {
        return words.get(2 * index) + " " + words.get(2 * index + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Receipt receipt && receipt.words.equals(words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    @Override
    public String toString() {
        return "Receipt[redacted]";
    }
}
