package nl.wegwijzer.casework;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.retention.ReportDaysRows;
import nl.wegwijzer.store.Audit;

/** What opening, answering and changing a case have in common: finding it, locking it, telling the reporter, auditing. */
final class Steps {
    private final Audit audit;
    private final Clock clock;

    Steps(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Finds a case if this official may know of it.
     *
     * @return empty when it is not theirs and when it does not exist: nobody can tell the two apart
     */
    Future<Optional<Row>> find(SqlConnection connection, Session session, CaseRef ref) {
        return connection
                .preparedQuery(
                        Visible.REPORTS + "select " + ReportDaysRows.COLUMNS + """
                               , v.category, v.urgency, v.reporter, v.anonymous, v.status, v.routing_reason,
                               v.received_on, v.open_before, v.sealed_key, v.last_read_item, v.answered,
                               s.name as school
                          from visible v
                          join school s on s.school_id = v.school_id
                        """ + ReportDaysRows.joinedTo("v") + """
                         where v.school_id = $3 and v.report_id = $4
                        """)
                .execute(Visible.to(session, ref.school(), ref.report()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
    }

    /** Makes other writers of this report wait until the transaction ends; the reporter's side does the same. */
    Future<Void> lock(SqlConnection connection, CaseRef ref) {
        return connection
                .preparedQuery("select 1 from report where school_id = $1 and report_id = $2 for update")
                .execute(Tuple.of(ref.school(), ref.report()))
                .mapEmpty();
    }

    /** Notes the first opening, which stops the clock of the escalation and which the reporter is told. */
    Future<Void> markOpened(SqlConnection connection, Session session, CaseRef ref) {
        return connection
                .preparedQuery("""
                        update report
                           set opened_on = $3, status = case status when 'nieuw' then 'gelezen' else status end
                         where school_id = $1 and report_id = $2 and opened_on is null
                        """)
                .execute(Tuple.of(ref.school(), ref.report(), today()))
                .compose(updated -> updated.rowCount() == 0
                        ? Future.succeededFuture()
                        : tell(connection, ref, "geopend", session.official()));
    }

    /** Adds to what the reporter sees of the report's way. */
    Future<Void> tell(SqlConnection connection, CaseRef ref, String kind, UUID official) {
        return connection
                .preparedQuery("""
                        insert into report_event (school_id, report_id, event_number, kind, official_id, happened_on)
                        select $1, $2, coalesce(max(event_number), 0) + 1, $3, $4, $5
                          from report_event where school_id = $1 and report_id = $2
                        """)
                .execute(Tuple.of(ref.school(), ref.report(), kind, official, today()))
                .mapEmpty();
    }

    Future<Void> audit(SqlConnection connection, Session session, CaseRef ref, String action) {
        return audit(connection, session, ref, action, ref.report());
    }

    Future<Void> audit(SqlConnection connection, Session session, CaseRef ref, String action, UUID subject) {
        return audit.append(
                connection,
                new Audit.Entry(
                        session.board(),
                        Optional.of(ref.school()),
                        Optional.of(session.official()),
                        action,
                        Optional.of(subject)));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
