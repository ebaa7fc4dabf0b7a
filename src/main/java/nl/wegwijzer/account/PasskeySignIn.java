package nl.wegwijzer.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.wegwijzer.seal.Randomness;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Clue;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;

/**
 * Signing in with a passkey, which takes two steps: a browser can only be asked for a passkey by its name, and the names
 * are given to nobody who lacks the passphrase.
 *
 * <p>A second step is an invitation to guess the passphrase first and the one-time code after that, which is far less work
 * than both at once. So the first step tells nothing: right or wrong, known account or not, with passkeys or without, it
 * leads in the same time to the same page, with a challenge and as many names ({@link OfferedPasskeys}). Only both factors
 * together open anything, as on the page with the code. Every first step is a try at the {@link Gate} that is never given
 * back, and buys one second step.
 */
public final class PasskeySignIn {
    private static final int LOCKED_BYTES =
            StepToken.generate().lock(OfficialKeys.generate(), LockedAccount.NOBODY).length;

    private final Gate gate;
    private final Database database;
    private final SlowWork slowWork;
    private final SignIn signIn;
    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final Audit audit;
    private final Supplier<RelyingParty> place;
    private final Supplier<byte[]> secret;
    private final OfferedPasskeys offered;
    private final PasskeyCeremony ceremony = new PasskeyCeremony();

    /**
     * Takes its collaborators; the gate is that of the sign-in.
     *
     * @param place where passkeys belong; asked when one is used, since the port may be known only then
     * @param secret 32 bytes of the deployment, the same on every node, from which stand-ins follow
     */
    public PasskeySignIn(
            Gate gate,
            Database database,
            SlowWork slowWork,
            SignIn signIn,
            Passkeys passkeys,
            PasskeyChallenges challenges,
            Audit audit,
            Supplier<RelyingParty> place,
            Supplier<byte[]> secret) {
        this.gate = gate;
        this.database = database;
        this.slowWork = slowWork;
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.audit = audit;
        this.place = place;
        this.secret = secret;
        this.offered = new OfferedPasskeys(secret);
    }

    /** What stands on the page of the second step; it looks the same for everybody. */
    record Step(StepToken token, String options) {}

    /** What is given at the second step. */
    sealed interface Proof {
        /** A passkey. */
        record Passkey(PasskeyCeremony.Used used) implements Proof {}

        /** A one-time code after all, by whoever has no passkey on this device. */
        record Code(String typed) implements Proof {}
    }

    /** Returns the address at which passkeys work. */
    String origin() {
        return place.get().origin();
    }

    /**
     * Takes name and passphrase; tells nothing of either.
     *
     * @return empty when too many tries wait already
     */
    Future<Optional<Step>> begin(String typedLogin, String passphrase, Caller caller) {
        String login = SignIn.normal(typedLogin);
        return database.inBoardOf(Clue.login(login), connection -> LockedAccount.of(connection, login))
                .compose(account -> gate.pass(
                        login,
                        account.map(LockedAccount::official),
                        caller,
                        () -> ask(
                                account.orElseGet(() -> LockedAccount.nobodys(secret.get(), login)), login, passphrase),
                        // a try that is given back sooner would tell that the passphrase was right
                        step -> false));
    }

    private Future<Step> ask(LockedAccount account, String login, String passphrase) {
        StepToken token = StepToken.generate();
        return slowWork.run(() -> asked(account, passphrase, token))
                .compose(asked -> database.inBoard(account.board(), connection -> Passkeys.ids(
                                connection, asked.official().orElse(LockedAccount.NOBODY))
                        .compose(known -> challenges
                                .keep(connection, token, Optional.empty(), asked)
                                .map(kept -> step(token, asked, offered.fillUp(known, login, passphrase))))));
    }

    private static PasskeyChallenges.Asked asked(LockedAccount account, String passphrase, StepToken token) {
        return account.unlock(passphrase)
                .map(keys -> PasskeyChallenges.Asked.signingIn(
                        Optional.of(account.official()), token.lock(keys, account.official())))
                .orElseGet(() -> PasskeyChallenges.Asked.signingIn(Optional.empty(), Randomness.bytes(LOCKED_BYTES)));
    }

    private Step step(StepToken token, PasskeyChallenges.Asked asked, List<byte[]> names) {
        return new Step(token, PasskeyOptions.get(place.get(), asked.challenge(), names));
    }

    /**
     * Takes the second factor, once per first step.
     *
     * @return empty when the page was open too long or was used before
     */
    Future<Optional<SignIn.Outcome>> finish(StepToken token, Proof proof) {
        return challenges
                .take(token, Optional.empty())
                .compose(taken -> taken.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : judge(token, taken.get(), proof).map(Optional::of));
    }

    private Future<SignIn.Outcome> judge(StepToken token, PasskeyChallenges.Asked asked, Proof proof) {
        UUID official = asked.official().orElse(LockedAccount.NOBODY);
        return database.inBoardOf(Clue.official(official), connection -> LockedAccount.of(connection, official))
                .compose(found -> proof instanceof Proof.Passkey passkey
                        ? judge(token, asked, found, passkey.used())
                        : found.isPresent() && proof instanceof Proof.Code code
                                ? signIn.accept(found.get(), keys(token, asked, found.get()), code.typed())
                                : refused());
    }

    /** Whoever gave a wrong passphrase gets no further than a passkey that is nobody's, and is judged all the same. */
    private Future<SignIn.Outcome> judge(
            StepToken token, PasskeyChallenges.Asked asked, Optional<LockedAccount> found, PasskeyCeremony.Used used) {
        UUID official = found.map(LockedAccount::official).orElse(LockedAccount.NOBODY);
        return database.inBoardOf(
                        Clue.official(official), connection -> Passkeys.find(connection, official, used.credentialId()))
                .compose(known -> slowWork.run(() -> ceremony.judge(
                        place.get(),
                        asked.challenge(),
                        official,
                        known.orElseGet(() -> ceremony.nobodys(used.credentialId())),
                        used)))
                .compose(verdict -> {
                    if (found.isPresent() && verdict instanceof PasskeyCeremony.Verdict.Right right) {
                        return accept(found.get(), keys(token, asked, found.get()), used, right.signCount());
                    }
                    return found.isPresent() && verdict instanceof PasskeyCeremony.Verdict.CountsBack
                            ? database.inBoard(found.get().board(), connection -> countsBack(connection, found.get()))
                            : refused();
                });
    }

    private Future<SignIn.Outcome> accept(
            LockedAccount account, OfficialKeys keys, PasskeyCeremony.Used used, long signCount) {
        return database.inBoard(account.board(), connection -> passkeys.used(
                        connection, account.official(), used.credentialId(), signCount)
                .compose(counted -> counted
                        ? signIn.open(connection, account, keys, "account.aangemeld_met_passkey")
                        : countsBack(connection, account)));
    }

    /** Refuses a passkey of which there may be a copy, and leaves a trace for whoever looks into it. */
    private Future<SignIn.Outcome> countsBack(SqlConnection connection, LockedAccount account) {
        return audit.append(
                        connection,
                        new Audit.Entry(
                                account.board(),
                                Optional.empty(),
                                Optional.empty(),
                                "account.passkey_teller_terug",
                                Optional.of(account.official())))
                .map(new SignIn.Outcome.Refused());
    }

    private static Future<SignIn.Outcome> refused() {
        return Future.succeededFuture(new SignIn.Outcome.Refused());
    }

    private static OfficialKeys keys(StepToken token, PasskeyChallenges.Asked asked, LockedAccount account) {
        return token.unlock(asked.lockedKeys().orElseThrow(), account.official());
    }
}
