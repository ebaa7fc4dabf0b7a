package nl.wegwijzer.account;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;

/**
 * Adding and removing passkeys by somebody who is signed in. Adding one asks for the passphrase first: whoever finds a
 * screen unlocked must not leave a key of their own behind.
 */
public final class PasskeyEnrolment {
    private static final int LONGEST_NAME = 40;

    private final OwnAccount account;
    private final Database database;
    private final SlowWork slowWork;
    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final Supplier<RelyingParty> place;
    private final PasskeyCeremony ceremony = new PasskeyCeremony();

    /**
     * Takes its collaborators.
     *
     * @param place where passkeys belong; asked when one is made, since the port may be known only then
     */
    public PasskeyEnrolment(
            OwnAccount account,
            Database database,
            SlowWork slowWork,
            Passkeys passkeys,
            PasskeyChallenges challenges,
            Supplier<RelyingParty> place) {
        this.account = account;
        this.database = database;
        this.slowWork = slowWork;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.place = place;
    }

    /** How the first step ended. */
    sealed interface Begun {
        /** What the page asks of the browser. */
        record Step(StepToken token, String name, String options) implements Begun {}

        /** Something stands in the way, e.g. a wrong passphrase. */
        record Problem(String textKey) implements Begun {}

        /** Too many tries wait already. */
        record Busy() implements Begun {}
    }

    /** How the second step ended. */
    enum Added {
        DONE,
        /** The device answered something else than was asked. */
        UNFIT,
        /** The page was open too long or was used before. */
        STALE,
        KNOWN,
        FULL;

        /** Returns the key of the words for a problem. */
        String textKey() {
            return "account.passkey." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Returns the address at which passkeys work. */
    String origin() {
        return place.get().origin();
    }

    /** Lists the passkeys of this person. */
    Future<List<Passkeys.Shown>> list(Session session) {
        return passkeys.list(session);
    }

    /** Removes a passkey of this person. */
    Future<Void> remove(Session session, String id) {
        return passkeys.remove(session, id);
    }

    /** Takes a name and the passphrase, and asks the device for a new passkey. */
    Future<Begun> begin(Session session, Caller caller, String typedName, String passphrase) {
        Optional<String> name = name(typedName);
        if (name.isEmpty()) {
            return Future.succeededFuture(new Begun.Problem("account.passkey.unnamed"));
        }
        return account.prove(session, caller, passphrase).compose(outcome -> {
            if (outcome instanceof OwnAccount.Outcome.Proven proven) {
                return ask(session, proven.login(), name.get());
            }
            return Future.succeededFuture(
                    outcome instanceof OwnAccount.Outcome.Busy ? new Begun.Busy() : new Begun.Problem("account.wrong"));
        });
    }

    private Future<Begun> ask(Session session, String login, String name) {
        StepToken token = StepToken.generate();
        PasskeyChallenges.Asked asked = PasskeyChallenges.Asked.adding(session.official());
        return database.inBoard(session.board(), connection -> Passkeys.ids(connection, session.official())
                .compose(known -> known.size() >= Passkeys.MOST
                        ? Future.succeededFuture(new Begun.Problem(Added.FULL.textKey()))
                        : challenges
                                .keep(connection, token, Optional.of(session.rowKey()), asked)
                                .map(kept -> new Begun.Step(
                                        token,
                                        name,
                                        PasskeyOptions.create(
                                                place.get(), asked.challenge(), session, login, known)))));
    }

    /** Takes what the device made, once per first step and only in the session that asked for it. */
    Future<Added> finish(Session session, StepToken token, String typedName, PasskeyCeremony.Made made) {
        return challenges
                .take(token, Optional.of(session.rowKey()))
                .compose(asked -> asked.isEmpty()
                        ? Future.succeededFuture(Added.STALE)
                        : slowWork.run(() ->
                                        ceremony.made(place.get(), asked.get().challenge(), made))
                                .compose(credential -> credential.isEmpty()
                                        ? Future.succeededFuture(Added.UNFIT)
                                        : passkeys.add(session, name(typedName).orElse("Passkey"), credential.get())
                                                .map(PasskeyEnrolment::added)));
    }

    private static Added added(Passkeys.Added added) {
        return switch (added) {
            case DONE -> Added.DONE;
            case KNOWN -> Added.KNOWN;
            case FULL -> Added.FULL;
        };
    }

    /** Returns a name as it is kept: on one line, not too long; empty when nothing is left. */
    private static Optional<String> name(String typed) {
        String oneLine = typed.replaceAll("[\\p{C}\\s]+", " ").strip();
        int length = Math.min(oneLine.codePointCount(0, oneLine.length()), LONGEST_NAME);
        return Optional.of(oneLine.substring(0, oneLine.offsetByCodePoints(0, length))
                        .strip())
                .filter(name -> !name.isEmpty());
    }
}
