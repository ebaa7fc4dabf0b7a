package nl.wegwijzer.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.wegwijzer.account.Totp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way in a real browser on a phone's screen: pupil, official, pupil. */
class BrowserIT {
    private static final int MOST_TURNS = 30;

    private static Chromium chromium;
    private final TestNode node = TestNode.shared();

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest(name = "script: {0}")
    @ValueSource(booleans = {true, false})
    void aPupilTellsAnOfficialAnswersAndThePupilReadsIt(boolean script) {
        String marker = "browser" + (script ? "met" : "zonder");
        String code;
        try (BrowserContext phone = chromium.phone(script)) {
            Page page = phone.newPage();
            List<String> complaints = listenForComplaints(page);
            page.navigate(node.address() + "/het-kompas");
            code = tell(page, marker + " ze schelden me elke dag uit in de klas en ze verstoppen mijn tas", script);
            assertThat(complaints).isEmpty();
        }
        try (BrowserContext desk = chromium.phone(script)) {
            Page page = desk.newPage();
            signIn(page, "sem");
            reply(page, marker, script);
        }
        try (BrowserContext phone = chromium.phone(script)) {
            Page page = phone.newPage();
            page.navigate(node.address() + "/het-kompas/terug");
            check(page, script);
            page.locator("[name=code]").fill(code);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open"))
                    .click();
            assertThat(page.locator("body")).containsText("antwoord op " + marker);
            check(page, script);
        }
    }

    @Test
    void aRefreshInTheMiddleKeepsTheConversationAndWhatWasBeingTyped() {
        try (BrowserContext phone = chromium.phone(true)) {
            Page page = phone.newPage();
            page.navigate(node.address() + "/het-kompas");
            until(page, "verhaal");
            page.locator("textarea[name=tekst]").fill("halverwege mijn zin");
            page.waitForTimeout(1_500);

            page.reload();

            assertThat(page.locator("form[data-vraag=verhaal]")).isVisible();
            assertThat(page.locator("textarea[name=tekst]")).hasValue("halverwege mijn zin");
        }
    }

    @Test
    void theFirstQuestionWithItsAnswersStandsOnTheFirstScreen() {
        try (BrowserContext phone = chromium.phone(true)) {
            Page page = phone.newPage();
            page.navigate(node.address() + "/het-kompas");

            assertThat(page.locator("form[data-vraag=wie] button[value=personeel]"))
                    .isInViewport();
            assertThat(page.locator(".bubble a[href='tel:112']")).isInViewport();
        }
    }

