package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.account.MovableClock;
import nl.wegwijzer.account.Totp;
import nl.wegwijzer.attachment.MultipartBody;
import nl.wegwijzer.attachment.TestPictures;
import nl.wegwijzer.backup.BackupException;
import nl.wegwijzer.backup.OpenedArchive;
import nl.wegwijzer.backup.PrivateKeyFile;
import nl.wegwijzer.backup.Recipient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup, then an erasure, then another backup: what the first one still gives, and to whom. */
class ErasedBackupIT {
    private static final String SCHOOL = "het-kompas";
    private static final String RETURN = "/" + SCHOOL + "/terug";
    private static final String ERASED = "wistverhaalnietaa";
    private static final String KEPT = "blijftverhaalnietbb";
    private static final String REPLY = "wistantwoordnietcc";
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-11-23T09:00:00Z"));

    /** Columns of bytes that open no report, and that belong to none. */
    private static final Set<String> OF_NO_REPORT = Set.of(
            "audit.hash",
            "audit.previous",
            "invitation.token_hash",
            "official.locked_keys",
            "official.public_key",
            "official.recovery_keys",
            "official_session.locked_keys",
            "official_session.token_hash",
            "passkey.credential_id",
            "passkey.public_key",
            "passkey_challenge.challenge",
            "passkey_challenge.locked_keys",
            "passkey_challenge.session_hash",
            "passkey_challenge.token_hash");

    @TempDir
    private static Path shared;

    private static OwnPostgres source;
    private static Path secrets;
    private static Path key;
    private static Recipient recipient;
    /** From before the erasure, with the keys of then. */
    private static Path archive;

    private static Path formerKeys;
    /** From after it. */
    private static Path newerArchive;

    private static Path newerPrivateKey;
    private static Path keys;
    private static String erasedCode;
    private static String keptCode;
    private static String erasedPath;
    private static String keptPath;
    private static LocalDate erasedOn;
    /** Everything sealed of the two reports at the moment of the first backup. */
    private static List<byte[]> sealed;

    private static List<byte[]> sealedOfErased;

    @TempDir
    private Path directory;

    private OwnPostgres target;

    @BeforeAll
    static void aReportIsBackedUpErasedAndBackedUpAgain() throws Exception {
        source = OwnPostgres.empty();
        secrets = shared.resolve("secrets.properties");
        key = shared.resolve("sleutel");
        recipient = PrivateKeyFile.create(key);
        archive = shared.resolve("kopie-1");
        newerArchive = shared.resolve("kopie-2");
        keys = shared.resolve("wissleutels");
        formerKeys = shared.resolve("wissleutels-van-toen");
        Settings settings = source.settings(shared.resolve("data"), secrets);
        try (Node node = Node.start(settings.withDemo(), CLOCK)) {
            erasedCode = send(node, ERASED);
            keptCode = send(node, KEPT);
            addPicture(node);
            Browser sem = signIn(node, "sem");
            erasedPath = caseAbout(sem, ERASED);
            keptPath = caseAbout(sem, KEPT);
            sem.open(erasedPath).submitTo(erasedPath + "/antwoord", Map.of("tekst", REPLY));
            sem.post(
                    erasedPath + "/status",
                    List.of(Map.entry("bewijs", sem.hidden("bewijs")), Map.entry("status", "afgesloten")));
            BackupSession session = new BackupSession(settings, CLOCK);
            session.backup(archive, recipient, keys);
            Files.copy(keys, formerKeys);
            sealed = sealed("true");
            sealedOfErased = sealed("report_id = '" + id(erasedPath) + "'");

            days(node, 76);
            days(node, 14);
            erasedOn = LocalDate.now(CLOCK);
            assertThat(source.rows("select erased_on from report where erased_on is not null"))
                    .containsExactly("(" + erasedOn + ")");
            CLOCK.advance(Duration.ofDays(3));
            newerPrivateKey = shared.resolve("nieuwe-sleutel");
            session.backup(newerArchive, PrivateKeyFile.create(newerPrivateKey), keys);
        }
    }

    private static String send(Node node, String story) {
        return new Reporter(node.address(), SCHOOL)
                .tells(story + " ze schelden me elke dag uit")
                .answers("soort", "pesten")
                .sends();
    }

