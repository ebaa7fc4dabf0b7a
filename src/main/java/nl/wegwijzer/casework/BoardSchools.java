package nl.wegwijzer.casework;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.wegwijzer.store.Database;

/** The schools of a board, for what an administrator is told in numbers. */
final class BoardSchools {
    private BoardSchools() {}

    /** Reads their ids. */
    static Future<Set<UUID>> of(Database database, UUID board) {
        return database.inBoard(board, connection -> connection
                .preparedQuery("select school_id from school where board_id = $1")
                .execute(Tuple.of(board))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("school_id"))
                        .collect(Collectors.toUnmodifiableSet())));
    }
}
