package nl.wegwijzer.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.wegwijzer.seal.Randomness;
import nl.wegwijzer.store.Clue;
import nl.wegwijzer.store.Database;

/**
 * What was asked of passkeys and not answered yet. The rows stand in the database, so any node can take the answer; a row
 * goes with its first answer, right or wrong, so that nothing is answered twice.
 */
public final class PasskeyChallenges {
    /** How long a question waits for its answer. */
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final int CHALLENGE_BYTES = 32;

    private final Database database;
    private final Clock clock;

    /** Keeps the questions in the database; the clock tells when they are too old. */
    public PasskeyChallenges(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A question.
     *
     * @param official whom it was put to; empty when it stands in for somebody who gave a wrong name or passphrase
     * @param lockedKeys what the passphrase opened, for somebody who is signing in
     */
    record Asked(Optional<UUID> official, byte[] challenge, Optional<byte[]> lockedKeys) {

        /** Asks somebody who is signing in. */
        static Asked signingIn(Optional<UUID> official, byte[] lockedKeys) {
            return new Asked(official, Randomness.bytes(CHALLENGE_BYTES), Optional.of(lockedKeys));
        }

        /** Asks somebody who is signed in and adds a passkey. */
        static Asked adding(UUID official) {
            return new Asked(Optional.of(official), Randomness.bytes(CHALLENGE_BYTES), Optional.empty());
        }
    }

    /**
     * Keeps a question within a transaction.
     *
     * @param session key of the session that it belongs to; empty for somebody who is signing in
     */
    Future<Void> keep(SqlConnection connection, StepToken token, Optional<byte[]> session, Asked asked) {
        return connection
                .preparedQuery("""
                        insert into passkey_challenge
                            (token_hash, official_id, session_hash, challenge, locked_keys, expires_at)
                        values ($1, $2, $3, $4, $5, $6)
                        """)
                .execute(Tuple.of(
                        Buffer.buffer(token.rowKey()),
                        asked.official().orElse(null),
                        session.map(Buffer::buffer).orElse(null),
                        Buffer.buffer(asked.challenge()),
                        asked.lockedKeys().map(Buffer::buffer).orElse(null),
                        OffsetDateTime.now(clock).plus(LIFETIME)))
                .mapEmpty();
    }

    /**
     * Takes a question away to answer it; of two answers at the same moment one comes too late.
     *
     * @param session key of the session that answers; empty for somebody who is signing in
     * @return empty when it was answered, is too old, belongs to another session or never was
     */
    Future<Optional<Asked>> take(StepToken token, Optional<byte[]> session) {
        return database.inBoardOf(Clue.passkeyChallenge(token.rowKey()), connection -> connection
                .preparedQuery("""
                        delete from passkey_challenge
                         where token_hash = $1 and session_hash is not distinct from $2 and expires_at > $3
                        returning official_id, challenge, locked_keys
                        """)
                .execute(Tuple.of(
                        Buffer.buffer(token.rowKey()),
                        session.map(Buffer::buffer).orElse(null),
                        OffsetDateTime.now(clock)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(PasskeyChallenges::asked)));
    }

    /** Forgets every question to a person, within the transaction that locks their keys anew. */
    static Future<Void> forget(SqlConnection connection, UUID official) {
        return connection
                .preparedQuery("delete from passkey_challenge where official_id = $1")
                .execute(Tuple.of(official))
                .mapEmpty();
    }

    /** Deletes the rows of questions that are too old; to be called now and then. */
    public Future<Void> purge() {
        return database.inEveryBoard(connection -> connection
                .preparedQuery("delete from passkey_challenge where expires_at <= $1")
                .execute(Tuple.of(OffsetDateTime.now(clock)))
                .mapEmpty());
    }

    private static Asked asked(Row row) {
        return new Asked(
                Optional.ofNullable(row.getUUID("official_id")),
                row.getBuffer("challenge").getBytes(),
                Optional.ofNullable(row.getBuffer("locked_keys")).map(Buffer::getBytes));
    }
}
