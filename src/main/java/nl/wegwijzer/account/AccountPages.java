package nl.wegwijzer.account;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.page.Reply;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.store.OverloadedException;

/** The page of one's own account: passphrase, recovery code, passkeys and sessions. */
final class AccountPages {
    /** Path of the page. */
    static final String PATH = "/medewerker/account";
    /** Where another passphrase is posted to. */
    static final String PASSPHRASE = PATH + "/wachtzin";
    /** Where another recovery code is asked for. */
    static final String RECOVERY = PATH + "/herstelcode";
    /** Where a session is ended. */
    static final String SESSION = PATH + "/sessie";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm 'uur'", Locale.forLanguageTag("nl"));
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl"));
    private static final Set<String> DONE = Set.of("wachtzin", "sessie", "passkey", "passkey.weg");
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_SECONDS = "5";

    private final OwnAccount account;
    private final PasskeyEnrolment passkeys;
    private final Sessions sessions;
    private final StaffPages pages;
    private final Clock clock;

    AccountPages(OwnAccount account, PasskeyEnrolment passkeys, Sessions sessions, StaffPages pages, Clock clock) {
        this.account = account;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    private record Problems(Optional<String> passphrase, Optional<String> recovery, Optional<String> passkey) {
        static final Problems NONE = new Problems(Optional.empty(), Optional.empty(), Optional.empty());

        static Problems passphrase(String key) {
            return new Problems(Optional.of(key), Optional.empty(), Optional.empty());
        }

        static Problems recovery(String key) {
            return new Problems(Optional.empty(), Optional.of(key), Optional.empty());
        }

        static Problems passkey(String key) {
            return new Problems(Optional.empty(), Optional.empty(), Optional.of(key));
        }
    }

    void show(RoutingContext context) {
        page(context, OK, Problems.NONE);
    }

    void changePassphrase(RoutingContext context) {
        account.changePassphrase(
                        SignedIn.session(context),
                        Caller.of(context),
                        new OwnAccount.NewPassphrase(
                                Forms.field(context, "oud"),
                                Forms.field(context, "wachtzin"),
                                Forms.field(context, "wachtzin2")))
                .onFailure(failure -> failed(context, failure, Problems.passphrase("signin.busy")))
                .onSuccess(outcome -> {
                    if (outcome instanceof OwnAccount.Outcome.Changed) {
                        StaffPages.redirect(context, PATH + "?gedaan=wachtzin");
                    } else if (outcome instanceof OwnAccount.Outcome.UnfitPassphrase unfit) {
                        page(
                                context,
                                UNPROCESSABLE,
                                Problems.passphrase(unfit.problem().textKey()));
                    } else if (outcome instanceof OwnAccount.Outcome.Busy) {
                        busy(context, TOO_MANY_REQUESTS, Problems.passphrase("signin.busy"));
                    } else {
                        page(context, UNPROCESSABLE, Problems.passphrase("account.wrong"));
                    }
                });
    }

    void newRecoveryCode(RoutingContext context) {
        account.newRecoveryCode(SignedIn.session(context), Caller.of(context), Forms.field(context, "wachtzin"))
                .onFailure(failure -> failed(context, failure, Problems.recovery("signin.busy")))
                .onSuccess(outcome -> {
                    if (outcome instanceof OwnAccount.Outcome.NewRecovery drawn) {
                        pages.show(
                                context,
                                OK,
                                pages.texts().of("account.title"),
                                "medewerker/recoverycode.jte",
                                new RecoveryCodePage(drawn.code().printed()));
                    } else if (outcome instanceof OwnAccount.Outcome.Busy) {
                        busy(context, TOO_MANY_REQUESTS, Problems.recovery("signin.busy"));
                    } else {
                        page(context, UNPROCESSABLE, Problems.recovery("account.wrong"));
                    }
                });
    }

    void endSession(RoutingContext context) {
        sessions.revoke(SignedIn.session(context), Forms.field(context, "sessie"))
                .onFailure(context::fail)
                .onSuccess(ended -> StaffPages.redirect(context, PATH + "?gedaan=sessie"));
    }

    /** Shows the page with what stands in the way of a passkey. */
    void passkeyProblem(RoutingContext context, String key) {
        page(context, UNPROCESSABLE, Problems.passkey(key));
    }

    /** Shows the page when too many tries on the passphrase wait already. */
    void passkeyBusy(RoutingContext context) {
        busy(context, TOO_MANY_REQUESTS, Problems.passkey("signin.busy"));
    }

    /** Answers when adding a passkey failed. */
    void passkeyFailed(RoutingContext context, Throwable failure) {
        failed(context, failure, Problems.passkey("signin.busy"));
    }

    private void failed(RoutingContext context, Throwable failure, Problems problems) {
        if (failure instanceof OverloadedException) {
            busy(context, UNAVAILABLE, problems);
        } else {
            context.fail(failure);
        }
    }

    private void busy(RoutingContext context, int status, Problems problems) {
        context.response().putHeader("Retry-After", RETRY_AFTER_SECONDS);
        page(context, status, problems);
    }

    private void page(RoutingContext context, int status, Problems problems) {
        Session session = SignedIn.session(context);
        StaffTexts texts = pages.texts();
        account.read(session)
                .compose(view -> passkeys.list(session)
                        .map(Reply.with(keys -> pages.show(
                                context,
                                status,
                                texts.of("account.title"),
                                "medewerker/account.jte",
                                new AccountPage(
                                        view.login(),
                                        view.sessions().stream().map(this::open).toList(),
                                        PASSPHRASE,
                                        RECOVERY,
                                        SESSION,
                                        AccountRoutes.SIGN_OUT,
                                        passkeys(context, keys, problems.passkey()),
                                        session.formToken().value(),
                                        done(context).map(what -> texts.of("account.done." + what)),
                                        problems.passphrase().map(texts::of),
                                        problems.recovery().map(texts::of))))))
                .onFailure(context::fail);
    }

    private AccountPage.Passkeys passkeys(RoutingContext context, List<Passkeys.Shown> keys, Optional<String> problem) {
        StaffTexts texts = pages.texts();
        return new AccountPage.Passkeys(
                keys.stream()
                        .map(key -> new AccountPage.Passkey(
                                key.id(),
                                key.name(),
                                texts.of("account.passkey.added", DAY.format(local(key.added()))),
                                key.lastUsed()
                                        .map(used -> texts.of("account.passkey.used", moment(used)))
                                        .orElseGet(() -> texts.of("account.passkey.unused"))))
                        .toList(),
                keys.size() >= Passkeys.MOST,
                passkeys.origin(),
                PasskeyPages.ADD,
                PasskeyPages.REMOVE,
                problem.isPresent() ? Forms.field(context, PasskeyPages.NAME) : "",
                problem.map(texts::of));
    }

    private static Optional<String> done(RoutingContext context) {
        return context.queryParam("gedaan").stream().filter(DONE::contains).findFirst();
    }

    private AccountPage.Open open(Sessions.Open session) {
        return new AccountPage.Open(session.id(), moment(session.began()), moment(session.lastSeen()), session.own());
    }

    private String moment(OffsetDateTime moment) {
        return MOMENT.format(local(moment));
    }

    private ZonedDateTime local(OffsetDateTime moment) {
        return moment.atZoneSameInstant(clock.getZone());
    }
}
