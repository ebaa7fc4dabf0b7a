package nl.wegwijzer.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/**
 * An official's keys as the database holds them.
 *
 * @param byPassphrase opens with the passphrase
 * @param byRecovery opens with the printed code
 * @param usedStep the one-time code with which the phone was checked
 */
record LockedKeys(UUID official, byte[] publicKey, byte[] byPassphrase, byte[] byRecovery, long usedStep) {

    /** Locks keys under both; slow on purpose, so for workers only. */
    static LockedKeys of(UUID official, OfficialKeys keys, String passphrase, RecoveryCode recovery, long usedStep) {
        return new LockedKeys(
                official,
                keys.pair().publicKey(),
                keys.lock(passphrase, official),
                keys.lock(recovery.text(), official),
                usedStep);
    }

    /**
     * Stores them, counts a new key pair as one more, and ends what hangs on the older ones: sessions, sign-ins half way, and
     * passkeys, since the device that they are on may be the one that was lost.
     */
    Future<Void> store(SqlConnection connection) {
        return connection
                .preparedQuery("""
                        update official
                           set public_key = $2, locked_keys = $3, recovery_keys = $4, last_totp_step = $5,
                               key_number = key_number
                                   + case when public_key is distinct from $2 then 1 else 0 end
                         where official_id = $1
                        """)
                .execute(Tuple.of(
                        official,
                        Buffer.buffer(publicKey),
                        Buffer.buffer(byPassphrase),
                        Buffer.buffer(byRecovery),
                        usedStep))
                .compose(updated -> connection
                        .preparedQuery("delete from official_session where official_id = $1")
                        .execute(Tuple.of(official)))
                .compose(ended -> PasskeyChallenges.forget(connection, official))
                .compose(forgotten -> Passkeys.removeAll(connection, official));
    }

    @Override
    public String toString() {
        return "LockedKeys[redacted]";
    }
}
