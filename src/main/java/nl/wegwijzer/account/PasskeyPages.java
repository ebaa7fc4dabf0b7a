package nl.wegwijzer.account;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.page.Reply;

/** Adding and removing passkeys on the page of one's own account. */
final class PasskeyPages {
    /** Where name and passphrase for a new passkey are posted to. */
    static final String ADD = AccountPages.PATH + "/passkey";
    /** Where what the device made is posted to. */
    static final String MADE = ADD + "/gemaakt";
    /** Where a passkey is removed. */
    static final String REMOVE = ADD + "/weg";
    /** Field with what the owner calls the passkey. */
    static final String NAME = "naam";

    private static final int OK = 200;

    private final PasskeyEnrolment enrolment;
    private final AccountPages account;
    private final StaffPages pages;

    PasskeyPages(PasskeyEnrolment enrolment, AccountPages account, StaffPages pages) {
        this.enrolment = enrolment;
        this.account = account;
        this.pages = pages;
    }

    void begin(RoutingContext context) {
        enrolment
                .begin(
                        SignedIn.session(context),
                        Caller.of(context),
                        Forms.field(context, NAME),
                        Forms.field(context, "wachtzin"))
                .map(Reply.with(begun -> {
                    if (begun instanceof PasskeyEnrolment.Begun.Step step) {
                        ask(context, step);
                    } else if (begun instanceof PasskeyEnrolment.Begun.Problem problem) {
                        account.passkeyProblem(context, problem.textKey());
                    } else {
                        account.passkeyBusy(context);
                    }
                }))
                .onFailure(failure -> account.passkeyFailed(context, failure));
    }

    void finish(RoutingContext context) {
        Optional<StepToken> token = StepToken.ofField(Forms.field(context, StepToken.FIELD));
        if (token.isEmpty()) {
            account.passkeyProblem(context, PasskeyEnrolment.Added.STALE.textKey());
            return;
        }
        enrolment
                .finish(SignedIn.session(context), token.get(), Forms.field(context, NAME), PostedPasskey.made(context))
                .map(Reply.with(added -> {
                    if (added == PasskeyEnrolment.Added.DONE) {
                        StaffPages.redirect(context, AccountPages.PATH + "?gedaan=passkey");
                    } else {
                        account.passkeyProblem(context, added.textKey());
                    }
                }))
                .onFailure(failure -> account.passkeyFailed(context, failure));
    }

    void remove(RoutingContext context) {
        enrolment
                .remove(SignedIn.session(context), Forms.field(context, "passkey"))
                .map(Reply.with(removed -> StaffPages.redirect(context, AccountPages.PATH + "?gedaan=passkey.weg")))
                .onFailure(context::fail);
    }

    private void ask(RoutingContext context, PasskeyEnrolment.Begun.Step step) {
        pages.show(
                context,
                OK,
                pages.texts().of("passkey.title"),
                "medewerker/passkey.jte",
                new NewPasskeyPage(
                        MADE,
                        step.name(),
                        step.token().field(),
                        step.options(),
                        enrolment.origin(),
                        SignedIn.session(context).formToken().value()));
    }
}
