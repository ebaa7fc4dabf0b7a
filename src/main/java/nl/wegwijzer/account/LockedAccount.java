package nl.wegwijzer.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.wegwijzer.seal.UnsealException;

/**
 * An account that somebody tries to sign in to, or what stands in for one that does not exist.
 *
 * @param lockedKeys open with the passphrase
 * @param lastStep of the one-time code that was last used
 */
record LockedAccount(UUID official, UUID board, byte[] lockedKeys, long lastStep) {
    /** An account that belongs to nobody, for names that don't exist. */
    static final UUID NOBODY = new UUID(0, 0);

    /** Finds the account of a name. */
    static Future<Optional<LockedAccount>> of(SqlConnection connection, String login) {
        return connection.preparedQuery("""
                        select official_id, board_id, locked_keys, last_totp_step from official
                         where login = $1 and locked_keys is not null
                        """).execute(Tuple.of(login)).map(LockedAccount::first);
    }

    /** Finds the account of a person. */
    static Future<Optional<LockedAccount>> of(SqlConnection connection, UUID official) {
        return connection.preparedQuery("""
                        select official_id, board_id, locked_keys, last_totp_step from official
                         where official_id = $1 and locked_keys is not null
                        """).execute(Tuple.of(official)).map(LockedAccount::first);
    }

    /**
     * Stands in for an account that does not exist: no passphrase opens it, and trying takes as long.
     *
     * @param secret of the deployment, so that every node makes the same
     */
    static LockedAccount nobodys(byte[] secret, String login) {
        return new LockedAccount(NOBODY, NOBODY, OfficialKeys.decoy(secret, login), 0);
    }

    /** Tries a passphrase; slow on purpose, so for workers only. */
    Optional<OfficialKeys> unlock(String passphrase) {
        try {
            return Optional.of(OfficialKeys.unlock(passphrase, official, lockedKeys));
        } catch (UnsealException wrong) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "LockedAccount[redacted]";
    }

    private static Optional<LockedAccount> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row -> new LockedAccount(
                        row.getUUID("official_id"),
                        row.getUUID("board_id"),
                        row.getBuffer("locked_keys").getBytes(),
                        row.getLong("last_totp_step")));
    }
}
