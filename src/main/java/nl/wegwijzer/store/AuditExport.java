package nl.wegwijzer.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a board's audit entries as JSON Lines for somebody who trusts neither the server nor us: one line for each entry,
 * and a last one with their number and the last hash. {@link AuditCheck} reads it again.
 */
public final class AuditExport {
    /** Field of the last line. */
    static final String ENTRIES = "entries";

    private static final int AT_ONCE = 1_000;

    private final Database database;

    /** Reads from the database. */
    public AuditExport(Database database) {
        this.database = database;
    }

    /**
     * Writes all entries of a board, the oldest first.
     *
     * @param line takes each line, without its end
     * @return how many entries there are
     */
    public Future<Long> write(UUID board, Consumer<String> line) {
        return write(board, Audit.Link.BEFORE_THE_FIRST, line);
    }

    private Future<Long> write(UUID board, Audit.Link last, Consumer<String> line) {
        return after(board, last.number()).compose(rows -> {
            Audit.Link reached = last;
            for (Row row : rows) {
                line.accept(entry(board, row).encode());
                reached = new Audit.Link(
                        row.getLong("entry"), row.getBuffer("hash").getBytes());
            }
            if (rows.size() == AT_ONCE) {
                return write(board, reached, line);
            }
            line.accept(new JsonObject()
                    .put("board", board.toString())
                    .put(ENTRIES, reached.number())
                    .put("last", hex(reached.hash()))
                    .encode());
            return Future.succeededFuture(reached.number());
        });
    }

    /** Entries are only ever added, so reading them in pieces gives one whole. */
    private Future<RowSet<Row>> after(UUID board, long number) {
        return database.inBoard(
                board, connection -> connection.preparedQuery("""
                        select entry, school_id, actor, action, subject, happened_at, previous, hash
                          from audit where board_id = $1 and entry > $2 order by entry limit $3
                        """).execute(Tuple.of(board, number, AT_ONCE)));
    }

    private static JsonObject entry(UUID board, Row row) {
        return new JsonObject()
                .put("board", board.toString())
                .put("entry", row.getLong("entry"))
                .put("school", text(row.getUUID("school_id")))
                .put("actor", text(row.getUUID("actor")))
                .put("action", row.getString("action"))
                .put("subject", text(row.getUUID("subject")))
                .put("at", row.getOffsetDateTime("happened_at").toInstant().toString())
                .put("previous", hex(row.getBuffer("previous").getBytes()))
                .put("hash", hex(row.getBuffer("hash").getBytes()));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
