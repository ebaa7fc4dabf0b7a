package nl.wegwijzer.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.wegwijzer.seal.BoxKeyPair;
import nl.wegwijzer.seal.UnsealException;
import nl.wegwijzer.store.Clue;
import nl.wegwijzer.store.Database;

/** Who is signed in. The rows stand in the database, so any node can serve and a restart signs nobody out. */
public final class Sessions {
    /** A session ends when nothing was asked of it for this long. */
    static final Duration IDLE = Duration.ofMinutes(30);
    /** A session ends after this long whatever was asked. */
    static final Duration ABSOLUTE = Duration.ofHours(10);

    /** Seen times are written no more often than this, to spare the database a write per page. */
    private static final Duration SEEN_PRECISION = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;

    /** Keeps sessions in the database; the clock tells when they end. */
    public Sessions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens a session within the transaction that accepted the person; returns the secret for the cookie. */
    Future<SessionSecret> open(SqlConnection connection, UUID official, BoxKeyPair pair) {
        SessionSecret secret = SessionSecret.generate();
        return connection
                .preparedQuery("""
                        insert into official_session (token_hash, official_id, locked_keys, created_at, last_seen_at)
                        values ($1, $2, $3, $4, $4)
                        """)
                .execute(Tuple.of(
                        Buffer.buffer(secret.rowKey()),
                        official,
                        Buffer.buffer(secret.lock(pair, official)),
                        OffsetDateTime.now(clock)))
                .map(inserted -> secret);
    }

    /**
     * Finds the session of a cookie and notes that it was seen.
     *
     * @return empty when there is none, or it has ended
     */
    Future<Optional<Session>> find(SessionSecret secret) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return database.inBoardOf(Clue.session(secret.rowKey()), connection -> connection
                .preparedQuery("""
                        select s.official_id, s.locked_keys, s.last_seen_at, o.board_id, o.name, o.administrator,
                               array(select distinct p.school_id from school_official p
                                      where p.official_id = o.official_id) as schools
                          from official_session s
                          join official o using (official_id)
                         where s.token_hash = $1 and s.last_seen_at > $2 and s.created_at > $3
                        """)
                .execute(Tuple.of(Buffer.buffer(secret.rowKey()), now.minus(IDLE), now.minus(ABSOLUTE)))
                .compose(rows -> {
                    Optional<Row> row =
                            StreamSupport.stream(rows.spliterator(), false).findFirst();
                    Optional<Session> session = row.flatMap(found -> session(secret, found));
                    boolean stale = row.isPresent()
                            && row.get().getOffsetDateTime("last_seen_at").isBefore(now.minus(SEEN_PRECISION));
                    return stale ? seen(connection, secret, now).map(session) : Future.succeededFuture(session);
                }));
    }

    /** Ends this session; the cookie is worthless from now on, on every node. */
    Future<Void> close(Session session) {
        return delete(
                session,
                "delete from official_session where token_hash = $1",
                Tuple.of(Buffer.buffer(session.rowKey())));
    }

    /**
     * A session of a person, as they see it themselves. Where it was opened is not kept.
     *
     * @param id names it in a form; it opens nothing
     * @param own whether it is the one in use
     */
    record Open(String id, OffsetDateTime began, OffsetDateTime lastSeen, boolean own) {}

    /** Lists the sessions of this person that have not ended, the latest first. */
    Future<List<Open>> list(Session session) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return database.inBoard(session.board(), connection -> connection
                .preparedQuery("""
                        select token_hash, created_at, last_seen_at from official_session
                         where official_id = $1 and last_seen_at > $2 and created_at > $3
                         order by created_at desc, token_hash
                        """)
                .execute(Tuple.of(session.official(), now.minus(IDLE), now.minus(ABSOLUTE)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> open(session, row))
                        .toList()));
    }

    private static Open open(Session session, Row row) {
        byte[] key = row.getBuffer("token_hash").getBytes();
        return new Open(
                HexFormat.of().formatHex(key),
                row.getOffsetDateTime("created_at"),
                row.getOffsetDateTime("last_seen_at"),
                Arrays.equals(key, session.rowKey()));
    }

    /** Ends one session of this person; an id that is not one of theirs changes nothing. */
    Future<Void> revoke(Session session, String id) {
        try {
            return delete(
                    session,
                    "delete from official_session where official_id = $1 and token_hash = $2",
                    Tuple.of(session.official(), Buffer.buffer(HexFormat.of().parseHex(id))));
        } catch (IllegalArgumentException notOurs) {
            return Future.succeededFuture();
        }
    }

    /** Ends all sessions of this person but the one in use, within a transaction. */
    Future<Void> closeOthers(SqlConnection connection, Session session) {
        return connection
                .preparedQuery("delete from official_session where official_id = $1 and token_hash <> $2")
                .execute(Tuple.of(session.official(), Buffer.buffer(session.rowKey())))
                .mapEmpty();
    }

    /** Ends all sessions of this person, on every device. */
    Future<Void> closeAll(Session session) {
        return delete(session, "delete from official_session where official_id = $1", Tuple.of(session.official()));
    }

    /** Deletes the rows of sessions that have ended; to be called now and then. */
    public Future<Void> purge() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return database.inEveryBoard(connection -> connection
                .preparedQuery("delete from official_session where last_seen_at <= $1 or created_at <= $2")
                .execute(Tuple.of(now.minus(IDLE), now.minus(ABSOLUTE)))
                .mapEmpty());
    }

    private static Optional<Session> session(SessionSecret secret, Row row) {
        UUID official = row.getUUID("official_id");
        try {
            BoxKeyPair pair = secret.unlock(row.getBuffer("locked_keys").getBytes(), official);
            return Optional.of(new Session(
                    official,
                    row.getUUID("board_id"),
                    row.getString("name"),
                    row.getBoolean("administrator"),
                    List.of(row.getArrayOfUUIDs("schools")),
                    pair,
                    secret.formToken(),
                    secret.rowKey()));
        } catch (UnsealException tampered) {
            return Optional.empty();
        }
    }

    private static Future<Void> seen(SqlConnection connection, SessionSecret secret, OffsetDateTime now) {
        return connection
                .preparedQuery("update official_session set last_seen_at = $2 where token_hash = $1")
                .execute(Tuple.of(Buffer.buffer(secret.rowKey()), now))
                .mapEmpty();
    }

    private Future<Void> delete(Session session, String command, Tuple values) {
        return database.inBoard(
                session.board(),
                connection -> connection.preparedQuery(command).execute(values).mapEmpty());
    }
}
