package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.wegwijzer.attachment.MultipartBody;
import nl.wegwijzer.attachment.TestPictures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Pictures through the front door: from the reporter's phone to the official's screen, and to nobody else's. */
class PicturesIT {
    private static final String SCHOOL = "het-kompas";
    private static final String RETURN = "/" + SCHOOL + "/terug";

    private final TestNode node = TestNode.shared();

    private String send(String story) {
        return new Reporter(node.address(), SCHOOL)
                .tells(story)
                .answers("soort", "pesten")
                .sends();
    }

    private Browser comeBack(String code) {
        return new Browser(node.address()).open(RETURN).submitTo(RETURN, Map.of("code", code));
    }

    private Document upload(Browser browser, String key, byte[]... pictures) {
        MultipartBody body = new MultipartBody().field("sleutel", key).field("tekst", "half getypt");
        for (byte[] picture : pictures) {
            body.file("foto", "IMG_2024.jpg", picture);
        }
        return post(browser, body).page();
    }

    private record Answer(int status, Document page) {}

    private Answer post(Browser browser, MultipartBody body) {
        HttpResponse<String> response = browser.send(browser.request(RETURN + "/foto")
                .header("Content-Type", MultipartBody.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
                .build());
        return new Answer(response.statusCode(), Jsoup.parse(response.body(), node.address()));
    }

    private static HttpResponse<byte[]> fetch(Browser browser, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(browser.request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static List<String> kept(Document page) {
        return page.select(".kept li").eachText();
    }

    @Test
    void aPhotoReachesTheOfficialWithoutItsSecretsAndNobodyElse() throws Exception {
        Browser reporter = comeBack(send("fotoeen ze schelden me elke dag uit op het plein"));
        assertThat(reporter.page().select("form[action^=" + RETURN + "/foto] input[type=file]"))
                .hasSize(1);

        Document after = upload(
                reporter, reporter.hidden("sleutel"), TestPictures.tellingJpeg(300, 200, 6), TestPictures.png(90, 60));

        assertThat(kept(after)).hasSize(2);
        assertThat(after.select(".pictures .good").text()).contains("2 foto");
        assertThat(after.select("textarea[name=tekst]").first().wholeText()).isEqualTo("half getypt");

        Official sem = Official.signIn(node.address(), "sem").openCaseAbout("fotoeen");
        List<String> shown = sem.browser().page().select(".photos img").eachAttr("src");
        assertThat(shown).hasSize(2);
        HttpResponse<byte[]> picture = fetch(sem.browser(), shown.get(0));
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(picture.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(picture.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(picture.headers().firstValue("Content-Disposition")).contains("inline; filename=\"foto-1.jpg\"");
        assertThat(new String(picture.body(), StandardCharsets.ISO_8859_1)).doesNotContain(TestPictures.MARKER);
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getHeight())
                .isEqualTo(300);

        for (String other : List.of("peter", "anja", "tineke")) {
            Browser browser = Official.signIn(node.address(), other).browser();
            assertThat(fetch(browser, shown.get(0)).statusCode()).as(other).isEqualTo(404);
        }
        assertThat(fetch(new Browser(node.address()), shown.get(0)).statusCode())
                .as("nobody signed in")
                .isEqualTo(303);
        assertThat(fetch(sem.browser(), shown.get(0).replaceAll("[^/]+$", "00000000-0000-0000-0000-000000000000"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aNewPhotoIsSomethingNewInTheInbox() {
        String code = send("fotonieuw ze schelden me elke dag uit op het plein");
        Official sem = Official.signIn(node.address(), "sem").openCaseAbout("fotonieuw");
        String path = sem.browser().path();
        assertThat(isNew(sem, path)).isFalse();

        Browser reporter = comeBack(code);
        upload(reporter, reporter.hidden("sleutel"), TestPictures.jpeg(30, 20));

        assertThat(isNew(sem, path)).isTrue();
        sem.browser().open(path);
        assertThat(isNew(sem, path)).isFalse();
    }

    private static boolean isNew(Official official, String path) {
        Element row = official.inbox()
                .browser()
                .page()
                .select("a[href=" + path + "]")
                .first()
                .closest("li, tr, .row");
        return row.text().contains("Nieuw") || row.hasClass("is-new") || row.hasClass("unread");
    }

    @Test
    void whatCantBeKeptIsExplainedAndTheRestIsKept() {
        Browser reporter = comeBack(send("fototwee ze schelden me elke dag uit op het plein"));

        Document after = upload(
                reporter,
                reporter.hidden("sleutel"),
                TestPictures.jpeg(30, 20),
                TestPictures.ascii("<html>geen foto</html>"),
                TestPictures.join(new byte[] {0, 0, 0, 24}, TestPictures.ascii("ftypheicmif1heic")),
                TestPictures.pngBomb(90_000, 90_000),
                TestPictures.join(TestPictures.jpeg(30, 30), TestPictures.ascii("PK\u0003\u0004rest")),
                new byte[0]);

        assertThat(kept(after)).hasSize(1);
        assertThat(after.select("#foto-probleem p").eachText())
                .hasSize(5)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Foto 2: Dit is geen foto"),
                        line -> assertThat(line)
                                .startsWith("Foto 3: Dit is een HEIC-foto")
                                .contains("schermafbeelding"),
                        line -> assertThat(line).startsWith("Foto 4: Deze foto is te groot"),
                        line -> assertThat(line).startsWith("Foto 5: Achter deze foto"),
                        line -> assertThat(line).startsWith("Foto 6: Dit bestand is leeg"));
    }

    @Test
    void thereIsRoomForTenAndADoubleClickAddsNothing() {
        Browser reporter = comeBack(send("fotodrie ze schelden me elke dag uit op het plein"));
        String key = reporter.hidden("sleutel");
        byte[][] eleven = new byte[11][];
        for (int i = 0; i < eleven.length; i++) {
            eleven[i] = TestPictures.jpeg(20 + i, 20);
        }

        Document after = upload(reporter, key, eleven);

        assertThat(kept(after)).hasSize(10);
        assertThat(after.select("#foto-probleem").text()).contains("Foto 11: Er kunnen tien");
        assertThat(after.select("input[type=file]")).isEmpty();
        assertThat(kept(upload(reporter, key, eleven[0]))).hasSize(10);
    }

    @Test
    void anOldPageAsksForTheCodeAgainAndWritesNothing() throws IOException {
        Browser reporter = comeBack(send("fotovier ze schelden me elke dag uit op het plein"));

        Document after = upload(reporter, "onzin", TestPictures.jpeg(20, 20));

        assertThat(after.text()).contains("Deze pagina stond lang open");
        assertThat(after.select("textarea").text()).contains("half getypt");
        assertThat(kept(comeBackAgain(reporter))).isEmpty();
        try (Stream<Path> left = Files.list(node.data().resolve("uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    private Document comeBackAgain(Browser reporter) {
        return reporter.post(
                        RETURN,
                        List.of(Map.entry("sleutel", reporter.hidden("sleutel")), Map.entry("tekst", "nog iets")))
                .page();
    }

    @Test
    void aSexualSubjectIsNeverAskedForPictures() {
        Reporter told = new Reporter(node.address(), SCHOOL)
                .tells("fotovijf een jongen stuurt mijn naaktfoto rond en raakt me aan")
                .answers("soort", "seksueel");
        String code = told.sends();
        assertThat(told.browser().text()).doesNotContain("schermafbeelding");
        Browser reporter = comeBack(code);
        assertThat(reporter.page().select("input[type=file]")).isEmpty();
        assertThat(reporter.text()).contains("Stuur ze niet op");

        Document after = upload(reporter, reporter.hidden("sleutel"), TestPictures.jpeg(20, 20));

        assertThat(kept(after)).isEmpty();
    }

    @Test
    void theReceiptTellsThatPhotosCanBeAddedLater() {
        Reporter told = new Reporter(node.address(), SCHOOL)
                .tells("fotozes ze schelden me elke dag uit op het plein")
                .answers("soort", "pesten");
        told.sends();

        assertThat(told.browser().text()).contains("Met je code kun je die er later bij doen");
    }

    @Test
    void aFormThatIsNoFormIsAKindPage() {
        Browser browser = new Browser(node.address());
        HttpResponse<String> response = browser.send(browser.request(RETURN + "/foto")
                .header("Content-Type", MultipartBody.contentType())
                .POST(HttpRequest.BodyPublishers.ofString("zomaar iets"))
                .build());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Dit begrijp ik niet");
        assertThat(new Browser(node.address()).post(RETURN + "/foto", List.of()).status())
                .isEqualTo(400);
    }
}
