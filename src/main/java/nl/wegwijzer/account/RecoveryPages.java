package nl.wegwijzer.account;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.store.OverloadedException;

/** The page on which somebody who lost passphrase or phone comes back in with the printed code. */
final class RecoveryPages {
    /** Path of the page. */
    static final String PATH = "/medewerker/herstel";

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Recovery recovery;
    private final Gate gate;
    private final StaffPages pages;
    private final Clock clock;

    RecoveryPages(Recovery recovery, Gate gate, StaffPages pages, Clock clock) {
        this.recovery = recovery;
        this.gate = gate;
        this.pages = pages;
        this.clock = clock;
    }

    void show(RoutingContext context) {
        page(context, OK, Enrolment.generate(), Optional.empty());
    }

    void recover(RoutingContext context) {
        Optional<Enrolment> carried = recovery.open(Forms.field(context, FormToken.FIELD));
        if (carried.isEmpty()) {
            page(context, UNPROCESSABLE, Enrolment.generate(), Optional.of("invite.stale"));
            return;
        }
        Enrolment fresh = carried.get();
        recovery.attempt(
                        new Recovery.Attempt(
                                Forms.field(context, "naam"),
                                Forms.field(context, "herstelcode"),
                                Forms.field(context, "wachtzin"),
                                Forms.field(context, "wachtzin2"),
                                Forms.field(context, "code")),
                        fresh,
                        Caller.of(context))
                .onSuccess(outcome -> answer(context, fresh, outcome))
                .onFailure(failure -> {
                    if (failure instanceof OverloadedException) {
                        busy(context, UNAVAILABLE, fresh);
                    } else {
                        context.fail(failure);
                    }
                });
    }

    private void answer(RoutingContext context, Enrolment fresh, Recovery.Outcome outcome) {
        if (outcome instanceof Recovery.Outcome.Recovered recovered) {
            StaffCookies.signIn(context, recovered.session(), gate.remember(recovered.official()));
            StaffPages.redirect(context, StaffPages.HOME);
        } else if (outcome instanceof Recovery.Outcome.UnfitPassphrase unfit) {
            page(context, UNPROCESSABLE, fresh, Optional.of(unfit.problem().textKey()));
        } else if (outcome instanceof Recovery.Outcome.WrongOneTimeCode) {
            page(context, UNPROCESSABLE, fresh, Optional.of("invite.code"));
        } else if (outcome instanceof Recovery.Outcome.Busy) {
            busy(context, TOO_MANY_REQUESTS, fresh);
        } else {
            page(context, UNAUTHORIZED, fresh, Optional.of("recover.wrong"));
        }
    }

    private void busy(RoutingContext context, int status, Enrolment fresh) {
        context.response().putHeader("Retry-After", RETRY_AFTER_SECONDS);
        page(context, status, fresh, Optional.of("signin.busy"));
    }

    /** Shows the secrets that the last page carried, so that nobody must scan twice, or fresh ones. */
    private void page(RoutingContext context, int status, Enrolment fresh, Optional<String> problem) {
        byte[] secret = fresh.keys().totpSecret();
        // whose account it is stands not fixed yet, and the app may still hold the old entry: a date tells them apart
        String address = Totp.address(secret, "herstel " + LocalDate.now(clock));
        QrCode qr = QrCode.of(address);
        pages.show(
                context,
                status,
                pages.texts().of("recover.title"),
                "medewerker/recover.jte",
                new RecoveryPage(
                        PATH,
                        Forms.field(context, "naam"),
                        qr.path(),
                        qr.size(),
                        Base32.inGroups(Base32.encode(secret)),
                        address,
                        fresh.recovery().printed(),
                        recovery.seal(fresh),
                        problem.map(pages.texts()::of)));
    }
}
