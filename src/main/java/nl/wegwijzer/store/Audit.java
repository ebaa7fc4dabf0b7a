package nl.wegwijzer.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, when; never content. Entries of a board form a chain: each carries a hash over itself and the one before,
 * so that a changed or removed entry shows.
 */
public final class Audit {
    private static final int HASH_BYTES = 32;

    private final Clock clock;

    /** Takes the clock that dates the entries. */
    public Audit(Clock clock) {
        this.clock = clock;
    }

    /**
     * What happened.
     *
     * @param board whose chain it belongs to
     * @param school where, when it belongs to one school
     * @param actor who did it; empty for the software itself and for the command line
     * @param action a stable name such as {@code melding.geopend}
     * @param subject the report, person or school it was done to
     */
    public record Entry(
            UUID board, Optional<UUID> school, Optional<UUID> actor, String action, Optional<UUID> subject) {}

    /**
     * An entry's place in the chain.
     *
     * @param number of the entry, counted from 1
     */
    record Link(long number, byte[] hash) {
        /** What the first entry of a board follows. */
        static final Link BEFORE_THE_FIRST = new Link(0, new byte[HASH_BYTES]);
    }

    /**
     * Adds an entry within the transaction that does what it tells of. Make it the last step: writers of one board wait
     * for each other until the transaction ends.
     */
    public Future<Void> append(SqlConnection connection, Entry entry) {
        Instant moment = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return connection
                .preparedQuery("select pg_advisory_xact_lock(hashtextextended('audit ' || $1, 0))")
                .execute(Tuple.of(entry.board().toString()))
                .compose(locked -> connection.preparedQuery("""
                                select entry, hash from audit where board_id = $1 order by entry desc limit 1
                                """).execute(Tuple.of(entry.board())))
                .map(Audit::last)
                .compose(last -> connection
                        .preparedQuery("""
                                insert into audit (board_id, entry, school_id, actor, action, subject, happened_at,
                                        previous, hash)
                                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                                """)
                        .execute(Tuple.of(
                                entry.board(),
                                last.number() + 1,
                                entry.school().orElse(null),
                                entry.actor().orElse(null),
                                entry.action(),
                                entry.subject().orElse(null),
                                moment.atOffset(ZoneOffset.UTC),
                                Buffer.buffer(last.hash()),
                                Buffer.buffer(hash(last, entry, moment))))
                        .mapEmpty());
    }

    /**
     * Walks through a board's chain.
     *
     * @return the number of the first entry that does not follow from the one before; empty when all do
     */
    public static Future<OptionalLong> firstBroken(SqlConnection connection, UUID board) {
        return connection.preparedQuery("""
                        select entry, school_id, actor, action, subject, happened_at, previous, hash
                          from audit where board_id = $1 order by entry
                        """).execute(Tuple.of(board)).map(rows -> {
            Link last = Link.BEFORE_THE_FIRST;
            for (Row row : rows) {
                if (!follows(last, board, row)) {
                    return OptionalLong.of(last.number() + 1);
                }
                last = new Link(row.getLong("entry"), row.getBuffer("hash").getBytes());
            }
            return OptionalLong.empty();
        });
    }

    private static boolean follows(Link last, UUID board, Row row) {
        Entry entry = new Entry(
                board,
                Optional.ofNullable(row.getUUID("school_id")),
                Optional.ofNullable(row.getUUID("actor")),
                row.getString("action"),
                Optional.ofNullable(row.getUUID("subject")));
        OffsetDateTime moment = row.getOffsetDateTime("happened_at");
        return row.getLong("entry") == last.number() + 1
                && MessageDigest.isEqual(row.getBuffer("previous").getBytes(), last.hash())
                && MessageDigest.isEqual(row.getBuffer("hash").getBytes(), hash(last, entry, moment.toInstant()));
    }

    private static Link last(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Link.BEFORE_THE_FIRST;
        }
        Row row = rows.iterator().next();
        return new Link(row.getLong("entry"), row.getBuffer("hash").getBytes());
    }

    /** Returns the hash of the entry that follows the last one. */
    static byte[] hash(Link last, Entry entry, Instant moment) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(last.hash());
            digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(last.number() + 1)
                    .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, moment))
                    .array());
            part(digest, entry.board().toString());
            part(digest, entry.school().map(UUID::toString).orElse(null));
            part(digest, entry.actor().map(UUID::toString).orElse(null));
            part(digest, entry.action());
            part(digest, entry.subject().map(UUID::toString).orElse(null));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }

    /** With its length in front, so that what moves from one part to the next shows. */
    private static void part(MessageDigest digest, @Nullable String part) {
        byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(part == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }
}
