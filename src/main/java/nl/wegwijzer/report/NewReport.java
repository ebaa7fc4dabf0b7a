package nl.wegwijzer.report;

import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.routing.RoutingDecision;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.ReporterKind;
import nl.wegwijzer.taxonomy.Urgency;

/**
 * What the chat hands over when the reporter presses send.
 *
 * @param submission drawn when the conversation began; the database accepts it once, so a double click is harmless
 * @param receiptSeed 16 random bytes drawn with it, from which the code's words follow
 * @param school where it happened
 * @param category what it is about; empty when nobody could tell
 * @param urgency how soon someone must look
 * @param accused who did it, as a kind of person
 * @param reporter who tells
 * @param boardAccused whether the board itself is accused, so that no notice may reach it
 * @param routing who gets it and who must never know
 * @param content the story
 */
public record NewReport(
        UUID submission,
        byte[] receiptSeed,
        UUID school,
        Optional<Category> category,
        Urgency urgency,
        Accused accused,
        ReporterKind reporter,
        boolean boardAccused,
        RoutingDecision routing,
        ReportContent content) {

    /** Takes a defensive copy. */
    public NewReport {
        receiptSeed = receiptSeed.clone();
    }

    @Override
    public byte[] receiptSeed() {
        return receiptSeed.clone();
    }

    @Override
    public String toString() {
        return "NewReport[redacted]";
    }
}
