package nl.wegwijzer.account;

import static nl.wegwijzer.account.StaffSite.PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import nl.wegwijzer.account.Browser.Page;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.routing.OfficialRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInIT {
    private static StaffSite site;
    private static final String WRONG = StaffTexts.dutch().of("signin.wrong");
    private Person sanne;

    @BeforeAll
    static void open() {
        site = new StaffSite();
        site.router.get("/medewerker").handler(site.signedIn).handler(context -> context.end("binnen"));
        site.start();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void someone() {
        UUID board = site.board();
        sanne = site.person(board, "Sanne Bakker", OfficialRole.CONTACTPERSOON, site.school(board));
    }

    @Test
    void letsTheRightPersonInWithACookieThatScriptsAndOtherHostsCantHave() {
        Browser browser = site.browser();
        Page page = site.attempt(browser, sanne, PASSPHRASE, code());

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo("/medewerker");
        assertThat(page.setCookies().get("__Host-wegwijzer"))
                .contains("Path=/", "Secure", "HTTPOnly", "SameSite=Strict")
                .doesNotContain("Domain", "Max-Age", "Expires");
        assertThat(browser.get("/medewerker").body()).isEqualTo("binnen");
    }

    @Test
    void saysTheSameWhateverIsWrong() {
        Page passphrase = site.attempt(site.browser(), sanne, "een heel andere zin", code());
        Page code = site.attempt(site.browser(), sanne, PASSPHRASE, "000000");
        Person nobody = new Person(UUID.randomUUID(), "n" + UUID.randomUUID(), sanne.totpSecret());
        Page login = site.attempt(site.browser(), nobody, PASSPHRASE, code());

        for (Page page : new Page[] {passphrase, code, login}) {
            assertThat(page.status()).isEqualTo(401);
            assertThat(page.body()).contains(WRONG);
            assertThat(page.setCookies()).isEmpty();
        }
        assertThat(passphrase.body()).isEqualTo(code.body());
        assertThat(login.body().replace(nobody.login(), sanne.login())).isEqualTo(code.body());
    }

    @Test
    void refusesACodeThatWasUsed() {
        String code = code();
        assertThat(site.attempt(site.browser(), sanne, PASSPHRASE, code).status())
                .isEqualTo(303);

        assertThat(site.attempt(site.browser(), sanne, PASSPHRASE, code).status())
                .isEqualTo(401);
    }

    @Test
    void refusesAFormFromAnotherSite() {
        Page page = site.attempt(site.browser().onAnotherSite(), sanne, PASSPHRASE, code());

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.setCookies()).isEmpty();
    }

    @Test
    void sendsStrangersToTheSignInPage() {
        Page page = site.browser().get("/medewerker");

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo("/medewerker/aanmelden");
        assertThat(page.body()).isNullOrEmpty();
    }

    @Test
    void signsOutOnTheServerToo() {
        Browser browser = site.signIn(sanne);
        Map<String, String> kept = Map.copyOf(browser.cookies());
        String token = Tokens.formToken(browser);

        assertThat(browser.post("/medewerker/afmelden", Map.of("bewijs", token)).status())
                .isEqualTo(200);

        browser.cookies().putAll(kept);
        assertThat(browser.get("/medewerker").status()).isEqualTo(303);
    }

    @Test
    void signsOutEverywhere() {
        Browser phone = site.signIn(sanne);
        Browser desk = site.signIn(sanne);

        desk.post("/medewerker/afmelden", Map.of("bewijs", Tokens.formToken(desk), "overal", "ja"));

        assertThat(phone.get("/medewerker").status()).isEqualTo(303);
    }

    @Test
    void refusesAWrongFormToken() {
        Browser browser = site.signIn(sanne);

        assertThat(browser.post("/medewerker/afmelden", Map.of("bewijs", "x")).status())
                .isEqualTo(403);
        assertThat(browser.post("/medewerker/afmelden", Map.of()).status()).isEqualTo(403);
        String other = Tokens.formToken(site.signIn(sanne));
        assertThat(browser.post("/medewerker/afmelden", Map.of("bewijs", other)).status())
                .isEqualTo(403);
        assertThat(browser.get("/medewerker").body()).isEqualTo("binnen");
    }

    @Test
    void endsAnIdleSessionAfterHalfAnHourAndABusyOneAfterTenHours() {
        Browser idle = site.signIn(sanne);
        Browser busy = site.signIn(sanne);
        for (int i = 0; i < 2; i++) {
            site.clock.advance(Duration.ofMinutes(20));
            assertThat(busy.get("/medewerker").status()).isEqualTo(200);
        }
        assertThat(idle.get("/medewerker").status()).isEqualTo(303);
        for (int i = 0; i < 27; i++) {
            site.clock.advance(Duration.ofMinutes(20));
            assertThat(busy.get("/medewerker").status()).isEqualTo(200);
        }
        site.clock.advance(Duration.ofMinutes(21));
        assertThat(busy.get("/medewerker").status()).isEqualTo(303);
    }

    @Test
    void opensNothingWithATamperedCookie() {
        Browser browser = site.browser();
        for (String cookie : new String[] {"", "x", "%00", "A".repeat(43), "A".repeat(5000)}) {
            browser.cookies().put("__Host-wegwijzer", cookie);
            assertThat(browser.get("/medewerker").status()).as(cookie).isEqualTo(303);
        }
    }

    private String code() {
        return Totp.codeAt(sanne.totpSecret(), site.clock.instant());
    }
}
