package nl.wegwijzer.retention;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.store.Audit;

/** A report as the clock sees it. */
record WatchedReport(UUID board, UUID school, UUID report) {

    static WatchedReport of(Row row) {
        return new WatchedReport(row.getUUID("board_id"), row.getUUID("school_id"), row.getUUID("report_id"));
    }

    /** Returns the values of {@code $1} and {@code $2}: its key. */
    Tuple place() {
        return Tuple.of(school, report);
    }

    /** Returns what the audit says: the software itself did it. */
    Audit.Entry entry(String action) {
        return new Audit.Entry(board, Optional.of(school), Optional.empty(), action, Optional.of(report));
    }
}
