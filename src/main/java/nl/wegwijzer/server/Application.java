package nl.wegwijzer.server;

import com.github.benmanes.caffeine.cache.Ticker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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
import nl.wegwijzer.attachment.AttachmentLimits;
import nl.wegwijzer.attachment.Attachments;
import nl.wegwijzer.attachment.PictureIntake;
import nl.wegwijzer.attachment.PictureReading;
import nl.wegwijzer.attachment.PictureUpload;
import nl.wegwijzer.casework.CaseChanges;
import nl.wegwijzer.casework.CaseFile;
import nl.wegwijzer.casework.CasePictureRoutes;
import nl.wegwijzer.casework.CasePictures;
import nl.wegwijzer.casework.CaseworkRoutes;
import nl.wegwijzer.casework.Escalation;
import nl.wegwijzer.casework.Inbox;
import nl.wegwijzer.casework.People;
import nl.wegwijzer.casework.PeopleRoutes;
import nl.wegwijzer.chat.ChatRoutes;
import nl.wegwijzer.chat.PictureRoutes;
import nl.wegwijzer.chat.ReporterAnswers;
import nl.wegwijzer.chat.ReporterFailures;
import nl.wegwijzer.chat.ReporterPages;
import nl.wegwijzer.chat.ReturnRoutes;
import nl.wegwijzer.chat.SealedConversation;
import nl.wegwijzer.page.FailurePages;
import nl.wegwijzer.page.Renderer;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.reading.ReportReader;
import nl.wegwijzer.report.GuessThrottle;
import nl.wegwijzer.report.ReceiptWords;
import nl.wegwijzer.report.ReportDelivery;
import nl.wegwijzer.report.ReporterAccess;
import nl.wegwijzer.report.ReporterToken;
import nl.wegwijzer.retention.Erasure;
import nl.wegwijzer.school.SchoolDirectory;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;

/** The features put together and served. Start reading here to see what there is. */
final class Application {
    private static final int SLOW_QUEUE = 64;
    private static final int PICTURE_QUEUE = 6;

    private final Vertx vertx;
    private final Settings settings;
    private final Database database;
    private final AtomicBoolean accepting = new AtomicBoolean();
    private final Listeners listeners;
    private final SchoolDirectory directory;
    private final DemoBoard demo;
    private final Rounds rounds;
    private final Router reporters;
    private final Router officials;
    private final Router management;

    Application(
            Vertx vertx,
            Settings settings,
            Database database,
            LiveSecrets secrets,
            ReportReader reader,
            StaticFiles files,
            Clock clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.database = database;
        this.listeners = new Listeners(vertx);
        this.directory = new SchoolDirectory(database, files::path, clock);
        int cores = Runtime.getRuntime().availableProcessors();
        SlowWork slowWork = new SlowWork(vertx, "receipt-keys", Math.max(2, cores), SLOW_QUEUE);
        // officials have threads of their own: a crowd that signs in never stalls a report
        SlowWork staffSlowWork = new SlowWork(vertx, "passphrase-keys", Math.max(1, cores / 2), SLOW_QUEUE);
        Renderer renderer = new JteRenderer();
        FormSeal formSeal = secrets.formSeal(clock);
        ReceiptWords words = ReceiptWords.load();
        ReporterPages reporterPages = new ReporterPages(renderer, files);

        StaffPages staffPages = new StaffPages(renderer, files, StaffTexts.dutch());
        Audit audit = new Audit(clock);
        Sessions sessions = new Sessions(database, clock);
        SignedIn signedIn = new SignedIn(sessions, staffPages);
        Invitations invitations = new Invitations(database, staffSlowWork, formSeal, sessions, audit, clock);
        this.demo = new DemoBoard(database, new Administration(database, staffSlowWork, invitations, audit));

        FailurePages reporterFailures = new ReporterFailures(reporterPages);
        Optional<Settings.Staff> apart = settings.staff();
        this.reporters = side(
                settings.publicUrl(),
                new Failures(reporterFailures, apart.isPresent() ? reporterFailures : staffPages));
        this.officials = apart.map(staff -> side(staff.url(), new Failures(staffPages, staffPages)))
                .orElse(reporters);
        files.mount(reporters);
        if (apart.isPresent()) {
            files.mount(officials);
        }
        if (settings.demo()) {
            new DemoRoutes(clock).mount(officials);
        }
        Gate gate = new Gate(vertx, clock, secrets::pepper);
        SignIn signIn = new SignIn(gate, database, staffSlowWork, sessions, audit, clock, secrets::pepper);
        OwnAccount ownAccount = new OwnAccount(gate, database, staffSlowWork, sessions, audit);
        Passkeys passkeys = new Passkeys(database, audit, clock);
        PasskeyChallenges passkeyChallenges = new PasskeyChallenges(database, clock);
        new AccountRoutes(
                        gate,
                        signIn,
                        new PasskeySignIn(
                                gate,
                                database,
                                staffSlowWork,
                                signIn,
                                passkeys,
                                passkeyChallenges,
                                audit,
                                this::relyingParty,
                                secrets::pepper),
                        invitations,
                        new Recovery(gate, database, staffSlowWork, formSeal, sessions, audit, clock, secrets::pepper),
                        ownAccount,
                        new PasskeyEnrolment(
                                ownAccount, database, staffSlowWork, passkeys, passkeyChallenges, this::relyingParty),
                        sessions,
                        signedIn,
                        staffPages,
                        clock)
                .mount(officials);
        new CaseworkRoutes(
                        new Inbox(database),
                        new CaseFile(database, audit, clock),
                        new CaseChanges(database, audit, clock),
                        signedIn,
                        staffPages,
                        clock)
                .mount(officials);
        new CasePictureRoutes(new CasePictures(database), new PictureReading(database), signedIn, staffPages)
                .mount(officials);
        new PeopleRoutes(new People(database, audit, clock), signedIn, staffPages, this::schoolPages).mount(officials);
        this.rounds = new Rounds(
                vertx,
                new Escalation(database, audit, clock),
                new Erasure(database, audit, clock),
                sessions,
                invitations,
                passkeyChallenges);
        new ChatRoutes(
                        directory,
                        reader,
                        new SealedConversation(formSeal),
                        new ReportDelivery(database, slowWork, words, secrets::pepper, clock),
                        reporterPages,
                        staffLink(),
                        clock)
                .mount(reporters);
        AttachmentLimits limits = AttachmentLimits.standard();
        Attachments attachments = new Attachments(database, limits, clock);
        ReporterAccess access = new ReporterAccess(database, slowWork, words, secrets::peppers, clock);
        ReporterToken tokens = new ReporterToken(formSeal);
        ReporterAnswers answers = new ReporterAnswers(access, attachments, tokens, reporterPages, limits.perReport());
        new PictureRoutes(
                        vertx,
                        directory,
                        access,
                        tokens,
                        new PictureUpload(vertx, settings.dataDirectory().resolve("uploads"), limits),
                        new PictureIntake(
                                new SlowWork(vertx, "slow-pictures", Math.max(1, cores / 2), PICTURE_QUEUE),
                                attachments),
                        answers,
                        reporterPages)
                .mount(reporters);
        new ReturnRoutes(
                        vertx,
                        directory,
                        access,
                        tokens,
                        new GuessThrottle(Ticker.systemTicker()),
                        answers,
                        reporterPages)
                .mount(reporters);

        this.management = Router.router(vertx);
        new HealthRoutes(database, accepting).mount(management);
    }

