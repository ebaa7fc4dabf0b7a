package nl.wegwijzer.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.account.MovableClock;
import nl.wegwijzer.crowd.CrowdLimits;
import nl.wegwijzer.crowd.Pace;
import nl.wegwijzer.crowd.Solver;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A school that is busier than its node likes: everybody gets through, and nothing that was told gets lost. */
class CrowdIT {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Pace FREE = new Pace(10_000, Duration.ofMillis(1));
    private static final String SCHOOL = "het-kompas";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MOST_TURNS = 30;

    private final MovableClock clock = new MovableClock(Instant.now());
    private Path data;
    private Node node;

    @BeforeEach
    void folder() throws IOException {
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "crowd-");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    /** A node where pages may take this many turns and schools this many reports a day. */
    private void start(Pace pageTurns, Pace schoolTurns, Pace schoolReports) {
        CrowdLimits crowd =
                new CrowdLimits(pageTurns, schoolTurns, FREE, FREE, schoolReports, FREE, new Pace(1, DAY), 9);
        node = Node.start(TestNode.settings(data), clock, Limits.standard().with(crowd));
    }

    private Reporter reporter(String school) {
        return new Reporter(node.address(), school);
    }

    private static Element waiting(Browser browser) {
        Element form = browser.page().select("form[data-raadsel]").first();
        assertThat(form).as(browser.title()).isNotNull();
        return form;
    }

    private static String solution(Element form) {
        return Solver.solve(
                form.attr("data-raadsel"),
                Integer.parseInt(form.attr("data-delen")),
                Integer.parseInt(form.attr("data-nullen")));
    }

    @Test
    void atABusySchoolAReportWaitsInThePageAndThenGoes() {
        start(FREE, FREE, new Pace(1, DAY));
        reporter(SCHOOL).sends();

        Browser browser = reporter(SCHOOL).until("controle").browser().press("versturen");

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.code()).isEmpty();
        assertThat(browser.text()).contains("Nog niet verstuurd");
        String token = waiting(browser).select("[name=bewijs]").val();

        browser.press("versturen");
        assertThat(waiting(browser).select("[name=bewijs]").val())
                .as("too early, and not from the start again")
                .isEqualTo(token);

