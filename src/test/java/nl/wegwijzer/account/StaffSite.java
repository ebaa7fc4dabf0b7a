package nl.wegwijzer.account;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.school.Sector;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.seal.Randomness;
import nl.wegwijzer.server.TestDatabase;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;

/** The officials' side on a real database and a real port, with a clock that the test moves. */
public final class StaffSite implements AutoCloseable {
    public static final String PASSPHRASE = "fietsen langs de vaart";

    /** Where passkeys belong. */
    public static final RelyingParty PLACE = new RelyingParty("melden.example", "https://melden.example");

    public final Vertx vertx = Vertx.vertx();
    public final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T09:00:00Z"));
    final Statements statements = new Statements();
    public final Database database =
            new Database(statements.of(TestDatabase.shared().pool(vertx)));
    public final SlowWork slowWork = new SlowWork(vertx, "slow", 2, 64);
    public final Audit audit = new Audit(clock);
    public final Sessions sessions = new Sessions(database, clock);
    public final FormSeal seal = new FormSeal(Map.of(1, Randomness.bytes(32)), 1, clock);
    public final Invitations invitations = new Invitations(database, slowWork, seal, sessions, audit, clock);
    public final Administration administration = new Administration(database, slowWork, invitations, audit);
    final PasskeyChallenges challenges = new PasskeyChallenges(database, clock);
    public final StaffPages pages;
    public final SignedIn signedIn;
    public final Router router = Router.router(vertx);
    private int port;

    public StaffSite() {
        TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
        pages = new StaffPages(
                (template, values) -> {
                    StringOutput html = new StringOutput();
                    templates.render(template, values, html);
                    return html.toString();
                },
                name -> "/s/" + name,
                StaffTexts.dutch());
        signedIn = new SignedIn(sessions, pages);
        Gate gate = new Gate(vertx, clock, () -> new byte[32]);
        SignIn signIn = new SignIn(gate, database, slowWork, sessions, audit, clock, () -> new byte[32]);
        OwnAccount account = new OwnAccount(gate, database, slowWork, sessions, audit);
        Recovery recovery = new Recovery(gate, database, slowWork, seal, sessions, audit, clock, () -> new byte[32]);
        Passkeys passkeys = new Passkeys(database, audit, clock);
        new AccountRoutes(
                        gate,
                        signIn,
                        new PasskeySignIn(
                                gate,
                                database,
                                slowWork,
                                signIn,
                                passkeys,
                                challenges,
                                audit,
                                () -> PLACE,
                                () -> new byte[32]),
                        invitations,
                        recovery,
                        account,
                        new PasskeyEnrolment(account, database, slowWork, passkeys, challenges, () -> PLACE),
                        sessions,
                        signedIn,
                        pages,
                        clock)
                .mount(router);
        router.route().failureHandler(context -> {
            if (context.failure() != null) {
                context.failure().printStackTrace();
            }
            pages.send(context, context.statusCode() < 400 ? 500 : context.statusCode());
        });
    }

    /** Someone with an account. */
    public record Person(UUID id, String login, byte[] totpSecret) {}

    public StaffSite start() {
        port = await(vertx.createHttpServer(new HttpServerOptions().setMaxFormAttributeSize(1 << 20))
                        .requestHandler(router)
                        .listen(0, "127.0.0.1"))
                .actualPort();
        return this;
    }

    public UUID board() {
        return await(administration.createBoard("Stichting " + UUID.randomUUID()));
    }

    /** Address of the pages, without a slash at the end. */
    String address() {
        return "http://127.0.0.1:" + port;
    }

    public String school(UUID board) {
        String slug = "school-" + UUID.randomUUID();
        await(administration.createSchool(new NewSchool(board, slug, "De Proefschool", "Ergens", Sector.VO, "")));
        return slug;
    }

    /** Makes someone with an open account in this role at these schools. */
    public Person person(UUID board, String name, OfficialRole role, String... schools) {
        return person(board, name, false, role, schools);
    }

    public Person administrator(UUID board, String name) {
        return person(board, name, true, OfficialRole.CONTACTPERSOON);
    }

    private Person person(UUID board, String name, boolean administrator, OfficialRole role, String... schools) {
        String login = "p" + UUID.randomUUID();
        List<NewOfficial.Post> posts = List.of(schools).stream()
                .map(school -> new NewOfficial.Post(school, role))
                .toList();
        UUID id = await(administration.createOfficial(
                        new NewOfficial(board, login, name, "", "", posts, administrator)))
                .official();
        byte[] secret = Totp.newSecret();
        await(administration.enroll(id, PASSPHRASE, secret));
        return new Person(id, login, secret);
    }

    public Browser browser() {
        return new Browser(address());
    }

    /** Signs in; the clock moves one code further first, since no code works twice. */
    public Browser signIn(Person person) {
        Browser browser = browser();
        clock.advance(Duration.ofSeconds(30));
        Browser.Page page = attempt(browser, person, PASSPHRASE, Totp.codeAt(person.totpSecret(), clock.instant()));
        if (page.status() != 303) {
            throw new AssertionError("not signed in: " + page.status() + " " + page.body());
        }
        return browser;
    }

    /** Signs in and returns the session as the handlers see it. */
    public Session session(Person person) {
        String cookie = signIn(person).cookies().get(StaffCookies.SESSION);
        return await(sessions.find(SessionSecret.ofCookie(cookie).orElseThrow()))
                .orElseThrow();
    }

    public Browser.Page attempt(Browser browser, Person person, String passphrase, String code) {
        return browser.post(
                "/medewerker/aanmelden", Map.of("naam", person.login(), "wachtzin", passphrase, "code", code));
    }

    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AdministrationException refused) {
                throw refused;
            }
            throw new AssertionError(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
