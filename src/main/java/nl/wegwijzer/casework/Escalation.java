package nl.wegwijzer.casework;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.wegwijzer.routing.SchoolCalendar;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.taxonomy.Urgency;

/**
 * Hands a report that nobody opened in time to the next person (domain §6, rule 6): second internal, then external. The
 * next person's copy of the key was sealed when the report was sent, so this needs nobody's passphrase. Who did not open
 * it loses it: the fewer readers, the better, and the reporter is told who has it now (rule 7).
 */
public final class Escalation {
    private static final int SCHOOLS_AT_ONCE = 50;

    private final Database database;
    private final Audit audit;
    private final Clock clock;

    /** Takes its collaborators; the clock tells which days have passed. */
    public Escalation(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    private record Overdue(UUID board, CaseRef ref, Urgency urgency) {}

    /**
     * Hands over what is overdue. Safe to call on every node at any time: one of them does the work.
     *
     * @return how many reports went to somebody else
     */
    public Future<Integer> run() {
        return database.inNoSchool(connection -> connection
                        .query("select school_id from school order by school_id")
                        .execute()
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> row.getUUID("school_id"))
                                .toList()))
                .compose(this::inBatches);
    }

    private Future<Integer> inBatches(List<UUID> schools) {
        Future<Integer> total = Future.succeededFuture(0);
        for (int from = 0; from < schools.size(); from += SCHOOLS_AT_ONCE) {
            List<UUID> batch = schools.subList(from, Math.min(schools.size(), from + SCHOOLS_AT_ONCE));
            total = total.compose(
                    sum -> database.inSchools(batch, this::ifNobodyElse).map(moved -> sum + moved));
        }
        return total;
    }

    private Future<Integer> ifNobodyElse(SqlConnection connection) {
        return connection
                .query("select pg_try_advisory_xact_lock(hashtextextended('escalatie', 0)) as ours")
                .execute()
                .compose(rows -> rows.iterator().next().getBoolean("ours")
                        ? overdue(connection).compose(reports -> handOver(connection, reports))
                        : Future.succeededFuture(0));
    }

    private Future<List<Overdue>> overdue(SqlConnection connection) {
        return connection.preparedQuery("""
                        select s.board_id, r.school_id, r.report_id, r.urgency
                          from report r
                          join school s on s.school_id = r.school_id
                         where r.opened_on is null
                           and r.open_before < $1
                           and r.status <> 'afgesloten'
                           and exists (select 1 from report_grant g
                                        where g.school_id = r.school_id and g.report_id = r.report_id
                                          and g.state = 'reserve')
                         order by r.school_id, r.report_id
                           for update of r skip locked
                        """).execute(Tuple.of(today())).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Overdue(
                        row.getUUID("board_id"),
                        new CaseRef(row.getUUID("school_id"), row.getUUID("report_id")),
                        Inbox.wire(Urgency.class, row, "urgency")))
                .toList());
    }

    private Future<Integer> handOver(SqlConnection connection, List<Overdue> reports) {
        Future<Integer> total = Future.succeededFuture(0);
        for (Overdue report : reports) {
            total = total.compose(sum -> handOver(connection, report).map(moved -> moved ? sum + 1 : sum));
        }
        return total;
    }

    /** Days without school don't count: on such a day nobody takes over either. */
    private Future<Boolean> handOver(SqlConnection connection, Overdue report) {
        return calendar(connection, report.ref().school())
                .compose(calendar -> calendar.isSchoolDay(today())
                        ? next(connection, report.ref())
                                .compose(next -> next.map(official -> handOver(connection, report, official, calendar)
                                                .map(true))
                                        .orElseGet(() -> Future.succeededFuture(false)))
                        : Future.succeededFuture(false));
    }

    /** The next in line who can open it and is there today; when all are away the first, since an absence doesn't stop the clock. */
    private Future<Optional<UUID>> next(SqlConnection connection, CaseRef ref) {
        return connection
                .preparedQuery("""
                        select g.official_id
                          from report_grant g
                          join official o on o.official_id = g.official_id and o.key_number = g.key_number
                         where g.school_id = $1 and g.report_id = $2 and g.state = 'reserve'
                           and not exists (select 1 from report_blind b
                                            where b.school_id = g.school_id and b.report_id = g.report_id
                                              and b.official_id = g.official_id)
                           and exists (select 1 from school_official p
                                        where p.school_id = g.school_id and p.official_id = g.official_id)
                         order by exists (select 1 from absence a
                                           where a.official_id = g.official_id
                                             and $3 between a.first_day and a.last_day),
                                  g.position
                         limit 1
                        """)
                .execute(Tuple.of(ref.school(), ref.report(), today()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> row.getUUID("official_id")));
    }

    private Future<Void> handOver(SqlConnection connection, Overdue report, UUID official, SchoolCalendar calendar) {
        CaseRef ref = report.ref();
        return withdraw(connection, ref)
                .compose(withdrawn ->
                        connection.preparedQuery("""
                                update report_grant set state = 'actief'
                                 where school_id = $1 and report_id = $2 and official_id = $3
                                """).execute(Tuple.of(ref.school(), ref.report(), official)))
                .compose(given -> connection
                        .preparedQuery("""
                                update report set open_before = $3 where school_id = $1 and report_id = $2
                                """)
                        .execute(Tuple.of(ref.school(), ref.report(), calendar.openBefore(today(), report.urgency()))))
                .compose(delayed -> new Steps(audit, clock).tell(connection, ref, "doorgegeven", official))
                .compose(told -> audit.append(
                        connection,
                        new Audit.Entry(
                                report.board(),
                                Optional.of(ref.school()),
                                Optional.empty(),
                                "melding.doorgegeven",
                                Optional.of(ref.report()))));
    }

    /** The key goes with the grant, so that a later mistake in the state brings nothing back. */
    private static Future<Void> withdraw(SqlConnection connection, CaseRef ref) {
        return connection
                .preparedQuery("""
                        update report_grant set state = 'ingetrokken', sealed_key = ''
                         where school_id = $1 and report_id = $2 and state = 'actief'
                        """)
                .execute(Tuple.of(ref.school(), ref.report()))
                .mapEmpty();
    }

    private static Future<SchoolCalendar> calendar(SqlConnection connection, UUID school) {
        return connection
                .preparedQuery("select first_day, last_day from school_holiday where school_id = $1")
                .execute(Tuple.of(school))
                .map(rows -> {
                    List<SchoolCalendar.Period> holidays = new ArrayList<>();
                    for (Row row : rows) {
                        holidays.add(
                                new SchoolCalendar.Period(row.getLocalDate("first_day"), row.getLocalDate("last_day")));
                    }
                    return new SchoolCalendar(holidays);
                });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
