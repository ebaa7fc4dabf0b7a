package nl.wegwijzer.retention;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;

/**
 * Erases what has been kept long enough: first the keys of many reports in one short transaction, so that nobody can read
 * them from then on, then the content of each in a transaction of its own. Whatever stops it in between, nothing readable
 * is left, and the next round finishes.
 */
public final class Erasure {
    /** How long a code still leads to the words "this was erased"; afterwards it leads nowhere. */
    static final int FOUND_FOR_DAYS = 30;

    private static final int SCHOOLS_AT_ONCE = 50;
    private static final int REPORTS_AT_ONCE = 500;

    private final Database database;
    private final Audit audit;
    private final Clock clock;
    private final KeyDestruction keys;

    /** Takes its collaborators; the clock tells which days have passed. */
    public Erasure(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.keys = new KeyDestruction(database, audit, clock);
    }

    /**
     * Does what is due: announces ends that are near, destroys keys, takes content away, forgets codes. Safe to call on
     * every node at any time, and again after any failure. What fails for one report keeps nobody from the others.
     *
     * @return how many reports were announced, made unreadable or emptied
     */
    public Future<Integer> run() {
        return inTurn(
                List.<Function<List<List<UUID>>, Future<Integer>>>of(
                        this::destroyKeys, this::emptyAll, this::forgetCodes),
                step -> schools().compose(step));
    }

    private Future<Integer> destroyKeys(List<List<UUID>> batches) {
        return inTurn(batches, keys::run);
    }

    private Future<Integer> emptyAll(List<List<UUID>> batches) {
        return inTurn(batches, this::empty);
    }

    private Future<Integer> forgetCodes(List<List<UUID>> batches) {
        LocalDate day = LocalDate.now(clock).minusDays(FOUND_FOR_DAYS);
        return inTurn(
                batches,
                schools -> database.inSchools(schools, connection -> connection
                        .preparedQuery("""
                        update report set lookup_id = null where erased_on <= $1 and lookup_id is not null
                        """)
                        .execute(Tuple.of(day))
                        .map(0)));
    }

    private Future<List<List<UUID>>> schools() {
        return database.inNoSchool(connection -> connection
                .query("select school_id from school order by school_id")
                .execute()
                .map(rows -> {
                    List<UUID> schools = StreamSupport.stream(rows.spliterator(), false)
                            .map(row -> row.getUUID("school_id"))
                            .toList();
                    List<List<UUID>> batches = new ArrayList<>();
                    for (int from = 0; from < schools.size(); from += SCHOOLS_AT_ONCE) {
                        batches.add(schools.subList(from, Math.min(schools.size(), from + SCHOOLS_AT_ONCE)));
                    }
                    return batches;
                }));
    }

    private Future<Integer> empty(List<UUID> schools) {
        return database.inSchools(schools, Erasure::halfErased).compose(reports -> inTurn(reports, this::empty)
                .compose(emptied -> emptied > 0 && reports.size() == REPORTS_AT_ONCE
                        ? empty(schools).map(more -> emptied + more)
                        : Future.succeededFuture(emptied)));
    }

    private static Future<List<WatchedReport>> halfErased(SqlConnection connection) {
        return connection.preparedQuery("""
                        select s.board_id, r.school_id, r.report_id
                          from report r
                          join school s on s.school_id = r.school_id
                         where r.erased_on is not null and not r.emptied
                         order by r.school_id, r.report_id
                         limit $1
                        """).execute(Tuple.of(REPORTS_AT_ONCE)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(WatchedReport::of)
                .toList());
    }

    private Future<Integer> empty(WatchedReport report) {
        return database.inSchool(report.school(), connection -> connection
                .preparedQuery("""
                        select 1 from report
                         where school_id = $1 and report_id = $2 and erased_on is not null and not emptied
                           for update skip locked
                        """)
                .execute(report.place())
                .compose(locked -> locked.size() == 0
                        ? Future.succeededFuture(0)
                        : ContentRemoval.from(connection, report)
                                .compose(gone -> audit.append(connection, report.entry("melding.gewist")))
                                .map(1)));
    }

    /** Goes on after a failure, and fails with the first one at the end. */
    private static <T> Future<Integer> inTurn(List<T> things, Function<T, Future<Integer>> work) {
        Future<Integer> total = Future.succeededFuture(0);
        List<Throwable> failures = new ArrayList<>();
        for (T thing : things) {
            total = total.compose(sum -> work.apply(thing)
                    .recover(failure -> {
                        failures.add(failure);
                        return Future.succeededFuture(0);
                    })
                    .map(done -> sum + done));
        }
        return total.compose(
                sum -> failures.isEmpty() ? Future.succeededFuture(sum) : Future.failedFuture(failures.get(0)));
    }
}