        clock.advance(Duration.ofSeconds(15));
        assertThat(browser.press("versturen").code()).isNotEmpty();
        assertThat(reporter("de-regenboog").sends()).as("another school").isNotEmpty();
    }

    @Test
    void aSolvedPuzzleGoesAtOnceAndHoldsForOneReport() {
        start(FREE, FREE, new Pace(1, DAY));
        reporter(SCHOOL).sends();
        Browser browser = reporter(SCHOOL).until("controle").browser();
        Browser other = reporter(SCHOOL).until("controle").browser();
        String otherConversation = other.hidden("gesprek");
        Element form = waiting(browser.press("versturen"));
        String token = form.select("[name=bewijs]").val();
        String solution = solution(form);

        browser.press("versturen", Map.of("opgelost", solution));
        other.post(
                "/" + SCHOOL + "/gesprek",
                List.of(
                        Map.entry("gesprek", otherConversation),
                        Map.entry("antwoord", "versturen"),
                        Map.entry("bewijs", token),
                        Map.entry("opgelost", solution)));

        assertThat(browser.code()).isNotEmpty();
        assertThat(other.code()).isEmpty();
        waiting(other);
    }

    @Test
    void aPageThatHurriesKeepsItsTextAndTheNextPhoneOnTheSameNetworkGoesOn() {
        start(new Pace(8, DAY), FREE, FREE);
        Browser hasty = reporter(SCHOOL).until("verhaal").browser();
        String conversation = hasty.hidden("gesprek");
        List<Map.Entry<String, String>> turn = List.of(
                Map.entry("gesprek", conversation),
                Map.entry("antwoord", "verder"),
                Map.entry("antwoord", "en-meer"),
                Map.entry("tekst", "bewaarditook"));
        while (hasty.status() == 200) {
            hasty.post("/" + SCHOOL + "/gesprek", turn);
        }

        assertThat(hasty.status()).isEqualTo(TOO_MANY_REQUESTS);
        assertThat(hasty.header("Retry-After")).isNotEmpty();
        assertThat(hasty.page().select("textarea[name=tekst]").text()).isEqualTo("bewaarditook");
        assertThat(hasty.hidden("gesprek")).isEqualTo(conversation);
        assertThat(hasty.page().select("[name=antwoord]").eachAttr("value")).containsExactly("verder", "en-meer");
        assertThat(reporter(SCHOOL).until("verhaal").browser().status()).isEqualTo(200);

        clock.advance(DAY);
        assertThat(hasty.submitTo("/" + SCHOOL + "/gesprek", Map.of()).question())
                .isNotEmpty();
    }

    @Test
    void atAFullSchoolATurnIsAnsweredALittleLater() {
        start(FREE, new Pace(1, DAY), FREE);

        Browser browser = reporter(SCHOOL).answer().press("terug");

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.question()).isNotEmpty();
    }

    @Test
    void aSecondMessageInNoTimeWaitsWithItsText() {
        start(FREE, FREE, FREE);
        String code = reporter(SCHOOL).sends();
        Browser browser = new Browser(node.address()).open("/" + SCHOOL + "/terug");
        browser.submitTo("/" + SCHOOL + "/terug", Map.of("code", code));
        browser.submitTo("/" + SCHOOL + "/terug", Map.of("tekst", "eerstebericht"));
        assertThat(browser.status()).isEqualTo(200);

        browser.submitTo("/" + SCHOOL + "/terug", Map.of("tekst", "tweedebericht"));

        assertThat(browser.status()).isEqualTo(TOO_MANY_REQUESTS);
        assertThat(browser.page().select("textarea[name=tekst]").text()).isEqualTo("tweedebericht");

        clock.advance(DAY);
        browser.submitTo("/" + SCHOOL + "/terug", Map.of());
        assertThat(browser.text()).as("the page was open for a day").contains("Deze pagina stond lang open");
        assertThat(browser.page().select("textarea[name=tekst]").text()).isEqualTo("tweedebericht");
    }

    @Test
    void withScriptAPhoneMakesTheEffortByItself() {
        start(FREE, FREE, new Pace(1, DAY));
        reporter(SCHOOL).sends();
        try (Chromium chromium = new Chromium();
                BrowserContext phone = chromium.phone(true)) {
            Page page = phone.newPage();
            walk(page);

            assertThat(page.locator("[data-code]")).isVisible();
            page.reload();
            assertThat(page.locator("[data-code]")).isVisible();
        }
    }

    @Test
    void withoutScriptAButtonAppearsWhenItIsTime() {
        start(FREE, FREE, new Pace(1, DAY));
        reporter(SCHOOL).sends();
        try (Chromium chromium = new Chromium();
                BrowserContext phone = chromium.phone(false)) {
            Page page = phone.newPage();
            walk(page);
            Locator send = page.locator("form[data-raadsel] button");

            assertThat(page.locator("h1")).hasText("Nog niet verstuurd");
            assertThat(send).isHidden();

            page.evaluate("document.getAnimations().forEach(animation => animation.finish())");
            clock.advance(Duration.ofSeconds(15));
            send.click();
            assertThat(page.locator("[data-code]")).isVisible();
        }
    }

    /** Answers the first choice until the report is sent, waits, or needs more than that. */
    private void walk(Page page) {
        page.navigate(node.address() + "/" + SCHOOL);
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Locator form = page.locator("form[data-vraag]");
            form.or(page.locator("form[data-raadsel], [data-code]")).first().waitFor();
            if (form.count() == 0) {
                return;
            }
            String question = form.getAttribute("data-vraag");
            String wanted =
                    switch (question) {
                        case "wie", "wie_doet_dit" -> "[value=leerling]";
                        case "soort" -> "[value=pesten]";
                        case "naam" -> "[value=anoniem]";
                        case "controle" -> "[value=versturen]";
                        default -> "";
                    };
            if (question.equals("verhaal")) {
                page.locator("textarea[name=tekst]").fill("Ze lachen me elke dag uit op het plein.");
                wanted = "[value=verder]";
            }
            form.locator("button[name=antwoord]" + wanted
                            + ":not([aria-hidden]):not([value=terug]):not([value=stop]):not([value^=taal])")
                    .first()
                    .click();
            page.locator("form[data-vraag=" + question + "]")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
        throw new AssertionError("never sent");
    }
}
