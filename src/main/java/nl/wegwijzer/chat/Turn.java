package nl.wegwijzer.chat;

import nl.wegwijzer.report.NewReport;

/** What one turn of the reporter leads to. */
public sealed interface Turn {

    /** The conversation goes on with the next question. */
    record Asked(Conversation conversation) implements Turn {}

    /**
     * The answer could not be used; the same question is asked again.
     *
     * @param message a friendly word in the reporter's language
     * @param typedText what was typed, to put back in the text area
     */
    record Problem(Conversation conversation, String message, String typedText) implements Turn {
        @Override
        public String toString() {
            return "Problem[redacted]";
        }
    }

    /**
     * The reporter pressed send.
     *
     * @param conversation unchanged, so that pressing send twice sends the same submission
     */
    record Send(Conversation conversation, NewReport report) implements Turn {}

    /** The reporter stopped: everything is forgotten. */
    record Stopped() implements Turn {}
}
