package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wegwijzer.account.MovableClock;
import nl.wegwijzer.account.Totp;
import nl.wegwijzer.attachment.MultipartBody;
import nl.wegwijzer.attachment.TestPictures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The end of a report as its reporter and its official live through it, over HTTP, with a clock that the test moves. */
class RetentionIT {
    private static final String SCHOOL = "het-kompas";
    private static final String RETURN = "/" + SCHOOL + "/terug";
    private static final String MARKER = "bewaareen";
    private static final Pattern SEALED = Pattern.compile("\\\\+x([0-9a-f]{60,})");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T09:00:00Z"));

    private Node node;

    @Test
    void aConversationIsWarnedOfPutOffOnceAndErased() throws SQLException, IOException {
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "retention-");
        try (Node running = Node.start(
                Settings.of(Map.of())
                        .withDataDirectory(data)
                        .withPort(0)
                        .withManagementPort(0)
                        .withDemo(),
                clock)) {
            node = running;
            liveThroughIt(new WrittenThings(data));
            assertThat(uploads(data)).isEmpty();
        }
    }

    private void liveThroughIt(WrittenThings written) throws SQLException, IOException {
        String code = new Reporter(node.address(), SCHOOL)
                .tells(MARKER + " ze schelden me elke dag uit en verstoppen mijn tas")
                .answers("soort", "pesten")
                .sends();
        Browser reporter = comeBack(code);
        assertThat(upload(reporter, reporter.hidden("sleutel"), TestPictures.jpeg(300, 200))
                        .select(".kept li"))
                .hasSize(1);
        Browser sem = signIn("sem");
        String path = caseOf(sem);
        String picture = sem.page().select(".photos img").attr("src");
        assertThat(sem.open(picture).status()).isEqualTo(200);
        sem.open(path).submitTo(path + "/antwoord", Map.of("tekst", "Wat goed dat je dit vertelt."));
        comeBack(code).submitTo(RETURN, Map.of("tekst", "Dank u wel."));
        setStatus(sem.open(path), "afgesloten");
        assertThat(sem.open(path).text()).contains("De melder schreef als laatste");
        assertThat(comeBack(code).page().select("[data-kept-until]")).isEmpty();
        sem.open(path).submitTo(path + "/antwoord", Map.of("tekst", "Graag gedaan."));
        assertThat(comeBack(code).page().select("[data-kept-until]").text())
                .isEqualTo("Tot 21 februari 2027 kun je hier terugkomen. Daarna wissen we het hele gesprek.");
        List<String> sealed = sealed(written.dump());
        assertThat(sealed).hasSizeGreaterThan(5);

        days(76);
        sem = signIn("sem").open("/medewerker");
        assertThat(sem.page().select("li:has(a[href=" + path + "])").text())
                .contains("Wordt gewist op zondag 21 februari");
        assertThat(sem.open(path).page().select(".banner").text())
                .contains("Deze melding wordt gewist op zondag 21 februari");
        assertThat(sem.page().select("button[name=reden]").eachAttr("value")).contains("gesprek_loopt");
        everybodyCanUseTheWarnings(path, code);
        sem.submitTo(path + "/uitstel", Map.of("reden", "gesprek_loopt"));
        assertThat(sem.status()).isEqualTo(200);
        assertThat(sem.text()).contains("Wordt gewist op zaterdag 8 mei").doesNotContain("Deze melding wordt gewist");
        assertThat(comeBack(code).text()).contains("Tot 8 mei 2027 kun je hier terugkomen");

        days(76);
        assertThat(signIn("sem").open(path).page().select("button[name=reden]")).isEmpty();
        days(13);
        assertThat(comeBack(code).text()).contains(MARKER);
        assertThat(signIn("sem").open(path).text()).contains(MARKER);
        days(1);
        erased(code, path, picture);
        tooLate(code);

        String dump = written.dump();
        assertThat(sealed(dump)).doesNotContainAnyElementsOf(sealed);
        String shell = dump.lines()
                .filter(line -> line.startsWith("report ") && line.contains(path.substring(path.lastIndexOf('/') + 1)))
                .findFirst()
                .orElseThrow();
        assertThat(shell).contains("pesten", "afgesloten", "2026-11-23", "2027-05-08");
        assertThat(dump.lines().filter(line -> line.contains(path.substring(path.lastIndexOf('/') + 1))))
                .allMatch(line -> line.startsWith("report ") || line.startsWith("audit "));
    }

    /** In a real browser, on a phone. */
    private void everybodyCanUseTheWarnings(String path, String code) {
        try (Chromium chromium = new Chromium();
                BrowserContext phone = chromium.phone(true)) {
            Page page = phone.newPage();
            DemoBoard.SignInCard card = card("sem");
            clock.advance(Duration.ofSeconds(30));
            page.navigate(node.address() + "/medewerker/aanmelden");
            page.locator("[name=naam]").fill("sem");
            page.locator("[name=wachtzin]").fill(card.passphrase());
            page.locator("[name=code]").fill(Totp.codeAt(card.totpSecret(), clock.instant()));
            page.locator("button.go").click();
            page.locator(".row-end").first().waitFor();
            check(page);
            page.navigate(node.address() + path);
            page.locator("button[name=reden]").first().waitFor();
            check(page);
            page.navigate(node.address() + RETURN);
            page.locator("[name=code]").fill(code);
            page.locator("button.go").click();
            page.locator("[data-kept-until]").waitFor();
            check(page);
        }
    }

    private static void check(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations().stream().map(Rule::getId))
                .as(page.url())
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("no sideways scrolling on " + page.url())
                .isLessThanOrEqualTo(360);
    }

    private void erased(String code, String path, String picture) {
        Browser sem = signIn("sem").open("/medewerker");
        assertThat(sem.page().select("a[href=" + path + "]")).isEmpty();
        assertThat(sem.open(path).status()).isEqualTo(404);
        assertThat(sem.open(picture).status()).isEqualTo(404);

        Browser back = comeBack(code);
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.text())
                .contains("Dit gesprek is gewist", "gewist op 8 mei 2027", "Begin opnieuw")
                .doesNotContain(MARKER);
    }

    /** Pages that were open when it happened. */
    private void tooLate(String code) {
        String other = new Reporter(node.address(), SCHOOL)
                .tells("bewaartwee ze schelden me elke dag uit en verstoppen mijn tas")
                .answers("soort", "pesten")
                .sends();
        // two years and thirty days, in which nobody answered
        days(717);
        days(43);
        clock.advance(untilMidnight().minusHours(1));
        String key = comeBack(other).hidden("sleutel");
        assertThat(key).isNotEmpty();
        clock.advance(untilMidnight().plusMinutes(1));
        node.round();

        Browser late = new Browser(node.address());
        assertThat(upload(late, key, TestPictures.jpeg(30, 20)).text()).contains("Dit gesprek is gewist");
        late.post(RETURN, List.of(Map.entry("sleutel", key), Map.entry("tekst", "Bent u er nog?")));
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.text()).contains("Dit gesprek is gewist").doesNotContain("bewaartwee");
        assertThat(late.page().select("textarea").first().wholeText()).isEqualTo("Bent u er nog?");
        late.press(late.page().select("form button[name=antwoord]").val());
        assertThat(late.question()).as("begins anew").isEqualTo("wie");
    }

    private Duration untilMidnight() {
        return Duration.between(
                clock.instant(),
                LocalDate.now(clock).plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    private void days(int days) {
        clock.advance(Duration.ofDays(days));
        node.round();
    }

    private Browser comeBack(String code) {
        return new Browser(node.address()).open(RETURN).submitTo(RETURN, Map.of("code", code));
    }

    private Document upload(Browser browser, String key, byte[] picture) {
        MultipartBody body = new MultipartBody().field("sleutel", key).file("foto", "IMG.jpg", picture);
        HttpResponse<String> answer = browser.send(browser.request(RETURN + "/foto")
                .header("Content-Type", MultipartBody.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
                .build());
        return Jsoup.parse(answer.body(), node.address());
    }

    private Browser signIn(String login) {
        DemoBoard.SignInCard card = card(login);
        clock.advance(Duration.ofSeconds(30));
        Browser browser = new Browser(node.address()).open("/medewerker/aanmelden");
        browser.submitTo(
                "/medewerker/aanmelden",
                Map.of(
                        "naam", login,
                        "wachtzin", card.passphrase(),
                        "code", Totp.codeAt(card.totpSecret(), clock.instant())));
        assertThat(browser.path()).as(browser.title()).isEqualTo("/medewerker");
        return browser;
    }

    private static DemoBoard.SignInCard card(String login) {
        return DemoBoard.signIns().stream()
                .filter(candidate -> candidate.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    private static String caseOf(Browser sem) {
        String path = sem.open("/medewerker")
                .page()
                .select("a[href^=/medewerker/melding/]")
                .attr("href");
        assertThat(sem.open(path).text()).contains(MARKER);
        return path;
    }

    private static void setStatus(Browser browser, String status) {
        String path = browser.path();
        browser.post(
                path + "/status", List.of(Map.entry("bewijs", browser.hidden("bewijs")), Map.entry("status", status)));
        assertThat(browser.status()).isEqualTo(200);
    }

    /** Everything sealed in the tables of reports. */
    private static List<String> sealed(String dump) {
        return dump.lines()
                .filter(line -> Stream.of("report", "report_grant", "report_item", "attachment_chunk")
                        .anyMatch(table -> line.startsWith(table + " ")))
                .flatMap(line -> SEALED.matcher(line).results().map((MatchResult found) -> found.group(1)))
                .toList();
    }

    private static List<Path> uploads(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("uploads"))) {
            return files.toList();
        }
    }
}
