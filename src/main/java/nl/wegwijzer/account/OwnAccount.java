package nl.wegwijzer.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.wegwijzer.seal.UnsealException;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;

/**
 * What somebody who is signed in does with their own account: another passphrase, another recovery code, ending
 * sessions. The keys stay the same and are only locked anew, so no report is touched.
 */
public final class OwnAccount {
    private final Gate gate;
    private final Database database;
    private final SlowWork slowWork;
    private final Sessions sessions;
    private final Audit audit;

    /** Takes its collaborators; the gate is that of the sign-in. */
    public OwnAccount(Gate gate, Database database, SlowWork slowWork, Sessions sessions, Audit audit) {
        this.gate = gate;
        this.database = database;
        this.slowWork = slowWork;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * What the page tells.
     *
     * @param login name to sign in with
     */
    record View(String login, String name, List<Sessions.Open> sessions) {
        View {
            sessions = List.copyOf(sessions);
        }
    }

    /** A wish for another passphrase, as typed. */
    record NewPassphrase(String old, String passphrase, String repeated) {
        @Override
        public String toString() {
            return "NewPassphrase[redacted]";
        }
    }

    /** How a change ended. */
    sealed interface Outcome {
        /** The new passphrase opens the keys; all other sessions have ended. */
        record Changed() implements Outcome {}

        /** The old recovery code is worthless; this one is shown once. */
        record NewRecovery(RecoveryCode code) implements Outcome {}

        /** The passphrase of now is another. */
        record WrongPassphrase() implements Outcome {}

        /** The new passphrase is not taken. */
        record UnfitPassphrase(PassphraseRule.Problem problem) implements Outcome {}

        /** The passphrase of this name is right; that was all that was asked. */
        record Proven(String login) implements Outcome {}

        /** Too many tries wait already. */
        record Busy() implements Outcome {}
    }

    private record Account(String login, String name, byte[] lockedKeys) {}

    /** Reads what the page shows. */
    Future<View> read(Session session) {
        return account(session).compose(account -> sessions.list(session)
                .map(open -> new View(account.login(), account.name(), open)));
    }

    /** Locks the keys under another passphrase and ends the other sessions; content and recovery code stay as they are. */
    Future<Outcome> changePassphrase(Session session, Caller caller, NewPassphrase wish) {
        return account(session).compose(account -> {
            Optional<PassphraseRule.Problem> unfit =
                    PassphraseRule.judge(wish.passphrase(), wish.repeated(), account.login(), account.name());
            if (unfit.isPresent()) {
                return Future.succeededFuture(new Outcome.UnfitPassphrase(unfit.get()));
            }
            return proven(session, account, caller, wish.old(), keys -> slowWork.run(
                            () -> keys.lock(wish.passphrase(), session.official()))
                    .compose(locked -> database.inBoard(session.board(), connection -> store(
                                    connection,
                                    session,
                                    account,
                                    "update official set locked_keys = $2 where official_id = $1 and locked_keys = $3",
                                    locked)
                            .compose(stored -> stored
                                    ? sessions.closeOthers(connection, session)
                                            .compose(closed -> PasskeyChallenges.forget(connection, session.official()))
                                            .compose(closed -> note(connection, session, "account.wachtzin_gewijzigd"))
                                            .map(new Outcome.Changed())
                                    : Future.succeededFuture(new Outcome.WrongPassphrase())))));
        });
    }

    /** Draws another recovery code; from then on the old one opens nothing. */
    Future<Outcome> newRecoveryCode(Session session, Caller caller, String passphrase) {
        RecoveryCode code = RecoveryCode.generate();
        return account(session)
                .compose(account -> proven(session, account, caller, passphrase, keys -> slowWork.run(
                                () -> keys.lock(code.text(), session.official()))
                        .compose(locked -> database.inBoard(session.board(), connection -> store(
                                        connection,
                                        session,
                                        account,
                                        "update official set recovery_keys = $2 where official_id = $1 and locked_keys = $3",
                                        locked)
                                .compose(stored -> stored
                                        ? note(connection, session, "account.herstelcode_vernieuwd")
                                                .map(new Outcome.NewRecovery(code))
                                        : Future.succeededFuture(new Outcome.WrongPassphrase()))))));
    }

    /** Asks for the passphrase before something else is changed, and changes nothing itself. */
    Future<Outcome> prove(Session session, Caller caller, String passphrase) {
        return account(session)
                .compose(account -> proven(
                        session,
                        account,
                        caller,
                        passphrase,
                        keys -> Future.succeededFuture(new Outcome.Proven(account.login()))));
    }

    /** An open session alone is not enough: whoever finds a screen unlocked must not take the account over. */
    private Future<Outcome> proven(
            Session session,
            Account account,
            Caller caller,
            String passphrase,
            Function<OfficialKeys, Future<Outcome>> change) {
        return gate.<Outcome>pass(
                        account.login(),
                        Optional.of(session.official()),
                        caller,
                        () -> slowWork.run(() -> unlock(session, account, passphrase))
                                .compose(keys -> keys.isPresent()
                                        ? change.apply(keys.get())
                                        : Future.succeededFuture(new Outcome.WrongPassphrase())),
                        outcome -> !(outcome instanceof Outcome.WrongPassphrase))
                .map(outcome -> outcome.orElseGet(Outcome.Busy::new));
    }

    private static Optional<OfficialKeys> unlock(Session session, Account account, String passphrase) {
        try {
            return Optional.of(OfficialKeys.unlock(passphrase, session.official(), account.lockedKeys()));
        } catch (UnsealException wrong) {
            return Optional.empty();
        }
    }

    /** Stores only if nobody changed the account meanwhile: the keys that were opened are still the keys. */
    private static Future<Boolean> store(
            SqlConnection connection, Session session, Account account, String command, byte[] locked) {
        return connection
                .preparedQuery(command)
                .execute(Tuple.of(session.official(), Buffer.buffer(locked), Buffer.buffer(account.lockedKeys())))
                .map(updated -> updated.rowCount() == 1);
    }

    private Future<Account> account(Session session) {
        return database.inBoard(session.board(), connection -> connection
                .preparedQuery("select login, name, locked_keys from official where official_id = $1")
                .execute(Tuple.of(session.official()))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Account(
                            row.getString("login"),
                            row.getString("name"),
                            row.getBuffer("locked_keys").getBytes());
                }));
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
}
