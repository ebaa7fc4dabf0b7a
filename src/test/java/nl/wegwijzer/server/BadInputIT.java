package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and machines send that they should not: a clear page, the right status, nothing lost. */
class BadInputIT {
    private static final String SCHOOL = "/het-kompas";

    private final TestNode node = TestNode.shared();

    private Browser atStory() {
        return new Reporter(node.address(), "het-kompas").until("verhaal").browser();
    }

    private static List<Map.Entry<String, String>> turn(String conversation, String text) {
        return List.of(Map.entry("gesprek", conversation), Map.entry("antwoord", "verder"), Map.entry("tekst", text));
    }

    private static String typedBack(Browser browser) {
        return browser.page().select("textarea[name=tekst]").first().wholeText();
    }

    @Test
    void anUnknownSchoolIsAKindPageWithStatus404() {
        Browser browser = new Browser(node.address()).open("/geen-school");

        assertThat(browser.status()).isEqualTo(404);
        assertThat(browser.text()).contains("Deze pagina bestaat niet");
        assertThat(new Browser(node.address())
                        .post("/geen-school/gesprek", turn("x", "y"))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "onzin onzin", "\u0000", "😭😭😭"})
    void aFormThatIsNotOursStartsAgainAndKeepsWhatWasTyped(String conversation) {
        Browser browser = new Browser(node.address()).post(SCHOOL + "/gesprek", turn(conversation, "bewaarditeen"));

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.question()).isEqualTo("wie");
        browser.press("leerling");
        while (!browser.question().equals("verhaal")) {
            browser.press(browser.page()
                    .select("form[data-vraag] button[name=antwoord]")
                    .first()
                    .val());
        }
        assertThat(typedBack(browser)).isEqualTo("bewaarditeen");
    }

    @Test
    void aTamperedFormIsNotUsed() {
        Browser browser = atStory();
        String conversation = browser.hidden("gesprek");
        char changed = conversation.charAt(80) == 'A' ? 'B' : 'A';

        browser.post(
                SCHOOL + "/gesprek",
                turn(conversation.substring(0, 80) + changed + conversation.substring(81), "tekst"));

        assertThat(browser.question()).isEqualTo("wie");
        assertThat(browser.page().select("[role=alert]").text()).isNotEmpty();
    }

    @Test
    void aFormOfAnotherSchoolIsNotUsed() {
        String conversation = atStory().hidden("gesprek");

        Browser browser = new Browser(node.address()).post("/de-regenboog/gesprek", turn(conversation, "tekst"));

        assertThat(browser.question()).isEqualTo("wie");
    }

    @Test
    void aStoryOfTwentyThousandCharactersIsTakenAndOneMoreIsExplained() {
        Browser taken = atStory().press("verder", Map.of("tekst", "woord ".repeat(3_333) + "!!"));
        assertThat(taken.question()).isNotEqualTo("verhaal");

        String tooLong = "woord ".repeat(3_334);
        Browser refused = atStory().press("verder", Map.of("tekst", tooLong));
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.question()).isEqualTo("verhaal");
        assertThat(refused.page().select("[role=alert]").text()).contains("20");
        assertThat(typedBack(refused).strip()).isEqualTo(tooLong.strip());
    }

    @Test
    void aHundredKilobytesOfEmojiIsExplainedAndKept() {
        String emoji = "😭".repeat(25_000);

        Browser browser = atStory().press("verder", Map.of("tekst", emoji));

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.question()).isEqualTo("verhaal");
        assertThat(typedBack(browser)).isEqualTo(emoji);
    }

    @Test
    void anOversizedBodyIsRefusedWithStatus413() {
        Browser browser = atStory();

        browser.post(SCHOOL + "/gesprek", turn(browser.hidden("gesprek"), "x".repeat(3_000_000)));

        assertThat(browser.status()).isEqualTo(413);
        assertThat(browser.text()).contains("te veel in één keer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nul\u0000byte",
                "bel\u0007 en \u001b[31mkleur",
                "\u202egedraaid",
                "هذا نص عربي",
                "\u200b\u200c\u200d\ufeff verborgen",
                "<script>alert(1)</script>",
                "${7*7} {{7*7}} '; drop table report; --",
                "e\u0301e\u0301n"
            })
    void oddTextIsHarmlessAndTheConversationGoesOn(String odd) {
        Browser browser = atStory().press("verder", Map.of("tekst", odd + " hallo dit is mijn verhaal over school"));

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.question()).isNotEmpty().isNotEqualTo("verhaal");
        assertThat(browser.body())
                .doesNotContain("<script>alert")
                .doesNotContain("\u0000")
                .doesNotContain("\u202e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/octet-stream", "rubbish"})
    void aWrongContentTypeIsRefused(String type) {
        Browser browser = new Browser(node.address());
        HttpResponse<String> answer = browser.send(browser.request(SCHOOL + "/gesprek")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{\"gesprek\":\"x\"}"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("<html").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gesprek=%ff%fe&antwoord=verder&tekst=%c3%28",
                "gesprek=%zz&antwoord=%",
                "gesprek",
                "&&&===&",
                "antwoord=wijzig%3Averhaal&antwoord=terug&antwoord=versturen&gesprek=A"
            })
    void brokenFormsNeverBreakTheServer(String body) {
        Browser browser = new Browser(node.address());
        HttpResponse<String> answer = browser.send(browser.request(SCHOOL + "/gesprek")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());

        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(answer.body()).contains("<html").doesNotContain("Exception").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%00",
                "/%ff%fe",
                "/..%2f..%2fetc/passwd",
                "/het-kompas/%2e%2e/x",
                "/s/../../pom.xml",
                "//",
                "/?x=%zz"
            })
    void brokenPathsAreNotFound(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1.1 (400|404|200|303) .*")
                .doesNotContain("Exception");
    }

    @Test
    void halfARequestDoesNotHurtTheNext() throws IOException {
        URI address = URI.create(node.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("POST /het-kompas/gesprek HTTP/1.1\r\nHost: x\r\nContent-Type:"
                                    + " application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\ngesprek=")
                            .getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(new Browser(node.address()).open(SCHOOL).status()).isEqualTo(200);
    }

    @Test
    void aWrongMethodIsNotFoundAndMachinesGetAProblem() {
        Browser browser = new Browser(node.address());
        HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(URI.create(node.address() + "/geen-school"))
                .header("Accept", "application/json")
                .build());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(browser.send(browser.request(SCHOOL).DELETE().build()).statusCode())
                .isIn(404, 405);
    }

    @Test
    void aWrongCodeGetsAKindAnswerAndTheWordsStayInTheField() {
        Browser browser = new Browser(node.address())
                .open(SCHOOL + "/terug")
                .submitTo(SCHOOL + "/terug", Map.of("code", "blije tijger snelle fiets warme trui"));

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page().select("[role=alert]").text()).isNotEmpty();
        assertThat(browser.page().select("textarea[name=code]").text()).contains("blije tijger");
    }

    private String raw(String request) throws IOException {
        URI address = URI.create(node.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
