package nl.wegwijzer.store;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Transactions on PostgreSQL. A transaction names the schools it works for; row-level security hides all others, so a
 * query that forgets its school finds nothing rather than another school's reports.
 */
public final class Database {
    private static final int ATTEMPTS = 3;
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

    /** Runs a transaction that sees the reports of these schools, e.g. all schools of an external counsellor. */
    public <T> Future<T> inSchools(Collection<UUID> schools, Function<SqlConnection, Future<T>> work) {
        String scope = schools.stream().map(UUID::toString).collect(Collectors.joining(","));
        return attempt(
                connection -> connection
                        .preparedQuery("select set_config('wegwijzer.schools', $1, true)")
                        .execute(Tuple.of(scope))
                        .compose(set -> work.apply(connection)),
                ATTEMPTS);
    }

    /** Runs a transaction on what belongs to no report: boards, schools, people, sessions. */
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
