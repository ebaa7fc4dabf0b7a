package nl.wegwijzer.server;

import com.github.benmanes.caffeine.cache.Ticker;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
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
import nl.wegwijzer.chat.ReporterQueue;
import nl.wegwijzer.chat.ReturnRoutes;
import nl.wegwijzer.chat.SealedConversation;
import nl.wegwijzer.crowd.Crowd;
import nl.wegwijzer.crowd.Hurdles;
import nl.wegwijzer.page.Renderer;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.reading.ReportReader;
import nl.wegwijzer.report.GuessThrottle;
import nl.wegwijzer.report.ReceiptWords;
import nl.wegwijzer.report.ReportDelivery;
import nl.wegwijzer.report.ReporterAccess;
import nl.wegwijzer.report.ReporterToken;
import nl.wegwijzer.school.SchoolDirectory;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The features put together and served. Start reading here to see what there is. */
final class Application {
    private static final int MAX_FORM_BYTES = 2 * 1024 * 1024;
    private static final int MAX_FORM_FIELDS = 100;
    private static final int MAX_REQUEST_LINE = 2_048;
    private static final int MAX_HEADERS = 16 * 1024;
    private static final int PICTURE_QUEUE = 6;
    private static final long FIRST_ROUND_MILLIS = 20_000;
    private static final long ROUND_MILLIS = 300_000;
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private final Vertx vertx;
    private final Settings settings;
    private final Database database;
    private final AtomicBoolean accepting = new AtomicBoolean();
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final Map<Router, Integer> ports = new ConcurrentHashMap<>();
    private final SchoolDirectory directory;
    private final DemoBoard demo;
    private final Escalation escalation;
    private final Sessions sessions;
    private final Invitations invitations;
    private final PasskeyChallenges passkeyChallenges;
    private final Router pages;
    private final Router management;

