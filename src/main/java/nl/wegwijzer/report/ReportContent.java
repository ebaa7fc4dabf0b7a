package nl.wegwijzer.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.wegwijzer.reading.WeighedWord;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Language;

/**
 * The story as it was told. It exists in the clear only between two ciphers: sealed in the page, sealed in the database.
 *
 * @param language in which the chat was held
 * @param entries the questions that were answered, in order
 * @param alerts crisis signals found
 * @param readCategory what the models made of the story, kept beside the reporter's own word
 * @param runnerUp the models' second guess
 * @param because words that weighed most, for "waarom deze route"
 * @param name the reporter's name if they gave one
 * @param contact how to reach the reporter, if they said so
 * @param sentAt the exact moment, which the database keeps to the day only
 */
public record ReportContent(
        Language language,
        List<Entry> entries,
        List<Alert> alerts,
        Category readCategory,
        Category runnerUp,
        List<WeighedWord> because,
        Optional<String> name,
        Optional<String> contact,
        Instant sentAt) {

    /** Takes defensive copies. */
    public ReportContent {
        entries = List.copyOf(entries);
        alerts = List.copyOf(alerts);
        because = List.copyOf(because);
    }

    /**
     * One answered question.
     *
     * @param question its stable name, e.g. {@code verhaal}
     * @param values the chosen wire values, may be empty
     * @param text what was typed, may be empty
     */
    public record Entry(String question, List<String> values, String text) {
        /** Takes a defensive copy. */
        public Entry {
            values = List.copyOf(values);
        }
    }

    @Override
    public String toString() {
        return "ReportContent[redacted]";
    }
}
