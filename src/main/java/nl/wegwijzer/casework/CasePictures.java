package nl.wegwijzer.casework;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.attachment.Attachment;
import nl.wegwijzer.attachment.Attachments;
import nl.wegwijzer.seal.ContentKey;
import nl.wegwijzer.store.Database;

/** The pictures of a case, for those who may know of the case. */
public final class CasePictures {
    private final Database database;

    /** Takes its collaborators. */
    public CasePictures(Database database) {
        this.database = database;
    }

    /**
     * A picture with the key that opens it.
     *
     * @param key of the report it belongs to
     */
    record Openable(ContentKey key, Attachment picture) {}

    /** Finds a picture; empty when the case is not theirs, does not open, or has no such picture. */
    Future<Optional<Openable>> find(Session session, CaseRef ref, UUID id) {
        return database.inSchools(session.schools(), connection -> connection
                .preparedQuery(Visible.REPORTS + """
                        select v.sealed_key from visible v where v.school_id = $3 and v.report_id = $4
                        """)
                .execute(Visible.to(session, ref.school(), ref.report()))
                .compose(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .flatMap(row -> CaseKey.open(
                                session, ref, row.getBuffer("sealed_key").getBytes()))
                        .map(key -> find(connection, ref, id, key))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty()))));
    }

    private static Future<Optional<Openable>> find(SqlConnection connection, CaseRef ref, UUID id, CaseKey key) {
        return Attachments.find(connection, ref.school(), ref.report(), id)
                .map(found -> found.map(picture -> new Openable(key.content(), picture)));
    }

    /** Notes that this official has seen these, so that the inbox no longer calls them new. */
    static Future<Void> markSeen(SqlConnection connection, Session session, CaseRef ref, List<Attachment> pictures) {
        if (pictures.isEmpty()) {
            return Future.succeededFuture();
        }
        return connection
                .preparedQuery("""
                        update report_grant set last_read_attachment = $4
                         where school_id = $1 and report_id = $2 and official_id = $3 and last_read_attachment < $4
                        """)
                .execute(Tuple.of(
                        ref.school(),
                        ref.report(),
                        session.official(),
                        pictures.get(pictures.size() - 1).number()))
                .mapEmpty();
    }
}
