package nl.wegwijzer.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What whoever gets the phone next finds in the tab: by going back, by a refresh, and in the memory of its history. */
class ForgettingBrowserIT {
    private static final int MOST_TURNS = 30;
    private static final String TYPED = "vergeetmij ze schelden me elke dag uit in de klas en ze verstoppen mijn tas";

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

    @Test
    void afterSnelWegNothingComesBackHoweverFarOneGoesBack() {
        try (BrowserContext phone = chromium.phone(true)) {
            Page page = atAnotherSite(phone);
            page.navigate(node.address() + "/het-kompas");
            until(page, "verhaal");
            tell(page, "verder");
            page.locator("form[data-vraag] button[value=terug]").click();
            assertThat(page.locator("form[data-vraag=verhaal] textarea")).hasValue(TYPED);
            page.locator(".bar [data-language]").click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            page.locator("form[data-vraag=verhaal] textarea").fill(TYPED + " nog meer");
            page.waitForTimeout(1_500);
            assertThat(memory(page)).contains("vergeetmij");

            page.locator("[data-exit]").click();
            assertThat(page.locator("body")).containsText("elders");

            assertNothingComesBack(page);
        }
    }

    @Test
    void stopAndEraseLeavesNothingBehind() {
        try (BrowserContext phone = chromium.phone(true)) {
            Page page = atAnotherSite(phone);
            page.navigate(node.address() + "/het-kompas");
            until(page, "verhaal");
            page.locator("textarea[name=tekst]").fill(TYPED);
            page.waitForTimeout(1_500);
            assertThat(memory(page)).contains("vergeetmij");

            page.locator("form[data-vraag] button[value=stop]").click();

            assertThat(page.locator("h1")).hasText("Alles is gewist");
            assertThat(memory(page)).isEqualTo("null");
            assertThat(page.locator("body")).not().containsText("vergeetmij");
            page.reload();
            assertThat(page.locator("form[data-vraag=wie]")).isVisible();
            assertNothingComesBack(page);
        }
    }

    @Test
    void afterSendingOnlyTheCodeCanBeSeenAgainUntilItWasWrittenDown() {
        try (BrowserContext phone = chromium.phone(true)) {
            Page page = atAnotherSite(phone);
            page.navigate(node.address() + "/het-kompas");
            until(page, "verhaal");
            tell(page, "verder");
            until(page, "controle");
            String sealed = page.locator("input[name=gesprek]").inputValue();
            press(page, "versturen");
            String code = page.locator("[data-code]").textContent();
            assertThat(memory(page)).contains("ontvangst").doesNotContain("gesprek", "vergeetmij", sealed, code);
            assertThat(page.content()).contains("data-sent");

            page.reload();
            assertThat(page.locator("[data-code]")).hasText(code);
            assertThat(page.locator("body")).not().containsText("vergeetmij");
            assertThat(memory(page)).contains("ontvangst").doesNotContain("gesprek");

            page.locator("[data-written]").check();
            assertThat(memory(page)).isEqualTo("null");
            page.reload();
            assertThat(page.locator("form[data-vraag=wie]")).isVisible();
            assertNothingComesBack(page);
        }
    }

    @Test
    void whoGoesToTheirCodeFromAConversationIsAskedFirstAndLeavesNothing() {
        try (BrowserContext phone = chromium.phone(true)) {
            Page page = atAnotherSite(phone);
            page.navigate(node.address() + "/het-kompas");
            until(page, "verhaal");
            tell(page, "verder");

            page.onceDialog(Dialog::dismiss);
            page.locator("[data-leave]").click();
            assertThat(page.locator(".bubbles")).containsText("vergeetmij");
            page.onceDialog(Dialog::accept);
            page.locator("[data-leave]").click();

            assertThat(page.locator("textarea[name=code]")).isVisible();
            assertNothingComesBack(page);
        }
    }

    private static void assertNothingComesBack(Page page) {
        int back = (Integer) page.evaluate("history.length");
        for (int step = 0; step < back; step++) {
            page.goBack();
            if (page.url().startsWith("http")) {
                page.locator("body").waitFor();
                page.waitForTimeout(500);
                assertThat(page.locator("body").innerText()).as(page.url()).doesNotContain("vergeetmij");
                assertThat(page.locator("textarea").all().stream()
                                .map(Locator::inputValue)
                                .toList())
                        .noneMatch(text -> text.contains("vergeetmij"));
                assertThat(memory(page)).as(page.url()).doesNotContain("vergeetmij");
            }
        }
    }

    private static String memory(Page page) {
        return (String) page.evaluate("JSON.stringify(history.state)");
    }

    /** A tab that came from somewhere, with a world outside that answers. */
    private static Page atAnotherSite(BrowserContext phone) {
        phone.route(
                url -> url.startsWith("https://") || url.endsWith("/snel/weg"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<title>elders</title><p>elders</p>")));
        Page page = phone.newPage();
        page.navigate("https://elders.example/");
        return page;
    }

    private static void tell(Page page, String button) {
        page.locator("textarea[name=tekst]").fill(TYPED);
        press(page, button);
    }

    private static void until(Page page, String wanted) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            page.locator("form[data-vraag]").waitFor();
            String question = page.locator("form[data-vraag]").getAttribute("data-vraag");
            if (question.equals(wanted)) {
                return;
            }
            press(page, choice(question));
        }
        throw new AssertionError("never asked " + wanted);
    }

    private static String choice(String question) {
        return switch (question) {
            case "wie", "wie_doet_dit" -> "leerling";
            case "soort" -> "pesten";
            case "naam" -> "anoniem";
            default -> "";
        };
    }

    private static void press(Page page, String value) {
        String question = page.locator("form[data-vraag]").getAttribute("data-vraag");
        String button = "form[data-vraag] button[name=antwoord]:not([aria-hidden])";
        page.locator(
                        value.isEmpty()
                                ? button + ":not([value=terug]):not([value=stop]):not([value^=taal])"
                                : button + "[value=" + value + "]")
                .first()
                .click();
        page.waitForFunction(
                "question => !document.querySelector('form[data-vraag=\"' + question + '\"]')"
                        + " && !document.querySelector('.waiting')",
                question);
    }
}
