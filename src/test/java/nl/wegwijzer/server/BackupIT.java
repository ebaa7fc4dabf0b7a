package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.wegwijzer.attachment.MultipartBody;
import nl.wegwijzer.attachment.TestPictures;
import nl.wegwijzer.backup.OpenedArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal: a node at work is backed up, and another begins where it was, with nothing but the archive and its key. */
class BackupIT {
    private static final String SCHOOL = "het-kompas";
    private static final String RETURN = "/" + SCHOOL + "/terug";
    private static final String STORY = "reservekopieverhaalnietaa";
    private static final String NAME = "Reservekopienaam Nietbb";
    private static final String REPLY = "reservekopieantwoordnietcc";
    private static final String MORE = "reservekopievervolgnietdd";
    private static final TestNode NODE = TestNode.shared();

    @TempDir
    private static Path directory;

    private static String code;
    private static byte[] picture;
    private static Path archive;
    private static Path key;
    private static List<String> sentMeanwhile;

    @BeforeAll
    static void aNodeAtWorkIsBackedUp() throws Exception {
        code = new Reporter(NODE.address(), SCHOOL)
                .tells(STORY + " ze schelden me elke dag uit")
                .answers("soort", "pesten")
                .answers("naam", "naam")
                .types("naam", NAME)
                .sends();
        Browser reporter = comeBack(NODE.address());
        upload(reporter, TestPictures.jpeg(300, 200));
        Official sem = Official.signIn(NODE.address(), "sem").openCaseAbout(STORY);
        picture = picture(sem);
        sem.browser().submitTo(sem.browser().path() + "/antwoord", Map.of("tekst", REPLY));
        comeBack(NODE.address()).submitTo(RETURN, Map.of("tekst", MORE));

        key = directory.resolve("sleutel");
        archive = directory.resolve("kopie");
        Command made = Command.run("backup-key", "--to", key.toString());
        assertThat(made.status()).as(made.err()).isZero();
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<List<String>> others = CompletableFuture.supplyAsync(() -> keepSending(done));
        Command backup = Command.run(
                "backup",
                "--to",
                archive.toString(),
                "--recipient",
                made.out().strip(),
                "--data",
                NODE.data().toString());
        done.set(true);
        sentMeanwhile = others.get();
        assertThat(backup.status()).as(backup.err()).isZero();
        assertThat(backup.out()).contains(archive.toString(), "SHA-256", "in two places");
    }

    private static List<String> keepSending(AtomicBoolean done) {
        List<String> codes = new ArrayList<>();
        while (!done.get()) {
            codes.add(new Reporter(NODE.address(), SCHOOL)
                    .tells("tijdensdekopie ze schelden me elke dag uit")
                    .answers("soort", "pesten")
                    .sends());
        }
        return codes;
    }

    private static Browser comeBack(String address) {
        return new Browser(address).open(RETURN).submitTo(RETURN, Map.of("code", code));
    }

