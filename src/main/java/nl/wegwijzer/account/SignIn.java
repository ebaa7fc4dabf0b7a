package nl.wegwijzer.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.wegwijzer.seal.UnsealException;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;

/**
 * Signing in with name, passphrase and one-time code in one step. Whatever is wrong, the answer is the same and takes the
 * same time, so nobody learns which accounts exist.
 */
public final class SignIn {
    /** An account that belongs to nobody, for names that don't exist. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Gate gate;
    private final Database database;
    private final SlowWork slowWork;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;
    private final byte[] secret;

    /**
     * Takes its collaborators.
     *
     * @param secret 32 bytes of the deployment, the same on every node, from which stand-ins for unknown accounts follow
     */
    public SignIn(
            Gate gate,
            Database database,
            SlowWork slowWork,
            Sessions sessions,
            Audit audit,
            Clock clock,
            byte[] secret) {
        this.gate = gate;
        this.database = database;
        this.slowWork = slowWork;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.secret = secret.clone();
    }

    /** What somebody typed. */
    record Attempt(String login, String passphrase, String code) {
        @Override
        public String toString() {
            return "Attempt[redacted]";
        }
    }

    /** How it ended. */
    sealed interface Outcome {
        /** The right person. Both values are cookies. */
        record Accepted(SessionSecret session, String deviceCookie) implements Outcome {}

        /** Something was wrong; what, is told to nobody. */
        record Refused() implements Outcome {}

        /** Too many tries wait already. */
        record Busy() implements Outcome {}
    }

    private record Account(UUID official, UUID board, byte[] lockedKeys, long lastStep) {}

    /** Tries to sign in. */
    Future<Outcome> attempt(Attempt attempt, Caller caller) {
        String login = normal(attempt.login());
        return database.inNoSchool(connection -> account(connection, login))
                .compose(account -> gate.pass(
                        login,
                        account.map(Account::official),
                        caller,
                        () -> attempt(account.orElseGet(() -> nobody(login)), attempt),
                        outcome -> outcome instanceof Outcome.Accepted))
                .map(outcome -> outcome.orElseGet(Outcome.Busy::new));
    }

    private Future<Outcome> attempt(Account account, Attempt attempt) {
        return slowWork.run(() -> unlock(account, attempt.passphrase()))
                .compose(keys -> keys.isPresent()
                        ? accept(account, keys.get(), attempt.code())
                        : Future.succeededFuture(new Outcome.Refused()));
    }

    private Account nobody(String login) {
        return new Account(NOBODY, NOBODY, OfficialKeys.decoy(secret, login), 0);
    }

    /** Names are typed on phones that begin with a capital. */
    static String normal(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private static Future<Optional<Account>> account(SqlConnection connection, String login) {
        return connection.preparedQuery("""
                        select official_id, board_id, locked_keys, last_totp_step from official
                         where login = $1 and locked_keys is not null
                        """).execute(Tuple.of(login)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .findFirst()
                .map(SignIn::account));
    }

    private static Account account(Row row) {
        return new Account(
                row.getUUID("official_id"),
                row.getUUID("board_id"),
                row.getBuffer("locked_keys").getBytes(),
                row.getLong("last_totp_step"));
    }

    private static Optional<OfficialKeys> unlock(Account account, String passphrase) {
        try {
            return Optional.of(OfficialKeys.unlock(passphrase, account.official(), account.lockedKeys()));
        } catch (UnsealException wrong) {
            return Optional.empty();
        }
    }

    private Future<Outcome> accept(Account account, OfficialKeys keys, String code) {
        OptionalLong step = Totp.acceptedStep(keys.totpSecret(), code, clock.instant(), account.lastStep());
        if (step.isEmpty()) {
            return Future.succeededFuture(new Outcome.Refused());
        }
        return database.inNoSchool(connection -> useStep(connection, account.official(), step.getAsLong())
                .compose(first ->
                        first ? open(connection, account, keys) : Future.succeededFuture(new Outcome.Refused())));
    }

    /** Takes a code's step, once: of two requests with the same code at the same moment one loses. */
    private static Future<Boolean> useStep(SqlConnection connection, UUID official, long step) {
        return connection.preparedQuery("""
                        update official set last_totp_step = $2 where official_id = $1 and last_totp_step < $2
                        """).execute(Tuple.of(official, step)).map(updated -> updated.rowCount() == 1);
    }

    private Future<Outcome> open(SqlConnection connection, Account account, OfficialKeys keys) {
        return sessions.open(connection, account.official(), keys.pair()).compose(session -> audit.append(
                        connection,
                        new Audit.Entry(
                                account.board(),
                                Optional.empty(),
                                Optional.of(account.official()),
                                "account.aangemeld",
                                Optional.of(account.official())))
                .map(new Outcome.Accepted(session, gate.remember(account.official()))));
    }
}
