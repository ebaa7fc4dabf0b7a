package nl.wegwijzer.store;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Transactions on PostgreSQL. A transaction names the schools or the board it works for; row-level security hides all
 * others, so a query that forgets its school or board finds nothing rather than another's reports or people.
 */
public final class Database {
    private static final int ATTEMPTS = 3;
    private static final int BOARDS_AT_ONCE = 100;
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40001", "40P01");

    private final Pool pool;

    /** Works on an open pool. */
    public Database(Pool pool) {
        this.pool = pool;
    }

    /**
     * Runs a transaction that sees one school's reports.
     *
     * @param work uses only the connection it is given
     */
    public <T> Future<T> inSchool(UUID school, Function<SqlConnection, Future<T>> work) {
        return inSchools(Set.of(school), work);
    }

    /**
     * Runs a transaction that sees the reports of these schools, e.g. all schools of an external counsellor. It may also
     * read who works for the schools' boards, and add to those boards' audit.
     */
    public <T> Future<T> inSchools(Collection<UUID> schools, Function<SqlConnection, Future<T>> work) {
        return naming("select set_config('wegwijzer.schools', $1, true)", Tuple.of(list(schools)), work);
    }

    /** Runs a transaction that sees and changes a board's people, their accounts and sessions; no report. */
    public <T> Future<T> inBoard(UUID board, Function<SqlConnection, Future<T>> work) {
        return inBoards(Set.of(board), work);
    }

    /**
     * Runs a transaction in the board of somebody who has shown nothing but this; in none when it belongs to nobody, which
     * takes as long.
     */
    public <T> Future<T> inBoardOf(Clue clue, Function<SqlConnection, Future<T>> work) {
        return naming(
                "select set_config('wegwijzer.boards', coalesce(" + clue.function() + "($1)::text, ''), true)",
                Tuple.of(clue.value()),
                work);
    }

    /** Does in all boards what time brings about, many boards in one transaction; one after the other. */
    public Future<Void> inEveryBoard(Function<SqlConnection, Future<Void>> work) {
        return inNoSchool(connection -> connection
                        .query("select board_id from board order by board_id")
                        .execute()
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> row.getUUID("board_id"))
                                .toList()))
                .compose(boards -> {
                    Future<Void> done = Future.succeededFuture();
                    for (int from = 0; from < boards.size(); from += BOARDS_AT_ONCE) {
                        List<UUID> some = boards.subList(from, Math.min(boards.size(), from + BOARDS_AT_ONCE));
                        done = done.compose(before -> inBoards(some, work));
                    }
                    return done;
                });
    }

    private <T> Future<T> inBoards(Collection<UUID> boards, Function<SqlConnection, Future<T>> work) {
        return naming("select set_config('wegwijzer.boards', $1, true)", Tuple.of(list(boards)), work);
    }

    private <T> Future<T> naming(String command, Tuple values, Function<SqlConnection, Future<T>> work) {
        return attempt(
                connection -> connection.preparedQuery(command).execute(values).compose(set -> work.apply(connection)),
                ATTEMPTS);
    }

    private static String list(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    /** Runs a transaction on what everybody may know: which boards and schools there are. */
    public <T> Future<T> inNoSchool(Function<SqlConnection, Future<T>> work) {
        return attempt(work, ATTEMPTS);
    }

    /** Whether the database answers at all. */
    public Future<Boolean> answers() {
        return pool.query("select 1").execute().map(rows -> true).recover(gone -> Future.succeededFuture(false));
    }

    private <T> Future<T> attempt(Function<SqlConnection, Future<T>> work, int attemptsLeft) {
        return pool.withTransaction(work).recover(failure -> {
            if (attemptsLeft > 1
                    && failure instanceof PgException conflict
                    && WORTH_ANOTHER_TRY.contains(conflict.getSqlState())) {
                return attempt(work, attemptsLeft - 1);
            }
            return Future.failedFuture(failure);
        });
    }
}
