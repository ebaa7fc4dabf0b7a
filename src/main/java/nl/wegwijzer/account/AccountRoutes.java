package nl.wegwijzer.account;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.page.Reply;

/** The pages to sign in, to sign out, to accept an invitation and to look after one's own account. */
public final class AccountRoutes {
    /** Path to sign out. */
    static final String SIGN_OUT = "/medewerker/afmelden";

    private static final String INVITATION = "/medewerker/uitnodiging/:token";
    private static final long LARGEST_FORM_BYTES = 64 * 1024;
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;

    private final SignInPages signIn;
    private final Sessions sessions;
    private final SignedIn signedIn;
    private final InvitationPages invitations;
    private final RecoveryPages recovery;
    private final AccountPages account;
    private final PasskeyPages passkeys;
    private final StaffPages pages;

    /** Takes its collaborators; the gate is the same everywhere, and the clock tells in which zone moments are shown. */
    public AccountRoutes(
            Gate gate,
            SignIn signIn,
            PasskeySignIn passkeySignIn,
            Invitations invitations,
            Recovery recovery,
            OwnAccount account,
            PasskeyEnrolment passkeys,
            Sessions sessions,
            SignedIn signedIn,
            StaffPages pages,
            Clock clock) {
        this.signIn = new SignInPages(signIn, passkeySignIn, signedIn, pages);
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.invitations = new InvitationPages(invitations, gate, pages);
        this.recovery = new RecoveryPages(recovery, gate, pages, clock);
        this.account = new AccountPages(account, passkeys, sessions, pages, clock);
        this.passkeys = new PasskeyPages(passkeys, this.account, pages);
        this.pages = pages;
    }

    /** Adds the routes. */
    public void mount(Router router) {
        router.get(StaffPages.SIGN_IN).handler(signIn::show);
        strangers(router, StaffPages.SIGN_IN, signIn::signIn);
        for (String step : List.of(SignInPages.PASSKEY, SignInPages.SECOND_STEP)) {
            // a refresh, or a link that was kept: there is nothing to come back to
            router.get(step).handler(context -> StaffPages.redirect(context, StaffPages.SIGN_IN));
        }
        strangers(router, SignInPages.PASSKEY, signIn::beginWithPasskey);
        strangers(router, SignInPages.SECOND_STEP, signIn::finish);
        own(router, SIGN_OUT, this::signOut);
        router.get(AccountPages.PATH).handler(signedIn).handler(account::show);
        own(router, AccountPages.PASSPHRASE, account::changePassphrase);
        own(router, AccountPages.RECOVERY, account::newRecoveryCode);
        own(router, AccountPages.SESSION, account::endSession);
        own(router, PasskeyPages.ADD, passkeys::begin);
        own(router, PasskeyPages.MADE, passkeys::finish);
        own(router, PasskeyPages.REMOVE, passkeys::remove);
        router.get(RecoveryPages.PATH).handler(recovery::show);
        strangers(router, RecoveryPages.PATH, recovery::recover);
        router.get(INVITATION).handler(invitations::show);
        strangers(router, INVITATION, invitations::accept);
    }

    /** A form of somebody who is not signed in. */
    private void strangers(Router router, String path, Handler<RoutingContext> handler) {
        router.post(path)
                .handler(Forms.bounded(LARGEST_FORM_BYTES))
                .handler(Forms::requireForm)
                .handler(this::requireOwnPage)
                .handler(handler);
    }

    /** A form of somebody who is signed in. */
    private void own(Router router, String path, Handler<RoutingContext> handler) {
        router.post(path)
                .handler(Forms.bounded(LARGEST_FORM_BYTES))
                .handler(Forms::requireForm)
                .handler(signedIn)
                .handler(handler);
    }

    private void requireOwnPage(RoutingContext context) {
        if (Forms.fromOwnPage(context)) {
            context.next();
        } else {
            pages.send(context, FORBIDDEN);
        }
    }

    private void signOut(RoutingContext context) {
        Session session = SignedIn.session(context);
        boolean everywhere = Forms.field(context, "overal").equals("ja");
        (everywhere ? sessions.closeAll(session) : sessions.close(session))
                .map(Reply.with(closed -> {
                    StaffCookies.signOut(context);
                    SignedIn.forget(context);
                    pages.notice(context, OK, "signedout", List.of());
                }))
                .onFailure(context::fail);
    }
}
