package nl.wegwijzer.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a reporter sees when they come back with their code.
 *
 * @param status where the report stands
 * @param recipient name of the person who reads it now; empty when nobody may
 * @param answerBefore the day before which an answer was promised
 * @param keptUntil the day on which it will be erased, as far as that is certain
 * @param story what was told
 * @param messages to and fro, oldest first
 * @param events what happened to the report, oldest first
 */
public record ReporterView(
        Status status,
        Optional<String> recipient,
        LocalDate answerBefore,
        Optional<LocalDate> keptUntil,
        ReportContent story,
        List<Line> messages,
        List<Event> events) {

    /**
     * A message.
     *
     * @param mine whether the reporter wrote it
     * @param author the official's name; empty for the reporter's own
     */
    public record Line(int number, boolean mine, String author, LocalDate day, String text) {
        @Override
        public String toString() {
            return "Line[redacted]";
        }
    }

    /**
     * Something that happened.
     *
     * @param kind {@code ontvangen}, {@code geopend}, {@code doorgegeven}, {@code meegelezen}, {@code status}
     * @param official name of the official involved, may be empty
     */
    public record Event(String kind, String official, LocalDate day) {}

    @Override
    public String toString() {
        return "ReporterView[redacted]";
    }
}