    private static void addPicture(Node node) throws IOException {
        Browser reporter = comeBack(node, erasedCode);
        MultipartBody body = new MultipartBody()
                .field("sleutel", reporter.hidden("sleutel"))
                .field("tekst", "")
                .file("foto", "IMG_1.jpg", TestPictures.jpeg(300, 200));
        HttpResponse<String> answer = reporter.send(reporter.request(RETURN + "/foto")
                .header("Content-Type", MultipartBody.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static Browser comeBack(Node node, String code) {
        return new Browser(node.address()).open(RETURN).submitTo(RETURN, Map.of("code", code));
    }

    private static Browser signIn(Node node, String login) {
        DemoBoard.SignInCard card = DemoBoard.signIns().stream()
                .filter(candidate -> candidate.login().equals(login))
                .findFirst()
                .orElseThrow();
        CLOCK.advance(Duration.ofSeconds(30));
        Browser browser = new Browser(node.address()).open("/medewerker/aanmelden");
        browser.submitTo(
                "/medewerker/aanmelden",
                Map.of(
                        "naam",
                        login,
                        "wachtzin",
                        card.passphrase(),
                        "code",
                        Totp.codeAt(card.totpSecret(), CLOCK.instant())));
        assertThat(browser.path()).as(browser.title()).isEqualTo("/medewerker");
        return browser;
    }

    private static String caseAbout(Browser official, String story) {
        return official.open("/medewerker").page().select("a[href^=/medewerker/melding/]").eachAttr("href").stream()
                .filter(path -> official.open(path).text().contains(story))
                .findFirst()
                .orElseThrow();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void days(Node node, int days) {
        CLOCK.advance(Duration.ofDays(days));
        node.round();
    }

    /** Every column of bytes, as {@code table.column}. */
    private static List<String> byteColumns(String condition) throws SQLException {
        return source.rows("""
                select c.relname || '.' || a.attname
                  from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and a.atttypid = 'bytea'::regtype
                 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                """ + condition).stream()
                .map(row -> row.substring(1, row.length() - 1))
                .toList();
    }

    private static List<String> byteColumnsOfReports() throws SQLException {
        return byteColumns("""
                   and c.relname <> 'report_erasure_key'
                   and exists (select from pg_attribute i where i.attrelid = c.oid and i.attname = 'report_id')
                """);
    }

    private static List<byte[]> sealed(String condition) throws SQLException {
        List<byte[]> sealed = new ArrayList<>();
        for (String column : byteColumnsOfReports()) {
            String[] names = column.split("\\.");
            source.rows("select encode(" + names[1] + ", 'hex') from " + names[0] + " where " + condition
                            + " and length(" + names[1] + ") > 0")
                    .forEach(row -> sealed.add(HexFormat.of().parseHex(row.substring(1, row.length() - 1))));
        }
        return sealed;
    }

    @BeforeEach
    void somewhereElse() throws Exception {
        target = OwnPostgres.empty();
    }

    private Settings settings() {
        return target.settings(directory.resolve("data"), directory.resolve("secrets.properties"));
    }

    private BackupSession.Restored restore(Path from, Path erasureKeys) throws Exception {
        return new BackupSession(settings(), CLOCK).restore(from, List.of(key, newerPrivateKey), erasureKeys, false);
    }

    private void assertRefused(Path from, Path erasureKeys, String why) {
        assertThatThrownBy(() -> restore(from, erasureKeys))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(why)
                .satisfies(refused -> assertThat(refused.getMessage().lines()).hasSize(1));
        assertThat(directory.resolve("secrets.properties")).doesNotExist();
    }

    @Test
    void whatWasErasedDoesNotComeBackAndAllElseDoes() throws Exception {
        BackupSession.Restored restored = restore(archive, keys);

        assertThat(restored.done().erasedSince()).isEqualTo(1);
        assertGone();
        assertThat(target.rows("select category, status, first_answer_on, erased_on, emptied from report"
                        + " where report_id = '" + id(erasedPath) + "'"))
                .containsExactly("(pesten,afgesloten,2026-11-23," + erasedOn.plusDays(3) + ",t)");
        assertThat(target.rows("select action from audit where subject = '" + id(erasedPath) + "'"))
                .contains("(melding.gewist)");
        try (Node node = Node.start(settings(), CLOCK)) {
            Browser sem = signIn(node, "sem");
            assertThat(sem.open("/medewerker").page().select("a[href=" + erasedPath + "]"))
                    .isEmpty();
            assertThat(sem.open(erasedPath).status()).isEqualTo(404);
            assertThat(sem.open(keptPath).text()).contains(KEPT);
            assertThat(comeBack(node, erasedCode).text()).doesNotContain(ERASED, REPLY);
            assertThat(comeBack(node, keptCode).text()).contains(KEPT);
            node.round();
            assertThat(sem.open(keptPath).text()).contains(KEPT);
        }
        assertGone();
    }

    private void assertGone() throws SQLException {
        Map<String, List<String>> rows = target.rows();
        assertThat(sealedOfErased).hasSizeGreaterThan(8);
        rows.forEach((table, texts) -> {
            for (byte[] bytes : sealedOfErased) {
                String hex = HexFormat.of().formatHex(bytes);
                assertThat(texts).as(table).noneMatch(row -> row.contains(hex));
            }
            if (!Set.of("report", "audit").contains(table)) {
                assertThat(texts).as(table).noneMatch(row -> row.contains(id(erasedPath)));
            }
        });
    }

    @Test
    void theCommandSaysHowManyDidNotComeBack() {
        Path data = directory.resolve("data");
        List<String> words = List.of("restore", "--from", archive.toString(), "--data", data.toString());
        Command without = Command.run(with(words, "--key", key.toString()));
        assertThat(without.status()).isEqualTo(1);
        assertThat(without.err())
                .contains(
                        "There is no file " + shared.resolve("wegwijzer.erasure-keys") + " with the erasure keys",
                        "--erasure-keys")
                .hasLineCount(1);
        assertThat(data).doesNotExist();

        Command restored = Command.run(with(
                words,
                "--key",
                key.toString(),
                "--key",
                newerPrivateKey.toString(),
                "--erasure-keys",
                keys.toString()));

        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(restored.out())
                .contains("1 of its reports was erased after it was made: of that only what is counted came back.");
    }

    private static String[] with(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    @Test
    void theNewerBackupBringsTheSameAndTheNextOneGoesOn() throws Exception {
        assertThat(restore(newerArchive, keys).done().erasedSince()).isZero();
        assertGone();
        assertThat(target.rows("select erased_on, emptied from report where report_id = '" + id(erasedPath) + "'"))
                .containsExactly("(" + erasedOn + ",t)");
        assertThat(target.rows().get("report_erasure_key"))
                .isEqualTo(source.rows().get("report_erasure_key"))
                .hasSize(1);

        Path copied = Files.copy(keys, directory.resolve("wissleutels"));
        Path next = directory.resolve("kopie-3");
        new BackupSession(settings(), CLOCK).backup(next, recipient, copied);
        OwnPostgres again = OwnPostgres.empty();
        Settings elsewhere = again.settings(directory.resolve("data-3"), directory.resolve("secrets-3"));
        assertThat(new BackupSession(elsewhere, CLOCK)
                        .restore(archive, List.of(key), copied, false)
                        .done()
                        .erasedSince())
                .as("the keys of a restored deployment open its older backups too")
                .isEqualTo(1);
        assertThat(again.rows("select count(*) from report_item")).containsExactly("(1)");
    }

    @Test
    void onlyTheErasureKeysOfThenWouldBringItBack() throws Exception {
        assertThat(restore(archive, formerKeys).done().erasedSince()).isZero();

        try (Node node = Node.start(settings(), CLOCK)) {
            assertThat(signIn(node, "sem").open(erasedPath).text()).contains(ERASED, REPLY);
        }
    }

    @Test
    void whoOpensTheArchiveFindsNothingSealedOfAnyReport() throws Exception {
        String opened = new String(OpenedArchive.bytes(archive, key), StandardCharsets.ISO_8859_1);

        assertThat(sealed).hasSizeGreaterThan(sealedOfErased.size() + 4);
        for (byte[] bytes : sealed) {
            assertThat(opened.contains(new String(bytes, StandardCharsets.ISO_8859_1)))
                    .as("%d sealed bytes", bytes.length)
                    .isFalse();
        }
        for (String kind : List.of("ontvangen", "bericht", "melder")) {
            assertThat(opened).doesNotContain(kind);
        }
        assertThat(opened).as("the search itself works").contains(SCHOOL, "pesten", "melding.");
        byte[] lock = HexFormat.of()
                .parseHex(source.rows("select encode(locked_keys, 'hex') from official where login = 'sem'")
                        .get(0)
                        .replaceAll("[()]", ""));
        assertThat(opened).contains(new String(lock, StandardCharsets.ISO_8859_1));
        for (Path file : List.of(archive, newerArchive)) {
            String bytes = new String(
                    OpenedArchive.bytes(file, file.equals(archive) ? key : newerPrivateKey),
                    StandardCharsets.ISO_8859_1);
            for (String row : source.rows("select encode(erasure_key, 'hex') from report_erasure_key")) {
                byte[] erasureKey = HexFormat.of().parseHex(row.replaceAll("[()]", ""));
                assertThat(bytes).doesNotContain(new String(erasureKey, StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    void everythingSealedBelongsToAReportAndIsCoveredOrIsKnown() throws SQLException {
        assertThat(byteColumnsOfReports())
                .as("travel under the erasure key, since their table names the report")
                .contains(
                        "report.reporter_key",
                        "report_grant.sealed_key",
                        "report_item.sealed",
                        "attachment_chunk.sealed");
        assertThat(byteColumns("""
                   and not exists (select from pg_attribute i where i.attrelid = c.oid and i.attname = 'report_id')
                """))
                .as("a new column of bytes: can it open a report? Then its table needs school_id and report_id")
                .containsExactlyInAnyOrderElementsOf(OF_NO_REPORT);
        assertThat(source.rows("""
                select c.relname
                  from pg_class c
                  join pg_attribute i on i.attrelid = c.oid and i.attname = 'report_id'
                 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                   and not exists (select from pg_attribute s where s.attrelid = c.oid and s.attname = 'school_id')
                """))
                .as("a backup sees that a row belongs to a report by both columns")
                .isEmpty();
    }

    @Test
    void erasureKeysWithWhichLiveReportsWouldBeTakenForErasedAreRefused() throws Exception {
        assertRefused(newerArchive, formerKeys, "Take the newest");
        assertRefused(archive, directory.resolve("nergens"), "--erasure-keys");
        assertRefused(archive, archive, "does not hold erasure keys");
        byte[] good = Files.readAllBytes(keys);
        for (int at : new int[] {100, 150, 250, good.length - 1}) {
            byte[] changed = good.clone();
            changed[at] ^= 1;
            Path damaged = Files.write(directory.resolve("kapot"), changed);
            assertRefused(archive, damaged, "erasure keys");
        }
        Path others = anothersKeys();
        assertRefused(archive, others, "another deployment");
        assertThatThrownBy(() -> new BackupSession(settings(), CLOCK).restore(archive, List.of(key), keys, false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("This file of erasure keys was made for another key");
    }

    /** Of a deployment that uses the same backup key. */
    private Path anothersKeys() throws Exception {
        OwnPostgres another = OwnPostgres.empty();
        Path data = directory.resolve("andere");
        Settings settings = another.settings(data, directory.resolve("andere-geheimen"));
        Node.start(settings.withDemo(), CLOCK).close();
        Path file = directory.resolve("andere-wissleutels");
        new BackupSession(settings, CLOCK).backup(directory.resolve("andere-kopie"), recipient, file);
        return file;
    }

    @Test
    void aBackupReplacesOnlyErasureKeysOfItsOwn() throws Exception {
        BackupSession session = new BackupSession(source.settings(shared.resolve("data"), secrets), CLOCK);
        Path copy = directory.resolve("kopie");
        Path others = anothersKeys();
        Path letter = Files.writeString(directory.resolve("brief"), "iets anders");
        for (Path file : List.of(others, letter)) {
            byte[] before = Files.readAllBytes(file);
            assertThatThrownBy(() -> session.backup(copy, recipient, file))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("not replaced");
            assertThat(file).hasBinaryContent(before);
            assertThat(copy).doesNotExist();
        }
        Path link = Files.createSymbolicLink(
                directory.resolve("link"), Files.copy(formerKeys, directory.resolve("elders")));
        session.backup(copy, recipient, link);
        assertThat(link).isSymbolicLink();
        assertThat(Files.readAllBytes(link)).isNotEqualTo(Files.readAllBytes(formerKeys));
        assertThat(Files.getPosixFilePermissions(directory.resolve("elders"))).hasSize(2);
    }

    @Test
    void aKeyThatAnOlderVersionLeftBehindGoesAtTheNextBackup() throws Exception {
        assertThat(source.rows("select count(*) from report_erasure_key")).containsExactly("(1)");
        source.execute("insert into report_erasure_key select school_id, report_id, sha256('over') from report"
                + " where erased_on is not null");

        BackupSession session = new BackupSession(source.settings(shared.resolve("data"), secrets), CLOCK);
        Path itsKeys = directory.resolve("wissleutels");
        session.backup(directory.resolve("kopie"), PrivateKeyFile.create(directory.resolve("sleutel")), itsKeys);

        assertThat(source.rows("select count(*) from report_erasure_key")).containsExactly("(1)");
    }

    @Test
    void twoBackupsAtOnceDoNotLeaveTheOlderKeys() throws Exception {
        BackupSession session = new BackupSession(source.settings(shared.resolve("data"), secrets), CLOCK);
        try (var other = source.owner();
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('wegwijzer backup', 0))");
            assertThatThrownBy(() -> session.backup(directory.resolve("kopie"), recipient, keys))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("Another backup");
        }
        assertThat(directory.resolve("kopie")).doesNotExist();
    }
}
