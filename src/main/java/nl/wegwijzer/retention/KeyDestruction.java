package nl.wegwijzer.retention;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;

/**
 * Looks at every report whose end may be near: notes that it is shown, or destroys every copy of its key. First of all goes
 * the key without which no archive from before gives anything of the report.
 */
final class KeyDestruction {
    private static final int REPORTS_AT_ONCE = 100;
    private static final UUID BEFORE_THE_FIRST = new UUID(0, 0);
    /** Months differ in length; a few days too many to look at cost nothing. */
    private static final int MARGIN_DAYS = 3;

    private final Database database;
    private final Audit audit;
    private final Clock clock;

    KeyDestruction(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** A report, locked, and what is to be done with it. */
    private record Looked(WatchedReport report, Outlook outlook) {}

    /** What one transaction did, and where the next begins. */
    private record Round(int done, boolean last, WatchedReport reached) {}

    /** Goes through the reports of these schools, a hundred in a transaction. */
    Future<Integer> run(List<UUID> schools) {
        return from(schools, BEFORE_THE_FIRST, BEFORE_THE_FIRST);
    }

    private Future<Integer> from(List<UUID> schools, UUID school, UUID report) {
        return database.inSchools(schools, connection -> lock(connection, school, report)
                        .compose(locked -> look(connection, locked))
                        .compose(looked -> act(connection, looked)))
                .compose(round -> round.last()
                        ? Future.succeededFuture(round.done())
                        : from(
                                        schools,
                                        round.reached().school(),
                                        round.reached().report())
                                .map(more -> round.done() + more));
    }

    /** Whoever writes in a report locks it too: what is read after this stays true until the end of the transaction. */
    private Future<List<WatchedReport>> lock(SqlConnection connection, UUID school, UUID report) {
        LocalDate today = LocalDate.now(clock);
        return connection
                .preparedQuery("""
                        select s.board_id, r.school_id, r.report_id
                          from report r
                          join school s on s.school_id = r.school_id
                         where r.erased_on is null
                           and (r.closed_on <= $3 or r.received_on <= $4)
                           and (r.school_id, r.report_id) > ($1, $2)
                         order by r.school_id, r.report_id
                         limit $5
                           for update of r skip locked
                        """)
                .execute(Tuple.of(
                        school,
                        report,
                        today.minusDays(Term.FEWEST_DAYS - Outlook.WARNING_DAYS),
                        today.plusDays(Outlook.WARNING_DAYS + MARGIN_DAYS).minusMonths(Term.FEWEST_MONTHS),
                        REPORTS_AT_ONCE))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(WatchedReport::of)
                        .toList());
    }

    private Future<List<Looked>> look(SqlConnection connection, List<WatchedReport> locked) {
        return connection
                .preparedQuery("select s.board_id, r.school_id, r.report_id, " + ReportDaysRows.COLUMNS + """
                          from unnest($1::uuid[], $2::uuid[]) as locked (school_id, report_id)
                          join report r on r.school_id = locked.school_id and r.report_id = locked.report_id
                          join school s on s.school_id = r.school_id
                        """
                        + ReportDaysRows.joinedTo("r") + """
                         order by r.school_id, r.report_id
                        """)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(
                                locked.stream().map(WatchedReport::school).toArray(UUID[]::new))
                        .addArrayOfUUID(
                                locked.stream().map(WatchedReport::report).toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Looked(
                                WatchedReport.of(row), Outlook.of(ReportDaysRows.read(row), LocalDate.now(clock))))
                        .toList());
    }

    private Future<Round> act(SqlConnection connection, List<Looked> looked) {
        List<WatchedReport> near = looked.stream()
                .filter(one -> one.outlook() instanceof Outlook.Announced announced && !announced.noted())
                .map(Looked::report)
                .toList();
        List<WatchedReport> due = looked.stream()
                .filter(one -> one.outlook() instanceof Outlook.Due)
                .map(Looked::report)
                .toList();
        List<Audit.Entry> entries = new ArrayList<>();
        near.forEach(report -> entries.add(report.entry("melding.wissen_aangekondigd")));
        due.forEach(report -> entries.add(report.entry("melding.sleutels_gewist")));
        // the writers of two boards that wait for each other would stop both
        entries.sort(Comparator.comparing(Audit.Entry::board));
        LocalDate today = LocalDate.now(clock);
        return each(connection, """
                        update report set announced_on = $3 where school_id = $1 and report_id = $2
                        """, near, today)
                .compose(noted ->
                        each(connection, "delete from report_erasure_key where school_id = $1 and report_id = $2", due))
                .compose(unarchived ->
                        each(connection, "delete from report_grant where school_id = $1 and report_id = $2", due))
                .compose(gone -> each(connection, """
                        update report set reporter_key = null, reporter_public_key = null, erased_on = $3
                         where school_id = $1 and report_id = $2
                        """, due, today))
                .compose(erased -> append(connection, entries))
                .map(done -> looked.isEmpty()
                        ? new Round(0, true, new WatchedReport(BEFORE_THE_FIRST, BEFORE_THE_FIRST, BEFORE_THE_FIRST))
                        : new Round(
                                entries.size(),
                                looked.size() < REPORTS_AT_ONCE,
                                looked.get(looked.size() - 1).report()));
    }

    private static Future<Void> each(
            SqlConnection connection, String sql, List<WatchedReport> reports, Object... further) {
        if (reports.isEmpty()) {
            return Future.succeededFuture();
        }
        List<Tuple> rows = reports.stream()
                .map(report -> {
                    Tuple row = report.place();
                    for (Object value : further) {
                        row.addValue(value);
                    }
                    return row;
                })
                .toList();
        return connection.preparedQuery(sql).executeBatch(rows).mapEmpty();
    }

    private Future<Void> append(SqlConnection connection, List<Audit.Entry> entries) {
        Future<Void> done = Future.succeededFuture();
        for (Audit.Entry entry : entries) {
            done = done.compose(before -> audit.append(connection, entry));
        }
        return done;
    }
}
