package nl.wegwijzer.server;

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
import nl.wegwijzer.account.RelyingParty;
import nl.wegwijzer.account.StaffPages;
import nl.wegwijzer.chat.ReporterFailures;
import nl.wegwijzer.chat.ReporterPages;
import nl.wegwijzer.page.FailurePages;
import nl.wegwijzer.page.Renderer;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.reading.ReportReader;
import nl.wegwijzer.school.SchoolDirectory;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;

/** The features put together and served. Start reading here to see what there is. */
final class Application {
    private final Vertx vertx;
    private final Settings settings;
    private final AtomicBoolean accepting = new AtomicBoolean();
    private final Listeners listeners;
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
            Clock clock,
            Limits limits) {
        this.vertx = vertx;
        this.settings = settings;
        this.listeners = new Listeners(vertx);
        int cores = Runtime.getRuntime().availableProcessors();
        SlowWork receiptKeys = new SlowWork(vertx, "receipt-keys", Math.max(2, cores), limits.slowWaiting());
        // officials have threads of their own: a crowd that signs in never stalls a report
        SlowWork passphraseKeys = new SlowWork(vertx, "passphrase-keys", Math.max(1, cores / 2), limits.slowWaiting());
        Renderer renderer = new JteRenderer();
        FormSeal formSeal = secrets.formSeal(clock);
        ReporterPages reporterPages = new ReporterPages(renderer, files);
        StaffPages staffPages = new StaffPages(renderer, files, StaffTexts.dutch());

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
        OfficialSide officialSide =
                new OfficialSide(vertx, database, secrets, formSeal, staffPages, passphraseKeys, clock);
        officialSide.mount(officials, this::relyingParty, this::schoolPages);
        this.demo = new DemoBoard(database, officialSide.administration());
        this.rounds = officialSide.rounds();
        new ReporterSide(
                        vertx,
                        database,
                        new SchoolDirectory(database, files::path, clock),
                        secrets,
                        formSeal,
                        reporterPages,
                        receiptKeys,
                        clock)
                .mount(
                        reporters,
                        reader,
                        limits.crowd(),
                        settings.dataDirectory().resolve("uploads"),
                        staffLink());

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
