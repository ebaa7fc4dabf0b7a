package nl.wegwijzer.account;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.page.Reply;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.store.OverloadedException;

/** The page to sign in with passphrase and code, and the two steps with a passkey. */
final class SignInPages {
    /** Where name and passphrase are posted to by whoever has a passkey. */
    static final String PASSKEY = StaffPages.SIGN_IN + "/passkey";
    /** Where the second factor is posted to after that. */
    static final String SECOND_STEP = StaffPages.SIGN_IN + "/stap";

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String CODE = "code";

    private final SignIn signIn;
    private final PasskeySignIn passkeys;
    private final SignedIn signedIn;
    private final StaffPages pages;

    SignInPages(SignIn signIn, PasskeySignIn passkeys, SignedIn signedIn, StaffPages pages) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.signedIn = signedIn;
        this.pages = pages;
    }

    void show(RoutingContext context) {
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

    void signIn(RoutingContext context) {
        String login = Forms.field(context, "naam");
        signIn.attempt(
                        new SignIn.Attempt(login, Forms.field(context, "wachtzin"), Forms.field(context, CODE)),
                        Caller.of(context))
                .map(Reply.with(outcome -> answer(context, login, "signin.wrong", outcome)))
                .onFailure(failure -> failed(context, login, failure));
    }

    /** The first step; whatever was typed, the answer is the second. */
    void beginWithPasskey(RoutingContext context) {
        String login = Forms.field(context, "naam");
        String passphrase = Forms.field(context, "wachtzin");
        if (login.isBlank() || passphrase.isEmpty()) {
            form(context, UNPROCESSABLE, login, Optional.of("signin.passkey.first"));
            return;
        }
        passkeys.begin(login, passphrase, Caller.of(context))
                .map(Reply.with(step -> step.ifPresentOrElse(
                        asked -> pages.show(
                                context,
                                OK,
                                pages.texts().of("step.title"),
                                "medewerker/step.jte",
                                new SecondStepPage(
                                        SECOND_STEP, asked.token().field(), asked.options(), passkeys.origin())),
                        () -> busy(context, TOO_MANY_REQUESTS, login))))
                .onFailure(failure -> failed(context, login, failure));
    }

    void finish(RoutingContext context) {
        Optional<StepToken> token = StepToken.ofField(Forms.field(context, StepToken.FIELD));
        if (token.isEmpty()) {
            form(context, UNAUTHORIZED, "", Optional.of("step.stale"));
            return;
        }
        String code = Forms.field(context, CODE);
        PasskeySignIn.Proof proof = code.isBlank()
                ? new PasskeySignIn.Proof.Passkey(PostedPasskey.used(context))
                : new PasskeySignIn.Proof.Code(code);
        passkeys.finish(token.get(), proof)
                .map(Reply.with(outcome -> outcome.ifPresentOrElse(
                        judged -> answer(context, "", "step.wrong", judged),
                        () -> form(context, UNAUTHORIZED, "", Optional.of("step.stale")))))
                .onFailure(failure -> failed(context, "", failure));
    }

    private void answer(RoutingContext context, String login, String wrong, SignIn.Outcome outcome) {
        if (outcome instanceof SignIn.Outcome.Accepted accepted) {
            StaffCookies.signIn(context, accepted.session(), accepted.deviceCookie());
            StaffPages.redirect(context, StaffPages.HOME);
        } else if (outcome instanceof SignIn.Outcome.Busy) {
            busy(context, TOO_MANY_REQUESTS, login);
        } else {
            form(context, UNAUTHORIZED, login, Optional.of(wrong));
        }
    }

    private void failed(RoutingContext context, String login, Throwable failure) {
        if (failure instanceof OverloadedException) {
            busy(context, UNAVAILABLE, login);
        } else {
            context.fail(failure);
        }
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
                new SignInPage(StaffPages.SIGN_IN, PASSKEY, passkeys.origin(), login, problem.map(texts::of)));
    }
}
