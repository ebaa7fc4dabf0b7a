package nl.wegwijzer.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.wegwijzer.account.Totp;
import nl.wegwijzer.page.StaffTexts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Passkeys in a real browser, with a device that Chromium plays itself. */
class PasskeyBrowserIT {
    private static final StaffTexts TEXTS = StaffTexts.dutch();
    private static Chromium chromium;

    private final TestNode node = TestNode.shared();
    /** Browsers make no passkeys for a bare IP address, but do for this machine's own name. */
    private final String site = node.address().replace("127.0.0.1", "localhost");

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void anOfficialAddsAPasskeyAndSignsInWithIt() {
        try (BrowserContext phone = chromium.phone(true)) {
            Page page = listened(phone);
            Device device = new Device(page);
            signInWithCode(page, "tineke");
            addPasskey(page, "tineke", "Mijn telefoon");
            assertThat(page.locator("[role=status]")).hasText(TEXTS.of("account.done.passkey"));
            assertThat(page.locator(".team-name", new Page.LocatorOptions().setHasText("Mijn telefoon")))
                    .isVisible();
            check(page);

            page.navigate(site + "/medewerker/account");
            askForPasskey(page, "tineke", "Nog een keer");
            press(page, "passkey.go");
            assertThat(problem(page)).hasText(TEXTS.of("passkey.problem.known"));
            check(page);

            phone.clearCookies();
            begin(page, "tineke");
            check(page);
            press(page, "step.go");
            page.waitForURL(site + "/medewerker");

            phone.clearCookies();
            begin(page, "tineke");
            device.recognises(false);
            press(page, "step.go");
            assertThat(problem(page)).hasText(TEXTS.of("step.problem.stopped"));
            check(page);
            device.recognises(true);
            press(page, "step.go");
            page.waitForURL(site + "/medewerker");

            phone.clearCookies();
            device.answersByItself(false);
            page.clock().install();
            begin(page, "tineke");
            press(page, "step.go");
            page.clock().fastForward("03:00");
            assertThat(problem(page)).hasText(TEXTS.of("step.problem.late"));
            device.answersByItself(true);

            device.forgets();
            begin(page, "tineke");
            press(page, "step.go");
            assertThat(problem(page)).hasText(TEXTS.of("step.problem.stopped"));
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void whereNoPasskeyCanWorkNoneIsOffered() {
        try (BrowserContext phone = chromium.phone(true)) {
            Page page = listened(phone);
            page.navigate(node.address() + "/medewerker/aanmelden");
            assertThat(page.getByText(TEXTS.of("signin.passkey"))).isHidden();
            page.navigate(site + "/medewerker/aanmelden");
            assertThat(page.getByText(TEXTS.of("signin.passkey"))).isVisible();
            check(page);
        }
        try (BrowserContext phone = chromium.phone(false)) {
            Page page = listened(phone);
            page.navigate(site + "/medewerker/aanmelden");
            assertThat(page.getByText(TEXTS.of("signin.passkey"))).isHidden();
            assertThat(page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName(TEXTS.of("signin.go"))
                                    .setExact(true)))
                    .isVisible();
        }
    }

    /** The phone's own lock, with whatever passkeys it holds. */
    private static final class Device {
        private final CDPSession session;
        private final JsonObject id = new JsonObject();

        Device(Page page) {
            session = page.context().newCDPSession(page);
            session.send("WebAuthn.enable");
            JsonObject options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", "internal");
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            JsonObject arguments = new JsonObject();
            arguments.add("options", options);
            id.addProperty(
                    "authenticatorId",
                    session.send("WebAuthn.addVirtualAuthenticator", arguments)
                            .get("authenticatorId")
                            .getAsString());
        }

        void recognises(boolean owner) {
            JsonObject arguments = id.deepCopy();
            arguments.addProperty("isUserVerified", owner);
            session.send("WebAuthn.setUserVerified", arguments);
        }

        void answersByItself(boolean answers) {
            JsonObject arguments = id.deepCopy();
            arguments.addProperty("enabled", answers);
            session.send("WebAuthn.setAutomaticPresenceSimulation", arguments);
        }

        void forgets() {
            session.send("WebAuthn.clearCredentials", id);
        }
    }

    private Page listened(BrowserContext context) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // the browser itself reports pages with a status of 400 or more
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private void signInWithCode(Page page, String login) {
        DemoBoard.SignInCard card = card(login);
        for (int attempt = 0; attempt < 3; attempt++) {
            page.navigate(site + "/medewerker/aanmelden");
            page.locator("[name=naam]").fill(login);
            page.locator("[name=wachtzin]").fill(card.passphrase());
            page.locator("[name=code]")
                    .fill(Totp.codeAt(
                            card.totpSecret(), Clock.systemUTC().instant().plusSeconds(attempt * 15L)));
            press(page, "signin.go");
            page.waitForLoadState();
            if (!page.url().endsWith("/aanmelden")) {
                return;
            }
        }
        throw new AssertionError(
                login + " can't sign in: " + page.locator("body").innerText());
    }

    private void addPasskey(Page page, String login, String name) {
        page.navigate(site + "/medewerker/account");
        check(page);
        askForPasskey(page, login, name);
        check(page);
        press(page, "passkey.go");
        page.waitForURL(site + "/medewerker/account?gedaan=passkey");
    }

    private static void askForPasskey(Page page, String login, String name) {
        page.locator("#passkey-naam").fill(name);
        page.locator("#passkey-zin").fill(card(login).passphrase());
        press(page, "account.passkey.go");
        page.waitForURL("**/account/passkey");
    }

    private void begin(Page page, String login) {
        page.navigate(site + "/medewerker/aanmelden");
        page.locator("[name=naam]").fill(login);
        page.locator("[name=wachtzin]").fill(card(login).passphrase());
        press(page, "signin.passkey");
        page.waitForURL("**/aanmelden/passkey");
    }

    private static void press(Page page, String key) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(TEXTS.of(key)).setExact(true))
                .click();
    }

    private static Locator problem(Page page) {
        return page.locator("[data-passkey-problem]:visible");
    }

    private static DemoBoard.SignInCard card(String login) {
        return DemoBoard.signIns().stream()
                .filter(candidate -> candidate.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    private static void check(Page page) {
        List<String> violations = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(checked -> checked.getHtml())
                                        .toList())
                        .toList();
        assertThat(violations).as(page.url()).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("no sideways scrolling on " + page.url())
                .isLessThanOrEqualTo(360);
    }
}
