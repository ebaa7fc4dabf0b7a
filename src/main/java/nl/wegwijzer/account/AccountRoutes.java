package nl.wegwijzer.account;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.page.Reply;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.store.OverloadedException;

/** The pages to sign in, to sign out, to accept an invitation and to look after one's own account. */
public final class AccountRoutes {
    /** Path to sign out. */
    static final String SIGN_OUT = "/medewerker/afmelden";

    private static final String INVITATION = "/medewerker/uitnodiging/:token";
    private static final long LARGEST_FORM_BYTES = 64 * 1024;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_SECONDS = "5";

    private final SignIn signIn;
    private final Sessions sessions;
    private final SignedIn signedIn;
    private final InvitationPages invitations;
    private final RecoveryPages recovery;
    private final AccountPages account;
    private final StaffPages pages;

    /** Takes its collaborators; the gate is the same everywhere, and the clock tells in which zone moments are shown. */
    public AccountRoutes(
            Gate gate,
            SignIn signIn,
            Invitations invitations,
            Recovery recovery,
            OwnAccount account,
            Sessions sessions,
            SignedIn signedIn,
            StaffPages pages,
            Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.invitations = new InvitationPages(invitations, gate, pages);
        this.recovery = new RecoveryPages(recovery, gate, pages, clock);
        this.account = new AccountPages(account, sessions, pages, clock);
        this.pages = pages;
    }

    /** Adds the routes. */
    public void mount(Router router) {
        router.get(StaffPages.SIGN_IN).handler(this::askToSignIn);
        router.post(StaffPages.SIGN_IN)
                .handler(Forms.bounded(LARGEST_FORM_BYTES))
                .handler(Forms::requireForm)
                .handler(this::requireOwnPage)
                .handler(this::signIn);
        own(router, SIGN_OUT, this::signOut);
        router.get(AccountPages.PATH).handler(signedIn).handler(account::show);
        own(router, AccountPages.PASSPHRASE, account::changePassphrase);
        own(router, AccountPages.RECOVERY, account::newRecoveryCode);
        own(router, AccountPages.SESSION, account::endSession);
        router.get(RecoveryPages.PATH).handler(recovery::show);
        router.post(RecoveryPages.PATH)
                .handler(Forms.bounded(LARGEST_FORM_BYTES))
                .handler(Forms::requireForm)
                .handler(this::requireOwnPage)
                .handler(recovery::recover);
        router.get(INVITATION).handler(invitations::show);
        router.post(INVITATION)
                .handler(Forms.bounded(LARGEST_FORM_BYTES))
                .handler(Forms::requireForm)
                .handler(this::requireOwnPage)
                .handler(invitations::accept);
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

    private void askToSignIn(RoutingContext context) {
        signedIn.recognise(context)
                .map(Reply.with(session -> {
                    if (session.isPresent()) {
                        StaffPages.redirect(context, StaffPages.HOME);
                    } else {
                        form(context, OK, "", Optional.empty());
                    }
                }))
                .onFailure(context::fail);
    }

    private void signIn(RoutingContext context) {
        String login = Forms.field(context, "naam");
        signIn.attempt(
                        new SignIn.Attempt(login, Forms.field(context, "wachtzin"), Forms.field(context, "code")),
                        Caller.of(context))
                .onSuccess(outcome -> {
                    if (outcome instanceof SignIn.Outcome.Accepted accepted) {
                        StaffCookies.signIn(context, accepted.session(), accepted.deviceCookie());
                        StaffPages.redirect(context, StaffPages.HOME);
                    } else if (outcome instanceof SignIn.Outcome.Busy) {
                        busy(context, TOO_MANY_REQUESTS, login);
                    } else {
                        form(context, UNAUTHORIZED, login, Optional.of("signin.wrong"));
                    }
                })
                .onFailure(failure -> {
                    if (failure instanceof OverloadedException) {
                        busy(context, UNAVAILABLE, login);
                    } else {
                        context.fail(failure);
                    }
                });
    }

    private void signOut(RoutingContext context) {
        Session session = SignedIn.session(context);
        boolean everywhere = Forms.field(context, "overal").equals("ja");
        (everywhere ? sessions.closeAll(session.official()) : sessions.close(session))
                .map(Reply.with(closed -> {
                    StaffCookies.signOut(context);
                    SignedIn.forget(context);
                    pages.notice(context, OK, "signedout", List.of());
                }))
                .onFailure(context::fail);
    }

    private void busy(RoutingContext context, int status, String login) {
        context.response().putHeader("Retry-After", RETRY_AFTER_SECONDS);
        form(context, status, login, Optional.of("signin.busy"));
    }

    private void form(RoutingContext context, int status, String login, Optional<String> problem) {
        StaffTexts texts = pages.texts();
        pages.show(
                context,
                status,
                texts.of("signin.title"),
                "medewerker/signin.jte",
                new SignInPage(StaffPages.SIGN_IN, login, problem.map(texts::of)));
    }
}