    private static void refuseMalformedQuery(RoutingContext context) {
        try {
            context.queryParams();
            context.next();
        } catch (IllegalArgumentException | HttpException malformed) {
            context.fail(400);
        }
    }

    /** A router with what every page of a side needs: headers, and pages for what goes wrong. */
    private Router side(Optional<URI> url, Failures failures) {
        Router router = Router.router(vertx);
        boolean behindTls =
                url.filter(typed -> typed.getScheme().equals("https")).isPresent();
        router.route().handler(new SecurityHeaders(behindTls)::handle);
        router.route().handler(Application::refuseMalformedQuery);
        router.route().failureHandler(failures::handle);
        // a path that no route knows does not pass the failure handler above
        router.errorHandler(404, failures::handle);
        router.errorHandler(405, failures::handle);
        return router;
    }

    private RelyingParty relyingParty() {
        return settings.relyingParty(listeners.port(officials));
    }

    /** Where a reporter's page leads officials; nowhere when they have a side of their own that has no address to type. */
    private Optional<String> staffLink() {
        return settings.staff().isEmpty()
                ? Optional.of(StaffPages.HOME)
                : settings.staff().flatMap(Settings.Staff::url).map(url -> Settings.base(url) + StaffPages.HOME);
    }

    /** What stands before a school's path in a link for officials. */
    private String schoolPages() {
        return settings.staff().isEmpty()
                ? ""
                : settings.publicUrl().map(Settings::base).orElseGet(this::address);
    }

    Future<Void> start() {
        return (settings.demo() ? demo.seed() : Future.<Void>succeededFuture())
                .compose(ready -> listeners.open(reporters, settings.host(), settings.port()))
                .compose(done -> settings.staff()
                        .map(staff -> listeners.open(officials, staff.host(), staff.port()))
                        .orElseGet(Future::succeededFuture))
                .compose(done -> listeners.open(management, settings.managementHost(), settings.managementPort()))
                .onSuccess(done -> {
                    rounds.begin();
                    accepting.set(true);
                });
    }

    /** Does once what time brings about. */
    Future<Void> round() {
        return rounds.once();
    }

    /** Stops taking work, lets what is under way finish, then closes. */
    Future<Void> stop() {
        accepting.set(false);
        return listeners.shutdown();
    }

    String address() {
        return listeners.address(reporters, settings.host());
    }

    String staffAddress() {
        return listeners.address(
                officials, settings.staff().map(Settings.Staff::host).orElse(settings.host()));
    }

    String managementAddress() {
        return listeners.address(management, settings.managementHost());
    }

    List<String> demoSignIns() {
        if (!settings.demo()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("Demo sign-ins (one-time codes of this moment: " + staffAddress() + "/demo):");
        DemoBoard.signIns()
                .forEach(card -> lines.add(
                        "  %-8s  passphrase: %-30s  %s".formatted(card.login(), card.passphrase(), card.roles())));
        return lines;
    }
}
