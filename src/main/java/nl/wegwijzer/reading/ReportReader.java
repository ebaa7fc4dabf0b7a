package nl.wegwijzer.reading;

/** Turns a text into a {@link Reading}. Implementations are thread-safe, never throw on any text, and take bounded time. */
public interface ReportReader {

    /**
     * Reads everything the reporter has told so far.
     *
     * @param text all messages of the conversation, joined by newlines; may be empty, may be anything
     */
    Reading read(String text);
}
