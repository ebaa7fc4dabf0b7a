package nl.wegwijzer.chat;

import java.util.List;

/** What came back on a question. No answer at all is the absence of an {@code Answer}; an empty one is {@link Given} with an empty text. */
public sealed interface Answer {

    /** Returns the chosen wire values; for a skipped question {@code weet_niet}. */
    List<String> values();

    /** Returns what was typed, cleaned; may be empty. */
    String text();

    /**
     * An answer that the reporter gave.
     *
     * @param values chosen wire values, may be empty
     * @param text typed text, may be empty
     */
    record Given(List<String> values, String text) implements Answer {
        /** Takes a defensive copy. */
        public Given {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return "Given[redacted]";
        }
    }

    /** "Weet ik niet" or "sla over": the reporter saw the question and chose not to answer it. */
    record Skipped() implements Answer {
        @Override
        public List<String> values() {
            return List.of(Input.SKIP);
        }

        @Override
        public String text() {
            return "";
        }
    }
}