    @Test
    void theLanguageLinkStaysAfterGoingBackAndARefreshKeepsTheLanguage() {
        try (BrowserContext phone = chromium.phone(true)) {
            Page page = phone.newPage();
            page.navigate(node.address() + "/het-kompas");
            until(page, "verhaal");
            page.locator("form[data-vraag] button[value=terug]").click();
            assertThat(page.locator("form[data-vraag=over_wie]")).isVisible();

            page.locator(".bar [data-language]").click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            page.reload();

            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("[data-exit]")).hasText("Leave now");
            assertThat(page.locator("form[data-vraag=over_wie]")).isVisible();
        }
    }

    @Test
    void whoTellsInEnglishIsAnsweredInEnglishOnAWholeEnglishPage() {
        try (BrowserContext phone = chromium.phone(true)) {
            Page page = phone.newPage();
            page.navigate(node.address() + "/het-kompas");
            until(page, "verhaal");
            answer(page, "verhaal", "a boy in my class calls me names every day and nobody helps me", true);

            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("form[data-vraag=veilig]")).isVisible();
        }
    }

    @Test
    void withoutScriptTheNumberStandsBeforeTheAnswersAndTheCardsBehindThem() {
        try (BrowserContext phone = chromium.phone(false)) {
            Page page = phone.newPage();
            page.navigate(node.address() + "/het-kompas");
            until(page, "verhaal");
            answer(page, "verhaal", "ik wil niet meer leven", false);

            assertThat(page.locator(".shortly a[href='tel:113']")).isInViewport();
            assertThat(page.locator("form[data-vraag=veilig] button[value=ja]")).isInViewport();
            double answers = page.locator("form[data-vraag=veilig]").boundingBox().y;
            assertThat(page.locator("#hulp").boundingBox().y).isGreaterThan(answers);
        }
    }

    @Test
    void withoutScriptTheCodeCanBeSeenAgainFromTheReturnPage() {
        try (BrowserContext phone = chromium.phone(false)) {
            Page page = phone.newPage();
            page.navigate(node.address() + "/het-kompas");
            String code = tell(page, "codeopnieuw ze schelden me elke dag uit in de klas", false);

            page.locator("button:has-text('Verder met je code')").click();
            assertThat(page.locator("body")).containsText("niet de terugknop van je browser");
            page.locator("button:has-text('Laat mijn code zien')").click();

            assertThat(page.locator("[data-code]")).hasText(code);
        }
    }

    @Test
    void escapeThreeTimesLeavesAtOnce() {
        try (BrowserContext phone = chromium.phone(true)) {
            Page page = phone.newPage();
            List<String> asked = new ArrayList<>();
            page.route("https://**", route -> {
                asked.add(route.request().url());
                route.abort();
            });
            page.navigate(node.address() + "/het-kompas");
            page.locator("form[data-vraag]").waitFor();
            page.onRequest(request -> asked.add(request.url()));

            for (int i = 0; i < 3; i++) {
                page.keyboard().press("Escape");
            }
            page.waitForTimeout(1_000);

            assertThat(asked).anyMatch(url -> url.contains("/snel/weg"));
        }
    }

    @Test
    void nothingIsKeptInTheBrowserAndNoOtherSiteIsAsked() {
        try (BrowserContext phone = chromium.phone(true)) {
            Page page = phone.newPage();
            List<String> requests = new ArrayList<>();
            page.onRequest(request -> requests.add(request.url()));
            page.navigate(node.address() + "/het-kompas");
            until(page, "verhaal");

            assertThat(phone.cookies()).isEmpty();
            assertThat((Integer) page.evaluate("localStorage.length + sessionStorage.length"))
                    .isZero();
            assertThat(requests).isNotEmpty().allMatch(url -> url.startsWith(node.address()));
        }
    }

    private String tell(Page page, String story, boolean script) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            page.locator("form[data-vraag], [data-code]").first().waitFor();
            check(page, script);
            if (page.locator("[data-code]").count() > 0) {
                return page.locator("[data-code]").textContent().strip();
            }
            String question = page.locator("form[data-vraag]").getAttribute("data-vraag");
            answer(page, question, story, script);
        }
        throw new AssertionError("no code");
    }

    private void answer(Page page, String question, String story, boolean script) {
        String wanted =
                switch (question) {
                    case "wie", "wie_doet_dit" -> "leerling";
                    case "soort" -> "pesten";
                    case "naam" -> "anoniem";
                    case "controle" -> "versturen";
                    default -> "";
                };
        if (question.equals("verhaal")) {
            page.locator("textarea[name=tekst]").fill(story);
            wanted = "verder";
        }
        Locator choices = wanted.isEmpty()
                ? page.locator(
                        "form[data-vraag] button[name=antwoord]:not([aria-hidden]):not([value=terug]):not([value=stop]):not([value^=taal])")
                : page.locator("form[data-vraag] button[name=antwoord][value=" + wanted + "]:not([aria-hidden])");
        choices.first().click();
        if (script && !question.equals("controle")) {
            page.waitForFunction(
                    "question => !document.querySelector('form[data-vraag=\"' + question + '\"]')"
                            + " && !document.querySelector('.waiting')",
                    question);
        }
    }

    private void until(Page page, String wanted) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            page.locator("form[data-vraag]").waitFor();
            String question = page.locator("form[data-vraag]").getAttribute("data-vraag");
            if (question.equals(wanted)) {
                return;
            }
            answer(page, question, "", true);
        }
        throw new AssertionError("never asked " + wanted);
    }

    private void signIn(Page page, String login) {
        DemoBoard.SignInCard card = DemoBoard.signIns().stream()
                .filter(candidate -> candidate.login().equals(login))
                .findFirst()
                .orElseThrow();
        for (int attempt = 0; attempt < 3; attempt++) {
            page.navigate(node.address() + "/medewerker/aanmelden");
            page.locator("[name=naam]").fill(login);
            page.locator("[name=wachtzin]").fill(card.passphrase());
            page.locator("[name=code]")
                    .fill(Totp.codeAt(
                            card.totpSecret(), Clock.systemUTC().instant().plusSeconds(attempt * 15L)));
            page.locator("button:has-text('Aanmelden')").first().click();
            page.waitForLoadState();
            if (!page.url().endsWith("/aanmelden")) {
                return;
            }
        }
        throw new AssertionError(
                login + " can't sign in: " + page.locator("body").innerText());
    }

    private void reply(Page page, String marker, boolean script) {
        check(page, script);
        List<String> cases = page.locator("a[href^='/medewerker/melding/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
        for (String path : cases) {
            page.navigate(node.address() + path);
            if (page.locator("body").innerText().contains(marker)) {
                check(page, script);
                page.locator("textarea[name=tekst]").fill("Goed dat je dit vertelt, antwoord op " + marker);
                page.locator("form[action$='/antwoord'] button").first().click();
                assertThat(page.locator("body")).containsText("antwoord op " + marker);
                return;
            }
        }
        throw new AssertionError("no case about " + marker);
    }

    /** With script axe looks at the page; without, its roles and names are looked at: axe itself needs script. */
    private static void check(Page page, boolean script) {
        if (script) {
            List<String> violations = new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .map(BrowserIT::described)
                            .toList();
            assertThat(violations).as(page.url()).isEmpty();
        } else {
            String roles = page.locator("body").ariaSnapshot();
            if (!page.url().contains("/medewerker")) {
                assertThat(roles).contains("Snel weg");
            }
            assertThat(roles).containsPattern(Pattern.compile("heading|log|textbox|button"));
        }
        assertThat((Integer) (script ? page.evaluate("document.documentElement.scrollWidth") : Integer.valueOf(360)))
                .as("no sideways scrolling on " + page.url())
                .isLessThanOrEqualTo(360);
    }

    private static String described(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(checked -> checked.getHtml()).toList();
    }

    private static List<String> listenForComplaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }
}
