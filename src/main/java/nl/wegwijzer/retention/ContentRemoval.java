package nl.wegwijzer.retention;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/** Leaves the shell of a report and nothing else. */
final class ContentRemoval {
    /** Pictures with their chunks, story and messages, who handled it and who was kept out. */
    private static final List<String> DELETIONS = List.of(
            "delete from attachment_chunk where school_id = $1 and report_id = $2",
            "delete from attachment where school_id = $1 and report_id = $2",
            "delete from report_item where school_id = $1 and report_id = $2",
            "delete from report_event where school_id = $1 and report_id = $2",
            "delete from report_notice where school_id = $1 and report_id = $2",
            "delete from report_blind where school_id = $1 and report_id = $2",
            "delete from report_grant where school_id = $1 and report_id = $2",
            "delete from report_erasure_key where school_id = $1 and report_id = $2");

    private ContentRemoval() {}

    /**
     * Takes the content away and leaves the shell: category, urgency, kind of accused and of reporter, with or without a
     * name, status, and days (design §6, domain §8).
     */
    static Future<Void> from(SqlConnection connection, WatchedReport report) {
        Future<Void> done =
                connection.preparedQuery("""
                        update report r
                           set emptied = true, submission_id = null, read_category = null, routing_reason = null,
                               announced_on = null, postponed_on = null,
                               first_answer_on = (select min(i.written_on) from report_item i
                                                   where i.school_id = r.school_id and i.report_id = r.report_id
                                                     and i.author = 'functionaris')
                         where school_id = $1 and report_id = $2
                        """).execute(report.place()).mapEmpty();
        for (String deletion : DELETIONS) {
            done = done.compose(before ->
                    connection.preparedQuery(deletion).execute(report.place()).mapEmpty());
        }
        return done;
    }
}
