package nl.wegwijzer.attachment;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;
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
import nl.wegwijzer.report.ReporterKey;
import nl.wegwijzer.store.Database;

/** The pictures of reports in the database. */
public final class Attachments {
    private static final String OUT_OF_RESOURCES = "53";

    private final Database database;
    private final AttachmentLimits limits;
    private final Clock clock;

    /** Takes its collaborators. */
    public Attachments(Database database, AttachmentLimits limits, Clock clock) {
        this.database = database;
        this.limits = limits;
        this.clock = clock;
    }

    /** Lists a report's pictures in the order in which they came. */
    public Future<List<Attachment>> list(UUID school, UUID report) {
        return database.inSchool(school, connection -> list(connection, school, report));
    }

    /** Lists a report's pictures within a transaction that sees its school. */
    public static Future<List<Attachment>> list(SqlConnection connection, UUID school, UUID report) {
        return connection.preparedQuery("""
                        select attachment_id, number, size, written_on
                          from attachment where school_id = $1 and report_id = $2 order by number
                        """).execute(Tuple.of(school, report)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> attachment(school, report, row))
                .toList());
    }

    /** Finds one picture within a transaction that sees its school. */
    public static Future<Optional<Attachment>> find(SqlConnection connection, UUID school, UUID report, UUID id) {
        return connection
                .preparedQuery("""
                        select attachment_id, number, size, written_on
                          from attachment where school_id = $1 and report_id = $2 and attachment_id = $3
                        """)
                .execute(Tuple.of(school, report, id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> attachment(school, report, row)));
    }

    /**
     * Keeps a picture. The same one again is kept once.
     *
     * @return empty when it is kept, otherwise why not
     */
    Future<Optional<Refusal>> keep(ReporterKey key, SealedPicture picture) {
        return database.inSchool(key.school(), connection -> lock(connection, key)
                        .compose(there -> there
                                ? keepThere(connection, key, picture)
                                : Future.succeededFuture(Optional.of(Refusal.GEWIST))))
                .recover(failure -> isDiskFull(failure)
                        ? Future.succeededFuture(Optional.of(Refusal.GEEN_RUIMTE))
                        : Future.failedFuture(failure));
    }

    private Future<Optional<Refusal>> keepThere(SqlConnection connection, ReporterKey key, SealedPicture picture) {
        return count(connection, key, picture)
                .compose(row -> row.getBoolean("known")
                        ? Future.succeededFuture(Optional.<Refusal>empty())
                        : keep(connection, key, picture, row));
    }

    private Future<Optional<Refusal>> keep(
            SqlConnection connection, ReporterKey key, SealedPicture picture, Row counted) {
        if (counted.getLong("present") >= limits.perReport()) {
            return Future.succeededFuture(Optional.of(Refusal.TE_VEEL));
        }
        if (counted.getLong("used") + picture.size() > limits.schoolBytes()) {
            return Future.succeededFuture(Optional.of(Refusal.GEEN_RUIMTE));
        }
        return connection
                .preparedQuery("""
                        insert into attachment (school_id, report_id, attachment_id, number, size, written_on, after_item)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        """)
                .execute(Tuple.from(List.of(
                        key.school(),
                        key.report(),
                        picture.id(),
                        counted.getInteger("next"),
                        picture.size(),
                        LocalDate.now(clock),
                        counted.getInteger("last_item"))))
                .compose(inserted -> connection.preparedQuery("""
                                insert into attachment_chunk (school_id, report_id, attachment_id, chunk_number, sealed)
                                values ($1, $2, $3, $4, $5)
                                """).executeBatch(chunks(key, picture)))
                .map(Optional.empty());
    }

    private static List<Tuple> chunks(ReporterKey key, SealedPicture picture) {
        List<Tuple> rows = new ArrayList<>();
        for (byte[] chunk : picture.chunks()) {
            rows.add(Tuple.of(key.school(), key.report(), picture.id(), rows.size(), Buffer.buffer(chunk)));
        }
        return rows;
    }

    /** Makes other writers wait; false when the report was erased meanwhile. */
    private static Future<Boolean> lock(SqlConnection connection, ReporterKey key) {
        return connection
                .preparedQuery("""
                        select 1 from report where school_id = $1 and report_id = $2 and erased_on is null for update
                        """)
                .execute(Tuple.of(key.school(), key.report()))
                .map(rows -> rows.size() > 0);
    }

    private static Future<Row> count(SqlConnection connection, ReporterKey key, SealedPicture picture) {
        return connection
                .preparedQuery("""
                        select coalesce(max(number), 0) + 1 as next,
                               count(*) as present,
                               coalesce(bool_or(attachment_id = $3), false) as known,
                               (select coalesce(max(item_number), 0) from report_item
                                 where school_id = $1 and report_id = $2) as last_item,
                               (select coalesce(sum(size), 0) from attachment where school_id = $1) as used
                          from attachment where school_id = $1 and report_id = $2
                        """)
                .execute(Tuple.of(key.school(), key.report(), picture.id()))
                .map(rows -> rows.iterator().next());
    }

    private static boolean isDiskFull(Throwable failure) {
        return failure instanceof PgException database
                && Optional.ofNullable(database.getSqlState()).orElse("").startsWith(OUT_OF_RESOURCES);
    }

    private static Attachment attachment(UUID school, UUID report, Row row) {
        return new Attachment(
                school,
                report,
                row.getUUID("attachment_id"),
                row.getInteger("number"),
                row.getInteger("size"),
                row.getLocalDate("written_on"));
    }
}
