package nl.wegwijzer.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;

/** The passkeys of officials, as the database keeps them: public keys under a name that their owner gave. */
public final class Passkeys {
    /** How many somebody may have; as many are named when they sign in, see {@link OfferedPasskeys}. */
    static final int MOST = 5;

    private static final String DUPLICATE = "23505";

    private final Database database;
    private final Audit audit;
    private final Clock clock;

    /** Takes its collaborators. */
    public Passkeys(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A passkey as its owner sees it.
     *
     * @param id names it in a form
     * @param lastUsed empty when it was not used since it was added
     */
    record Shown(String id, String name, OffsetDateTime added, Optional<OffsetDateTime> lastUsed) {}

    /** How adding one ended. */
    enum Added {
        DONE,
        /** This very passkey is known already. */
        KNOWN,
        /** There are as many as there may be. */
        FULL
    }

    /** Lists the passkeys of this person, the oldest first. */
    Future<List<Shown>> list(Session session) {
        return database.inBoard(session.board(), connection -> connection
                .preparedQuery("""
                        select credential_id, name, added_at, last_used_at from passkey
                         where official_id = $1
                         order by added_at, credential_id
                        """)
                .execute(Tuple.of(session.official()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Passkeys::shown)
                        .toList()));
    }

    /** Names the passkeys of a person. */
    static Future<List<byte[]>> ids(SqlConnection connection, UUID official) {
        return connection
                .preparedQuery("select credential_id from passkey where official_id = $1")
                .execute(Tuple.of(official))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getBuffer("credential_id").getBytes())
                        .toList());
    }

    /** Finds a passkey of this person; another's is not found. */
    static Future<Optional<PasskeyCeremony.Credential>> find(
            SqlConnection connection, UUID official, byte[] credentialId) {
        return connection
                .preparedQuery("""
                        select credential_id, public_key, sign_count, syncs from passkey
                         where official_id = $1 and credential_id = $2
                        """)
                .execute(Tuple.of(official, Buffer.buffer(credentialId)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new PasskeyCeremony.Credential(
                                row.getBuffer("credential_id").getBytes(),
                                row.getBuffer("public_key").getBytes(),
                                row.getLong("sign_count"),
                                row.getBoolean("syncs"))));
    }

    /** Adds a passkey that was just made. */
    Future<Added> add(Session session, String name, PasskeyCeremony.Credential made) {
        return database.<Added>inBoard(session.board(), connection -> connection
                        // one at a time, or two tabs could add one more than there may be
                        .preparedQuery("select 1 from official where official_id = $1 for update")
                        .execute(Tuple.of(session.official()))
                        .compose(locked -> ids(connection, session.official()))
                        .compose(known -> known.size() >= MOST
                                ? Future.succeededFuture(Added.FULL)
                                : insert(connection, session, name, made)
                                        .compose(inserted -> note(connection, session, "account.passkey_toegevoegd"))
                                        .map(Added.DONE)))
                .recover(failure -> failure instanceof PgException refused && DUPLICATE.equals(refused.getSqlState())
                        ? Future.succeededFuture(Added.KNOWN)
                        : Future.failedFuture(failure));
    }

    /**
     * Removes a passkey of this person; an id that is not one of theirs changes nothing. The one-time code is the base that
     * always remains, so nobody loses their last second factor here.
     */
    Future<Void> remove(Session session, String id) {
        byte[] credentialId;
        try {
            credentialId = HexFormat.of().parseHex(id);
        } catch (IllegalArgumentException notOurs) {
            return Future.succeededFuture();
        }
        return database.inBoard(session.board(), connection -> connection
                .preparedQuery("delete from passkey where official_id = $1 and credential_id = $2")
                .execute(Tuple.of(session.official(), Buffer.buffer(credentialId)))
                .compose(deleted -> deleted.rowCount() == 0
                        ? Future.succeededFuture()
                        : note(connection, session, "account.passkey_verwijderd")));
    }

    /** Forgets all passkeys of a person, within the transaction that replaces their second factor. */
    static Future<Void> removeAll(SqlConnection connection, UUID official) {
        return connection
                .preparedQuery("delete from passkey where official_id = $1")
                .execute(Tuple.of(official))
                .mapEmpty();
    }

    /**
     * Notes that a passkey was used.
     *
     * @return false when it was removed meanwhile, or its counter went on meanwhile: of a passkey and its copy that answer
     *     at the same moment one loses
     */
    Future<Boolean> used(SqlConnection connection, UUID official, byte[] credentialId, long signCount) {
        return connection
                .preparedQuery("""
                        update passkey set sign_count = $3, last_used_at = $4
                         where official_id = $1 and credential_id = $2
                           and (sign_count < $3 or (sign_count = 0 and $3 = 0))
                        """)
                .execute(Tuple.of(official, Buffer.buffer(credentialId), signCount, OffsetDateTime.now(clock)))
                .map(updated -> updated.rowCount() == 1);
    }

    private Future<Void> insert(
            SqlConnection connection, Session session, String name, PasskeyCeremony.Credential made) {
        return connection
                .preparedQuery("""
                        insert into passkey (credential_id, official_id, name, public_key, sign_count, syncs, added_at)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        """)
                .execute(Tuple.of(
                        Buffer.buffer(made.id()),
                        session.official(),
                        name,
                        Buffer.buffer(made.publicKey()),
                        made.signCount(),
                        made.syncs(),
                        OffsetDateTime.now(clock)))
                .mapEmpty();
    }

    private Future<Void> note(SqlConnection connection, Session session, String action) {
        return audit.append(
                connection,
                new Audit.Entry(
                        session.board(),
                        Optional.empty(),
                        Optional.of(session.official()),
                        action,
                        Optional.of(session.official())));
    }

    private static Shown shown(Row row) {
        return new Shown(
                HexFormat.of().formatHex(row.getBuffer("credential_id").getBytes()),
                row.getString("name"),
                row.getOffsetDateTime("added_at"),
                Optional.ofNullable(row.getOffsetDateTime("last_used_at")));
    }
}
