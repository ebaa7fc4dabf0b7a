package nl.wegwijzer.server;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.function.Supplier;
import nl.wegwijzer.account.AccountRoutes;
import nl.wegwijzer.account.Administration;
import nl.wegwijzer.account.Gate;
import nl.wegwijzer.account.Invitations;
import nl.wegwijzer.account.OwnAccount;
import nl.wegwijzer.account.PasskeyChallenges;
import nl.wegwijzer.account.PasskeyEnrolment;
import nl.wegwijzer.account.PasskeySignIn;
import nl.wegwijzer.account.Passkeys;
import nl.wegwijzer.account.Recovery;
import nl.wegwijzer.account.RelyingParty;
import nl.wegwijzer.account.Sessions;
import nl.wegwijzer.account.SignIn;
import nl.wegwijzer.account.SignedIn;
import nl.wegwijzer.account.StaffPages;
import nl.wegwijzer.attachment.PictureReading;
import nl.wegwijzer.casework.BoardKeeping;
import nl.wegwijzer.casework.CaseChanges;
import nl.wegwijzer.casework.CaseFile;
import nl.wegwijzer.casework.CasePictureRoutes;
import nl.wegwijzer.casework.CasePictures;
import nl.wegwijzer.casework.CaseworkRoutes;
import nl.wegwijzer.casework.Escalation;
import nl.wegwijzer.casework.Inbox;
import nl.wegwijzer.casework.People;
import nl.wegwijzer.casework.PeopleRoutes;
import nl.wegwijzer.casework.Sharing;
import nl.wegwijzer.casework.Unheard;
import nl.wegwijzer.retention.Erasure;
import nl.wegwijzer.retention.Terms;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;

/** What officials use, put together: accounts, inbox and cases, the people of a school, and what time brings about. */
final class OfficialSide {
    private final Vertx vertx;
    private final Database database;
    private final LiveSecrets secrets;
    private final FormSeal formSeal;
    private final StaffPages pages;
    private final Clock clock;
    private final SlowWork slowWork;
    private final Audit audit;
    private final Sessions sessions;
    private final Invitations invitations;
    private final PasskeyChallenges challenges;

    OfficialSide(
            Vertx vertx,
            Database database,
            LiveSecrets secrets,
            FormSeal formSeal,
            StaffPages pages,
            SlowWork slowWork,
            Clock clock) {
        this.vertx = vertx;
        this.database = database;
        this.secrets = secrets;
        this.formSeal = formSeal;
        this.pages = pages;
        this.clock = clock;
        this.slowWork = slowWork;
        this.audit = new Audit(clock);
        this.sessions = new Sessions(database, clock);
        this.invitations = new Invitations(database, slowWork, formSeal, sessions, audit, clock);
        this.challenges = new PasskeyChallenges(database, clock);
    }

    /** Sets a board up: for the demo. */
    Administration administration() {
        return new Administration(database, slowWork, invitations, audit);
    }

    Rounds rounds() {
        return new Rounds(
                vertx,
                new Escalation(database, audit, clock),
                new Erasure(database, audit, clock),
                sessions,
                invitations,
                challenges);
    }

    /**
     * Adds every route.
     *
     * @param relyingParty what passkeys are bound to, known once the node listens
     * @param schoolPages what stands before a school's path in a link
     */
    void mount(Router router, Supplier<RelyingParty> relyingParty, Supplier<String> schoolPages) {
        SignedIn signedIn = new SignedIn(sessions, pages);
        mountAccounts(router, signedIn, relyingParty);
        new CaseworkRoutes(
                        new Inbox(database),
                        new CaseFile(database, audit, clock),
                        new CaseChanges(database, audit, clock),
                        new Sharing(database, audit, clock),
                        signedIn,
                        pages,
                        clock)
                .mount(router);
        new CasePictureRoutes(new CasePictures(database), new PictureReading(database), signedIn, pages).mount(router);
        new PeopleRoutes(
                        new People(database, audit, clock),
                        new Unheard(database, clock),
                        new BoardKeeping(database, new Terms(database, audit, clock), clock),
                        signedIn,
                        pages,
                        schoolPages,
                        clock)
                .mount(router);
    }

    private void mountAccounts(Router router, SignedIn signedIn, Supplier<RelyingParty> relyingParty) {
        Gate gate = new Gate(vertx, clock, secrets::pepper);
        SignIn signIn = new SignIn(gate, database, slowWork, sessions, audit, clock, secrets::pepper);
        OwnAccount ownAccount = new OwnAccount(gate, database, slowWork, sessions, audit);
        Passkeys passkeys = new Passkeys(database, audit, clock);
        PasskeySignIn passkeySignIn = new PasskeySignIn(
                gate, database, slowWork, signIn, passkeys, challenges, audit, relyingParty, secrets::pepper);
        Recovery recovery = new Recovery(gate, database, slowWork, formSeal, sessions, audit, clock, secrets::pepper);
        PasskeyEnrolment enrolment =
                new PasskeyEnrolment(ownAccount, database, slowWork, passkeys, challenges, relyingParty);
        new AccountRoutes(
                        gate,
                        signIn,
                        passkeySignIn,
                        invitations,
                        recovery,
                        ownAccount,
                        enrolment,
                        sessions,
                        signedIn,
                        pages,
                        clock)
                .mount(router);
    }
}