    private static void upload(Browser reporter, byte[] file) {
        MultipartBody body = new MultipartBody()
                .field("sleutel", reporter.hidden("sleutel"))
                .field("tekst", "")
                .file("foto", "IMG_1.jpg", file);
        HttpResponse<String> response = reporter.send(reporter.request(RETURN + "/foto")
                .header("Content-Type", MultipartBody.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
                .build());
        assertThat(response.statusCode()).isEqualTo(200);
    }

    private static byte[] picture(Official official) throws IOException, InterruptedException {
        String path = official.browser().page().select(".photos img").attr("src");
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(official.browser().request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    @Test
    void anotherNodeBeginsWhereTheFirstOneWas(@TempDir Path elsewhere) throws Exception {
        Path data = elsewhere.resolve("data");
        Command restored = Command.run(
                "restore", "--from", archive.toString(), "--key", key.toString(), "--data", data.toString());
        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(restored.out()).startsWith("Restored what was there at 20");
        assertThat(data.resolve("secrets.properties"))
                .hasSameTextualContentAs(NODE.data().resolve("secrets.properties"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets.properties"))))
                .isEqualTo("rw-------");

        Settings settings =
                Settings.of(Map.of()).withDataDirectory(data).withPort(0).withManagementPort(0);
        try (Node node = Node.start(settings)) {
            assertThat(comeBack(node.address()).text()).contains(STORY, REPLY, MORE);
            Official sem = Official.signIn(node.address(), "sem").openCaseAbout(STORY);
            assertThat(sem.browser().text()).contains(NAME, REPLY, MORE);
            assertThat(picture(sem)).isEqualTo(picture);
            assertThat(Official.signIn(node.address(), "peter").hasCaseAbout(STORY))
                    .isFalse();

            assertThat(new Reporter(node.address(), SCHOOL)
                            .tells("naherstel ze schelden me elke dag uit")
                            .answers("soort", "pesten")
                            .sends())
                    .isNotEmpty();
            for (String board : boards(data)) {
                assertAuditIntact(elsewhere, data, board);
            }
        }
        Command again = Command.run(
                "restore", "--from", archive.toString(), "--key", key.toString(), "--data", data.toString());
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("not empty").hasLineCount(1);
    }

    private static List<String> boards(Path data) throws Exception {
        List<String> boards = new ArrayList<>();
        try (Connection connection = OwnPostgres.superuser(data, "wegwijzer");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select board_id from board")) {
            while (rows.next()) {
                boards.add(rows.getString(1));
            }
        }
        assertThat(boards).isNotEmpty();
        return boards;
    }

    private static void assertAuditIntact(Path elsewhere, Path data, String board) throws IOException {
        Command audit = Command.run("audit", "--board", board, "--data", data.toString());
        assertThat(audit.out())
                .contains("reservekopie.begonnen", "reservekopie.teruggezet")
                .containsSubsequence("reservekopie.begonnen", "reservekopie.teruggezet");
        Path file = elsewhere.resolve(board);
        Files.writeString(file, audit.out());
        Command verified = Command.run("audit-verify", file.toString());
        assertThat(verified.status()).as(verified.out()).isZero();
    }

    @Test
    void whoStealsTheArchiveAndItsKeyReadsNothingThatWasTold() throws IOException {
        String text = new String(OpenedArchive.bytes(archive, key), StandardCharsets.ISO_8859_1);
        assertNothingToldIn(text);
        assertThat(text)
                .as("the search itself works: what stands in clear in the database does so here")
                .contains(SCHOOL, "receipt.pepper.1=");
    }

    @Test
    void whoHasTheErasureKeysAsWellReadsNothingThatWasTold(@TempDir Path elsewhere) throws Exception {
        OwnPostgres target = OwnPostgres.empty();
        new BackupSession(target.settings(elsewhere, elsewhere.resolve("geheimen")), Clock.system(Node.SCHOOL_TIME))
                .restore(archive, List.of(key), archive.resolveSibling("wegwijzer.erasure-keys"), false);
        Map<String, List<String>> rows = target.rows();
        assertThat(rows.get("report_item")).hasSizeGreaterThan(2);
        assertThat(rows.get("attachment_chunk")).isNotEmpty();
        String dump = rows.toString();
        assertNothingToldIn(dump);
        for (int at = 0; at + 64 < picture.length; at += 512) {
            String part = HexFormat.of().formatHex(picture, at, at + 64);
            assertThat(dump.contains(part)).as("a part of the picture").isFalse();
        }
        assertThat(dump).as("the search itself works").contains(SCHOOL);
    }

    private static void assertNothingToldIn(String text) {
        List<String> told = List.of(STORY, "Reservekopienaam", "Nietbb", REPLY, MORE, code, code.replace(" · ", " "));
        for (String secret : told) {
            String bytes = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContainIgnoringCase(bytes).doesNotContainIgnoringCase(WrittenThings.hex(secret));
        }
        assertThat(picture.length).isGreaterThan(1_000);
        for (int at = 0; at + 64 < picture.length; at += 512) {
            String part = new String(Arrays.copyOfRange(picture, at, at + 64), StandardCharsets.ISO_8859_1);
            assertThat(text.contains(part)).as("a part of the picture").isFalse();
        }
    }

    @Test
    void whoStealsTheArchiveAloneReadsNothingAtAll() throws IOException {
        String text = Files.readString(archive, StandardCharsets.ISO_8859_1);

        assertThat(text).doesNotContain(SCHOOL, "pepper", "report_item", "contactpersoon");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rw-------");
    }

    @Test
    void theNodeWorkedOnMeanwhile() {
        assertThat(sentMeanwhile).isNotEmpty();
        assertThat(new Browser(NODE.address())
                        .open(RETURN)
                        .submitTo(RETURN, Map.of("code", sentMeanwhile.get(0)))
                        .text())
                .contains("tijdensdekopie");
    }
}