    Application(
            Vertx vertx,
            Settings settings,
            Database database,
            Secrets secrets,
            ReportReader reader,
            StaticFiles files,
            Clock clock,
            Limits limits) {
        this.vertx = vertx;
        this.settings = settings;
        this.database = database;
        this.directory = new SchoolDirectory(database, files::path, clock);
        int cores = Runtime.getRuntime().availableProcessors();
        SlowWork slowWork = new SlowWork(vertx, "receipt-keys", Math.max(2, cores), limits.slowWaiting());
        // officials have threads of their own: a crowd that signs in never stalls a report
        SlowWork staffSlowWork = new SlowWork(vertx, "passphrase-keys", Math.max(1, cores / 2), limits.slowWaiting());
        Renderer renderer = new JteRenderer();
        FormSeal formSeal = secrets.formSeal(clock);
        ReceiptWords words = ReceiptWords.load();
        ReporterPages reporterPages = new ReporterPages(renderer, files);

        StaffPages staffPages = new StaffPages(renderer, files, StaffTexts.dutch());
        Audit audit = new Audit(clock);
        Sessions sessions = new Sessions(database, clock);
        SignedIn signedIn = new SignedIn(sessions, staffPages);
        this.invitations = new Invitations(database, staffSlowWork, formSeal, sessions, audit, clock);
        this.demo = new DemoBoard(database, new Administration(database, staffSlowWork, invitations, audit));

        this.pages = Router.router(vertx);
        pages.route().handler(new SecurityHeaders(isBehindTls())::handle);
        pages.route().handler(Application::refuseMalformedQuery);
        Failures failures = new Failures(new ReporterFailures(reporterPages), staffPages);
        pages.route().failureHandler(failures::handle);
        // a path that no route knows does not pass the failure handler above
        pages.errorHandler(404, failures::handle);
        pages.errorHandler(405, failures::handle);
        files.mount(pages);
        if (settings.demo()) {
            new DemoRoutes(clock).mount(pages);
        }
        Gate gate = new Gate(vertx, clock, secrets.pepper());
        SignIn signIn = new SignIn(gate, database, staffSlowWork, sessions, audit, clock, secrets.pepper());
        OwnAccount ownAccount = new OwnAccount(gate, database, staffSlowWork, sessions, audit);
        Passkeys passkeys = new Passkeys(database, audit, clock);
        this.passkeyChallenges = new PasskeyChallenges(database, clock);
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
                                secrets.pepper()),
                        invitations,
                        new Recovery(gate, database, staffSlowWork, formSeal, sessions, audit, clock, secrets.pepper()),
                        ownAccount,
                        new PasskeyEnrolment(
                                ownAccount, database, staffSlowWork, passkeys, passkeyChallenges, this::relyingParty),
                        sessions,
                        signedIn,
                        staffPages,
                        clock)
                .mount(pages);
        new CaseworkRoutes(
                        new Inbox(database),
                        new CaseFile(database, audit, clock),
                        new CaseChanges(database, audit, clock),
                        signedIn,
                        staffPages,
                        clock)
                .mount(pages);
        new CasePictureRoutes(new CasePictures(database), new PictureReading(database), signedIn, staffPages)
                .mount(pages);
        new PeopleRoutes(new People(database, audit, clock), signedIn, staffPages).mount(pages);
        this.escalation = new Escalation(database, audit, clock);
        this.sessions = sessions;
        SealedConversation sealedConversation = new SealedConversation(formSeal);
        ReporterQueue queue = new ReporterQueue(
                new Crowd(limits.crowd(), clock), new Hurdles(formSeal, clock), sealedConversation, reporterPages);
        new ChatRoutes(
                        directory,
                        reader,
                        sealedConversation,
                        new ReportDelivery(database, slowWork, words, secrets.pepper(), clock),
                        queue,
                        reporterPages,
                        clock)
                .mount(pages);
        AttachmentLimits pictures = AttachmentLimits.standard();
        Attachments attachments = new Attachments(database, pictures, clock);
        ReporterAccess access = new ReporterAccess(database, slowWork, words, secrets.peppers(), clock);
        ReporterToken tokens = new ReporterToken(formSeal);
        ReporterAnswers answers = new ReporterAnswers(access, attachments, tokens, reporterPages, pictures.perReport());
        new PictureRoutes(
                        vertx,
                        directory,
                        access,
                        tokens,
                        new PictureUpload(vertx, settings.dataDirectory().resolve("uploads"), pictures),
                        new PictureIntake(
                                new SlowWork(vertx, "slow-pictures", Math.max(1, cores / 2), PICTURE_QUEUE),
                                attachments),
                        answers,
                        reporterPages)
                .mount(pages);
        new ReturnRoutes(
                        vertx,
                        directory,
                        access,
                        tokens,
                        new GuessThrottle(Ticker.systemTicker()),
                        queue,
                        answers,
                        reporterPages)
                .mount(pages);

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

    private RelyingParty relyingParty() {
        return settings.relyingParty(Optional.ofNullable(ports.get(pages)).orElse(0));
    }

    private boolean isBehindTls() {
        return settings.publicUrl()
                .filter(url -> url.getScheme().equals("https"))
                .isPresent();
    }

    Future<Void> start() {
        return (settings.demo() ? demo.seed() : Future.<Void>succeededFuture())
                .compose(ready -> listen(pages, settings.host(), settings.port()))
                .compose(done -> listen(management, settings.managementHost(), settings.managementPort()))
                .onSuccess(done -> {
                    keepTime();
                    accepting.set(true);
                });
    }

    private Future<Void> listen(Router router, String host, int port) {
        // instances of one port share it; a free port is drawn by each of them, so then there is one
        int instances = port == 0 ? 1 : Runtime.getRuntime().availableProcessors();
        return vertx.deployVerticle(
                        () -> new Listener(router, host, port), new DeploymentOptions().setInstances(instances))
                .recover(failure -> Future.failedFuture(
                        failure instanceof BindException
                                ? new StartupException(
                                        "Port " + port + " on " + host
                                                + " is taken; choose another with --port or --management-port.",
                                        failure)
                                : failure))
                .mapEmpty();
    }

    /** One event loop's share of a server. */
    private final class Listener extends VerticleBase {
        private final Router router;
        private final String host;
        private final int port;

        Listener(Router router, String host, int port) {
            this.router = router;
            this.host = host;
            this.port = port;
        }

        @Override
        public Future<?> start() {
            HttpServer server = vertx.createHttpServer(serverOptions()).requestHandler(router);
            return server.listen(port, host).onSuccess(bound -> {
                servers.add(bound);
                ports.put(router, bound.actualPort());
            });
        }
    }

    private static HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(MAX_REQUEST_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setMaxFormAttributeSize(MAX_FORM_BYTES)
                .setMaxFormFields(MAX_FORM_FIELDS)
                .setMaxFormBufferedBytes(MAX_FORM_BYTES)
                .setIdleTimeout(60)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setCompressionSupported(false);
    }

    /** What time brings about: reports that nobody opened move on, old sessions go. Any node may do it. */
    private void keepTime() {
        vertx.setPeriodic(FIRST_ROUND_MILLIS, ROUND_MILLIS, timer -> {
            escalation.run().onFailure(Application::roundFailed);
            sessions.purge().onFailure(Application::roundFailed);
            invitations.purge().onFailure(Application::roundFailed);
            passkeyChallenges.purge().onFailure(Application::roundFailed);
        });
    }

    private static void roundFailed(Throwable failure) {
        LOG.error("A round of escalation failed: {}", failure.getClass().getName());
    }

    /** Stops taking work, lets what is under way finish, then closes. */
    Future<Void> stop() {
        accepting.set(false);
        List<Future<Void>> closing = servers.stream()
                .map(server -> server.shutdown(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS))
                .toList();
        return Future.join(closing).mapEmpty();
    }

    String address() {
        return address(pages, settings.host());
    }

    String managementAddress() {
        return address(management, settings.managementHost());
    }

    List<String> demoSignIns() {
        if (!settings.demo()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("Demo sign-ins (one-time codes of this moment: " + address() + "/demo):");
        DemoBoard.signIns()
                .forEach(card -> lines.add(
                        "  %-8s  passphrase: %-30s  %s".formatted(card.login(), card.passphrase(), card.roles())));
        return lines;
    }

    private String address(Router router, String host) {
        return "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":"
                + Optional.ofNullable(ports.get(router)).orElse(0);
    }
}
