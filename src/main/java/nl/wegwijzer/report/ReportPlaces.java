package nl.wegwijzer.report;

import java.util.UUID;
import nl.wegwijzer.seal.AssociatedData;

/** The places that sealed parts of a report belong to; a part that was moved elsewhere no longer opens. */
public final class ReportPlaces {
    private ReportPlaces() {}

    /** The place of one item of content. */
    public static AssociatedData item(UUID school, UUID report, int itemNumber, String kind) {
        return AssociatedData.of("item", school, report, itemNumber, kind);
    }

    /** The place of the report key sealed to one official. */
    public static AssociatedData grant(UUID school, UUID report, UUID official) {
        return AssociatedData.of("grant", school, report, official);
    }

    /** The place of the report key sealed to the reporter. */
    public static AssociatedData reporter(UUID school, UUID report) {
        return AssociatedData.of("melder", school, report);
    }
}
