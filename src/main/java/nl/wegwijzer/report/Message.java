package nl.wegwijzer.report;

import java.time.Instant;

/**
 * One message in the conversation after a report.
 *
 * @param text what was written
 * @param sentAt the exact moment, which the database keeps to the day only
 */
public record Message(String text, Instant sentAt) {
    @Override
    public String toString() {
        return "Message[redacted]";
    }
}
