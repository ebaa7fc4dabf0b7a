package nl.wegwijzer.retention;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;

/**
 * The terms that boards and schools chose, each from a day on. They are only ever added: what was closed before that day
 * keeps the day that its reporter was told.
 */
public final class Terms {
    private static final String UNIQUE_VIOLATION = "23505";

    private final Database database;
    private final Audit audit;
    private final Clock clock;

    /** Takes its collaborators; the clock tells what lies ahead. */
    public Terms(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** How choosing a term ended. */
    public enum Outcome {
        SET,
        /** There is no such board, or it has no such school. */
        NOT_FOUND,
        /** It would begin today or earlier. */
        NOT_AHEAD,
        /** Another term begins on that day. */
        TAKEN
    }

    /**
     * A chosen term.
     *
     * @param school slug of the one school it is for; empty for all that have none of their own
     */
    public record Dated(Optional<String> school, LocalDate from, Term term) {}

    /** Lists what a board and its schools chose, the board's own first, the oldest first. */
    public Future<List<Dated>> list(UUID board) {
        return database.inBoard(board, connection -> connection
                .preparedQuery("""
                        select s.slug, t.from_day, t.days_after_closing, t.cap_months
                          from retention_term t
                          left join school s on s.school_id = t.school_id
                         where t.board_id = $1
                         order by s.slug nulls first, t.from_day
                        """)
                .execute(Tuple.of(board))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Dated(
                                Optional.ofNullable(row.getString("slug")),
                                row.getLocalDate("from_day"),
                                new Term(row.getInteger("days_after_closing"), row.getInteger("cap_months"))))
                        .toList()));
    }

    /** Chooses a term for a board or for one of its schools. */
    public Future<Outcome> choose(UUID board, Dated dated) {
        if (!dated.from().isAfter(LocalDate.now(clock))) {
            return Future.succeededFuture(Outcome.NOT_AHEAD);
        }
        return database.inBoard(board, connection -> place(connection, board, dated.school())
                        .compose(found -> found.map(row ->
                                        store(connection, board, row, dated).map(Outcome.SET))
                                .orElseGet(() -> Future.succeededFuture(Outcome.NOT_FOUND))))
                .recover(failure ->
                        failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState())
                                ? Future.succeededFuture(Outcome.TAKEN)
                                : Future.failedFuture(failure));
    }

    private static Future<Optional<Row>> place(SqlConnection connection, UUID board, Optional<String> school) {
        return connection
                .preparedQuery("""
                        select s.school_id
                          from board b
                          left join school s on s.board_id = b.board_id and s.slug = $2
                         where b.board_id = $1 and ($2::text is null or s.school_id is not null)
                        """)
                .execute(Tuple.of(board, school.orElse(null)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
    }

    private Future<Void> store(SqlConnection connection, UUID board, Row place, Dated dated) {
        Optional<UUID> school = Optional.ofNullable(place.getUUID("school_id"));
        return connection
                .preparedQuery("""
                        insert into retention_term (board_id, school_id, from_day, days_after_closing, cap_months)
                        values ($1, $2, $3, $4, $5)
                        """)
                .execute(Tuple.of(
                        board,
                        school.orElse(null),
                        dated.from(),
                        dated.term().daysAfterClosing(),
                        dated.term().capMonths()))
                .compose(stored -> audit.append(
                        connection,
                        new Audit.Entry(
                                board,
                                school,
                                Optional.empty(),
                                "bewaartermijn.gekozen",
                                Optional.of(school.orElse(board)))));
    }
}
