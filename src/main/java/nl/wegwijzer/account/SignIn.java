package nl.wegwijzer.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Clue;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;

/**
 * Signing in with name, passphrase and one-time code in one step. Whatever is wrong, the answer is the same and takes the
 * same time, so nobody learns which accounts exist. {@link PasskeySignIn} is the way with a passkey.
 */
public final class SignIn {
    private final Gate gate;
    private final Database database;
    private final SlowWork slowWork;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;
    private final Supplier<byte[]> secret;

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
            Supplier<byte[]> secret) {
        this.gate = gate;
        this.database = database;
        this.slowWork = slowWork;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.secret = secret;
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

    /** Tries to sign in. */
    Future<Outcome> attempt(Attempt attempt, Caller caller) {
        String login = normal(attempt.login());
        return database.inBoardOf(Clue.login(login), connection -> LockedAccount.of(connection, login))
                .compose(account -> gate.pass(
                        login,
                        account.map(LockedAccount::official),
                        caller,
                        () -> attempt(account.orElseGet(() -> LockedAccount.nobodys(secret.get(), login)), attempt),
                        outcome -> outcome instanceof Outcome.Accepted))
                .map(outcome -> outcome.orElseGet(Outcome.Busy::new));
    }

    private Future<Outcome> attempt(LockedAccount account, Attempt attempt) {
        return slowWork.run(() -> account.unlock(attempt.passphrase()))
                .compose(keys -> keys.isPresent()
                        ? accept(account, keys.get(), attempt.code())
                        : Future.succeededFuture(new Outcome.Refused()));
    }

    /** Names are typed on phones that begin with a capital. */
    static String normal(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /** Takes somebody whose passphrase is right when the one-time code is right too. */
    Future<Outcome> accept(LockedAccount account, OfficialKeys keys, String code) {
        OptionalLong step = Totp.acceptedStep(keys.totpSecret(), code, clock.instant(), account.lastStep());
        if (step.isEmpty()) {
            return Future.succeededFuture(new Outcome.Refused());
        }
        return database.inBoard(account.board(), connection -> useStep(connection, account.official(), step.getAsLong())
                .compose(first -> first
                        ? open(connection, account, keys, "account.aangemeld")
                        : Future.succeededFuture(new Outcome.Refused())));
    }

    /** Takes a code's step, once: of two requests with the same code at the same moment one loses. */
    private static Future<Boolean> useStep(SqlConnection connection, UUID official, long step) {
        return connection.preparedQuery("""
                        update official set last_totp_step = $2 where official_id = $1 and last_totp_step < $2
                        """).execute(Tuple.of(official, step)).map(updated -> updated.rowCount() == 1);
    }

    /** Opens the session of somebody who proved everything, within the transaction that used up the second factor. */
    Future<Outcome> open(SqlConnection connection, LockedAccount account, OfficialKeys keys, String action) {
        return sessions.open(connection, account.official(), keys.pair()).compose(session -> audit.append(
                        connection,
                        new Audit.Entry(
                                account.board(),
                                Optional.empty(),
                                Optional.of(account.official()),
                                action,
                                Optional.of(account.official())))
                .map(new Outcome.Accepted(session, gate.remember(account.official()))));
    }
}
