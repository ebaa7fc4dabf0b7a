package nl.wegwijzer.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import nl.wegwijzer.seal.AssociatedData;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.seal.UnsealException;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Clue;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;

/**
 * The way back in with the printed code, when passphrase or phone is lost. The keys stay, so every report stays readable;
 * passphrase, second factor and recovery code are all replaced, so the used code is worthless. Everything stands on one
 * page: the new secrets on it are drawn before anybody proved anything, so the page tells nobody whether an account exists.
 */
public final class Recovery {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final AssociatedData PAGE = AssociatedData.of("herstel");
    private static final Duration PAGE_LIFETIME = Duration.ofHours(2);

    private final Gate gate;
    private final Database database;
    private final SlowWork slowWork;
    private final FormSeal seal;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;
    private final Supplier<byte[]> secret;

    /**
     * Takes its collaborators; the gate is that of the sign-in.
     *
     * @param secret 32 bytes of the deployment, the same on every node, from which stand-ins for unknown accounts follow
     */
    public Recovery(
            Gate gate,
            Database database,
            SlowWork slowWork,
            FormSeal seal,
            Sessions sessions,
            Audit audit,
            Clock clock,
            Supplier<byte[]> secret) {
        this.gate = gate;
        this.database = database;
        this.slowWork = slowWork;
        this.seal = seal;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.secret = secret;
    }

    /**
     * What somebody typed.
     *
     * @param code the printed recovery code
     * @param passphrase the new one
     * @param oneTime first code of the newly coupled phone
     */
    record Attempt(String login, String code, String passphrase, String repeated, String oneTime) {
        @Override
        public String toString() {
            return "Attempt[redacted]";
        }
    }

    /** How it ended. */
    sealed interface Outcome {
        /** The right person, who is signed in. */
        record Recovered(SessionSecret session, UUID official) implements Outcome {}

        /** Name or code is wrong; which, is told to nobody. */
        record Refused() implements Outcome {}

        /** The new passphrase is not taken. */
        record UnfitPassphrase(PassphraseRule.Problem problem) implements Outcome {}

        /** The one-time code does not belong to the secret on the page. */
        record WrongOneTimeCode() implements Outcome {}

        /** Too many tries wait already. */
        record Busy() implements Outcome {}
    }

    private record Account(UUID official, UUID board, String login, String name, byte[] recoveryKeys) {}

    /** Seals freshly drawn secrets into the page; its key pair is not used. */
    String seal(Enrolment fresh) {
        return seal.seal(PAGE, fresh.bytes(), PAGE_LIFETIME);
    }

    /** Opens the secrets that a page carries; empty when it was open too long or changed. */
    Optional<Enrolment> open(String sealed) {
        try {
            return Optional.of(Enrolment.ofBytes(seal.open(PAGE, sealed)));
        } catch (UnsealException stale) {
            return Optional.empty();
        }
    }

    /**
     * Tries a recovery code. What is wrong with the new passphrase or phone is told before the account is looked up, so
     * that it says nothing about the account.
     *
     * @param fresh second factor and recovery code that the page showed
     */
    Future<Outcome> attempt(Attempt attempt, Enrolment fresh, Caller caller) {
        String login = SignIn.normal(attempt.login());
        Optional<PassphraseRule.Problem> unfit =
                PassphraseRule.judge(attempt.passphrase(), attempt.repeated(), login, "");
        if (unfit.isPresent()) {
            return Future.succeededFuture(new Outcome.UnfitPassphrase(unfit.get()));
        }
        OptionalLong step = Totp.acceptedStep(fresh.keys().totpSecret(), attempt.oneTime(), clock.instant(), 0);
        if (step.isEmpty()) {
            return Future.succeededFuture(new Outcome.WrongOneTimeCode());
        }
        return database.inBoardOf(Clue.login(login), connection -> account(connection, login))
                .compose(account -> gate.pass(
                        login,
                        account.map(Account::official),
                        caller,
                        () -> attempt(account.orElseGet(() -> nobody(login)), attempt, fresh, step.getAsLong()),
                        outcome -> !(outcome instanceof Outcome.Refused)))
                .map(outcome -> outcome.orElseGet(Outcome.Busy::new));
    }

    private Future<Outcome> attempt(Account account, Attempt attempt, Enrolment fresh, long step) {
        return slowWork.run(() -> unlock(account, attempt.code()))
                .compose(old -> old.isPresent()
                        ? recover(account, attempt, old.get(), fresh, step)
                        : Future.succeededFuture(new Outcome.Refused()));
    }

    private Future<Outcome> recover(Account account, Attempt attempt, OfficialKeys old, Enrolment fresh, long step) {
        Optional<PassphraseRule.Problem> unfit =
                PassphraseRule.judge(attempt.passphrase(), attempt.repeated(), account.login(), account.name());
        if (unfit.isPresent()) {
            return Future.succeededFuture(new Outcome.UnfitPassphrase(unfit.get()));
        }
        OfficialKeys keys = new OfficialKeys(old.pair(), fresh.keys().totpSecret());
        return slowWork.run(() -> LockedKeys.of(account.official(), keys, attempt.passphrase(), fresh.recovery(), step))
                .compose(locked -> database.inBoard(account.board(), connection -> isStill(connection, account)
                        .compose(still -> still
                                ? store(connection, account, keys, locked)
                                : Future.succeededFuture(new Outcome.Refused()))));
    }

    /** Of two who use the same code at the same moment, one comes too late. */
    private static Future<Boolean> isStill(SqlConnection connection, Account account) {
        return connection
                .preparedQuery("select 1 from official where official_id = $1 and recovery_keys = $2 for update")
                .execute(Tuple.of(account.official(), Buffer.buffer(account.recoveryKeys())))
                .map(rows -> rows.size() == 1);
    }

    private Future<Outcome> store(SqlConnection connection, Account account, OfficialKeys keys, LockedKeys locked) {
        return locked.store(connection)
                .compose(stored -> connection
                        .preparedQuery("delete from invitation where official_id = $1")
                        .execute(Tuple.of(account.official())))
                .compose(deleted -> sessions.open(connection, account.official(), keys.pair()))
                .compose(session -> audit.append(
                                connection,
                                new Audit.Entry(
                                        account.board(),
                                        Optional.empty(),
                                        Optional.of(account.official()),
                                        "account.hersteld",
                                        Optional.of(account.official())))
                        .map(new Outcome.Recovered(session, account.official())));
    }

    private Account nobody(String login) {
        return new Account(NOBODY, NOBODY, login, "", OfficialKeys.decoy(secret.get(), login));
    }

    private static Optional<OfficialKeys> unlock(Account account, String code) {
        try {
            return Optional.of(
                    OfficialKeys.unlock(RecoveryCode.typed(code).text(), account.official(), account.recoveryKeys()));
        } catch (UnsealException wrong) {
            return Optional.empty();
        }
    }

    private static Future<Optional<Account>> account(SqlConnection connection, String login) {
        return connection.preparedQuery("""
                        select official_id, board_id, login, name, recovery_keys from official
                         where login = $1 and recovery_keys is not null
                        """).execute(Tuple.of(login)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .findFirst()
                .map(Recovery::account));
    }

    private static Account account(Row row) {
        return new Account(
                row.getUUID("official_id"),
                row.getUUID("board_id"),
                row.getString("login"),
                row.getString("name"),
                row.getBuffer("recovery_keys").getBytes());
    }
}
