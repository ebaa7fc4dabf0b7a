package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import nl.wegwijzer.backup.BackupException;
import nl.wegwijzer.backup.OpenedArchive;
import nl.wegwijzer.backup.PrivateKeyFile;
import nl.wegwijzer.backup.Recipient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restore brings back to the last row, and what it refuses; on a PostgreSQL that is not ours. */
class RestoreIT {
    private static final Clock CLOCK = Clock.system(Node.SCHOOL_TIME);
    private static final int HEADER = 19 + 1 + 80;
    private static final int CHUNK = 64 * 1024 + 28;

    /** What a later version might add: numbers that PostgreSQL gives out, computed columns, odd names, a part of a session. */
    private static final String[] LATER_TABLES = {
        "create table \"Order \"\"x\"\"\" (id bigint generated always as identity primary key,"
                + " above bigint references \"Order \"\"x\"\"\", \"a b\" text, twice text generated always as"
                + " (\"a b\" || \"a b\") stored)",
        "create table a_part (id serial primary key, part_of bigint not null references \"Order \"\"x\"\"\")",
        "create table challenge (token_hash bytea references official_session on delete cascade, word text)"
    };

    @TempDir
    private static Path shared;

    private static OwnPostgres source;
    private static Path sourceSecrets;
    private static Recipient recipient;
    private static Path key;
    private static Path archive;
    private static Path erasureKeys;

    @TempDir
    private Path directory;

    private OwnPostgres target;

    @BeforeAll
    static void aSchoolIsBackedUp() throws Exception {
        source = OwnPostgres.empty();
        sourceSecrets = shared.resolve("secrets.properties");
        try (Node node = Node.start(
                source.settings(shared.resolve("data"), sourceSecrets).withDemo())) {
            new Reporter(node.address(), "het-kompas")
                    .tells("herstelproef ze schelden me elke dag uit")
                    .answers("soort", "pesten")
                    .sends();
            Official.signIn(node.address(), "sem").openCaseAbout("herstelproef");
        }
        source.execute(LATER_TABLES);
        source.execute(
                "insert into \"Order \"\"x\"\"\" (above, \"a b\") select nullif(n - 1, 0), e'twee\\nregels\\t' || n"
                        + " from generate_series(1, 5) n",
                "insert into a_part (part_of) values (3), (5)",
                "insert into challenge select token_hash, 'x' from official_session",
                "insert into attachment select school_id, report_id, report_id, 1, 262144, current_date from report",
                "insert into attachment_chunk select school_id, report_id, report_id, n,"
                        + " decode(string_agg(md5(n || ' ' || m), ''), 'hex')"
                        + " from report, generate_series(0, 3) n, generate_series(1, 4096) m group by 1, 2, 3, 4");
        key = shared.resolve("sleutel");
        recipient = PrivateKeyFile.create(key);
        archive = shared.resolve("kopie");
        erasureKeys = shared.resolve("wissleutels");
        new BackupSession(source.settings(shared.resolve("data"), sourceSecrets), CLOCK)
                .backup(archive, recipient, erasureKeys);
        assertThat(Files.size(archive)).isGreaterThan(HEADER + 4L * CHUNK);
    }

    @BeforeEach
    void somewhereElse() throws Exception {
        target = OwnPostgres.empty();
    }

    private Settings settings() {
        return target.settings(directory.resolve("data"), directory.resolve("secrets.properties"));
    }

    /** Brings the target to our schema and then to that of the source, which has a few tables more. */
    private void prepare() throws SQLException {
        Migrations.run(DatabaseAddress.of(settings().databaseUrl().orElseThrow()));
        target.execute(LATER_TABLES);
    }

    private BackupSession.Restored restore(Path from) throws Exception {
        return restore(from, erasureKeys);
    }

    private BackupSession.Restored restore(Path from, Path keys) throws Exception {
        return new BackupSession(settings(), CLOCK).restore(from, List.of(key), keys, false);
    }

    private void assertRefused(Path from, String why) throws SQLException {
        assertRefused(from, erasureKeys, why);
    }

    private void assertRefused(Path from, Path keys, String why) throws SQLException {
        assertThatThrownBy(() -> restore(from, keys))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(why)
                .satisfies(refused -> assertThat(refused.getMessage().lines()).hasSize(1));
        assertThat(directory.resolve("secrets.properties")).doesNotExist();
    }

    private void assertEmpty() throws SQLException {
        assertThat(target.rows())
                .isNotEmpty()
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isEmpty());
    }

    @Test
    void everyRowComesBackButSessionsAndInvitations() throws Exception {
        prepare();
        assertThat(source.rows().get("official_session")).isNotEmpty();
        assertThat(source.rows().get("challenge")).isNotEmpty();

        restore(archive);

        Map<String, List<String>> before = source.rows();
        Map<String, List<String>> after = target.rows();
        for (String passing : List.of("official_session", "invitation", "challenge")) {
            assertThat(after.get(passing)).as(passing).isEmpty();
            before.remove(passing);
            after.remove(passing);
        }
        assertThat(after.get("audit")).containsAll(before.get("audit"));
        assertThat(after.remove("audit"))
                .hasSize(before.remove("audit").size() + 1)
                .anySatisfy(row -> assertThat(row).contains("reservekopie.teruggezet"));
        assertThat(after).isEqualTo(before);
        assertThat(directory.resolve("secrets.properties")).hasSameBinaryContentAs(sourceSecrets);
    }

    @Test
    void numberingGoesOnWhereItWas() throws Exception {
        prepare();
        restore(archive);

        target.execute("insert into \"Order \"\"x\"\"\" (above) values (5)", "insert into a_part (part_of) values (6)");

        assertThat(target.rows().get("a_part")).containsExactly("(1,3)", "(2,5)", "(3,6)");
    }

    @Test
    void theSecondWallStandsInTheRestoredDatabase() throws Exception {
        prepare();
        restore(archive);

        try (Connection connection = target.owner();
                Statement statement = connection.createStatement()) {
            assertThat(count(statement)).isEqualTo(1);
            statement.execute("set role wegwijzer_app");
            assertThat(count(statement)).isZero();
        }
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from report_item")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void whateverIsWrongWithAnArchiveTheDatabaseStaysEmpty() throws Exception {
        prepare();
        byte[] good = Files.readAllBytes(archive);
        List<byte[]> wrong = new ArrayList<>();
        for (int at : new int[] {0, 20, 60, HEADER + 5, HEADER + 2 * CHUNK, good.length - CHUNK, good.length - 1}) {
            byte[] changed = good.clone();
            changed[at] ^= 1;
            wrong.add(changed);
        }
        for (int length : new int[] {0, 50, HEADER, HEADER + 100, HEADER + 3 * CHUNK, good.length - 1}) {
            wrong.add(Arrays.copyOf(good, length));
        }
        wrong.add(Arrays.copyOf(good, good.length + 1));
        byte[] swapped = good.clone();
        System.arraycopy(good, HEADER + CHUNK, swapped, HEADER + 2 * CHUNK, CHUNK);
        System.arraycopy(good, HEADER + 2 * CHUNK, swapped, HEADER + CHUNK, CHUNK);
        wrong.add(swapped);
        Path file = directory.resolve("kapot");
        for (byte[] bytes : wrong) {
            Files.write(file, bytes);
            assertRefused(file, "backup");
            assertEmpty();
        }

        restore(archive);
        assertThat(target.rows().get("report")).hasSize(1);
    }

    @Test
    void anArchiveThatIsWellSealedButHoldsSomethingElseIsRefusedAsAWhole() throws Exception {
        prepare();
        byte[] good = OpenedArchive.bytes(archive, key);
        List<byte[]> wrong = new ArrayList<>();
        long seed = 20261122;
        Random random = new Random(seed);
        for (int cut = 0; cut < 12; cut++) {
            wrong.add(Arrays.copyOf(good, random.nextInt(cut < 6 ? 2_000 : good.length)));
        }
        wrong.add(Arrays.copyOf(good, good.length - 1));
        wrong.add(Arrays.copyOf(good, good.length + 1));
        int behindSecrets = new String(good, StandardCharsets.ISO_8859_1).indexOf("receipt.pepper.1=") + 17 + 64 + 1;
        for (int place = 0; place < 12; place++) {
            byte[] changed = good.clone();
            // among the names of tables and columns and their lengths, which follow the secrets
            changed[behindSecrets + random.nextInt(400)] ^= (byte) (1 << random.nextInt(8));
            wrong.add(changed);
        }
        Path file = directory.resolve("vals");
        for (int forged = 0; forged < wrong.size(); forged++) {
            OpenedArchive.forge(file, recipient, wrong.get(forged));
            assertThatThrownBy(() -> restore(file))
                    .as("seed %d, number %d", seed, forged)
                    .isInstanceOfAny(BackupException.class, StartupException.class);
            assertEmpty();
        }
        OpenedArchive.forge(file, recipient, good);
        restore(file);
    }

    @Test
    void aWrongKeyOrNoFileAtAllIsSaidBeforeTheDatabaseIsTouched() throws Exception {
        Path other = directory.resolve("andere");
        PrivateKeyFile.create(other);
        BackupSession session = new BackupSession(settings(), CLOCK);

        assertThatThrownBy(() -> session.restore(archive, List.of(other), erasureKeys, false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("another key");
        assertThatThrownBy(() -> session.restore(archive, List.of(archive), erasureKeys, false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("does not hold the private half");
        assertThatThrownBy(() -> session.restore(directory.resolve("nergens"), List.of(key), erasureKeys, false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("no file");
        assertThat(target.rows()).isEmpty();
    }

    @Test
    void aDatabaseWithAnythingInItIsRefused() throws Exception {
        prepare();
        target.execute("insert into board values (gen_random_uuid(), 'Er was al iemand')");
        Map<String, List<String>> before = target.rows();

        assertRefused(archive, "not empty (board has rows)");

        assertThat(target.rows()).isEqualTo(before);
    }

    @Test
    void aDatabaseOnWhichANodeRunsIsRefused() throws Exception {
        Settings elsewhere = target.settings(directory.resolve("node"), directory.resolve("node-secrets"));
        try (Node node = Node.start(elsewhere)) {
            assertThat(new Browser(node.managementAddress())
                            .open("/gezond/klaar")
                            .status())
                    .isEqualTo(200);
            target.execute(LATER_TABLES);
            assertRefused(archive, "stop every node");
        }
        try (Connection connection = target.owner();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table audit in row exclusive mode");
            assertRefused(archive, "in use");
        }
        restore(archive);
    }

    @Test
    void anotherSchemaIsRefusedBeforeAnythingIsMade() throws Exception {
        OwnPostgres later = OwnPostgres.empty();
        Path secrets = directory.resolve("later-secrets");
        Secrets.load(secrets);
        Settings settings = later.settings(directory.resolve("later"), secrets);
        Migrations.run(DatabaseAddress.of(settings.databaseUrl().orElseThrow()));
        later.execute("insert into flyway_schema_history select 99, '99', description, type, script, 5, installed_by,"
                + " installed_on, execution_time, success from flyway_schema_history where installed_rank = 1");
        Path newer = directory.resolve("nieuwer");
        Path itsKeys = directory.resolve("wissleutels");
        new BackupSession(settings, CLOCK).backup(newer, recipient, itsKeys);

        assertRefused(newer, itsKeys, "schema version 99");

        assertThat(target.rows()).isEmpty();
        assertRefused(archive, "other tables");
        assertEmpty();
    }

    @Test
    void otherSecretsAreOnlyReplacedWhenAskedForAndThenKept() throws Exception {
        prepare();
        Path file = directory.resolve("secrets.properties");
        Secrets.load(file);
        byte[] other = Files.readAllBytes(file);
        assertThatThrownBy(() -> restore(archive))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("--replace-secrets");
        assertThat(file).hasBinaryContent(other);
        assertEmpty();

        BackupSession.Restored restored =
                new BackupSession(settings(), CLOCK).restore(archive, List.of(key), erasureKeys, true);

        assertThat(file).hasSameBinaryContentAs(sourceSecrets);
        assertThat(restored.oldSecrets().orElseThrow()).hasBinaryContent(other);
        assertThat(Files.getPosixFilePermissions(restored.oldSecrets().orElseThrow()))
                .isEqualTo(Files.getPosixFilePermissions(file));
    }

    @Test
    void secretsThatWereRotatedSinceStay() throws Exception {
        prepare();
        Path file = directory.resolve("secrets.properties");
        Secrets.load(sourceSecrets).withNewPepper().withNewFormKey().replace(file);
        byte[] rotated = Files.readAllBytes(file);

        assertThat(restore(archive).oldSecrets()).isEmpty();

        assertThat(file).hasBinaryContent(rotated);
    }

    @Test
    void thereMustBeSomethingToBackUp() throws IOException {
        Path file = directory.resolve("leeg");
        BackupSession session = new BackupSession(settings(), CLOCK);
        assertThatThrownBy(() -> session.backup(file, recipient, directory.resolve("wissleutels")))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("no secrets file");
        Secrets.load(directory.resolve("secrets.properties"));
        assertThatThrownBy(() -> session.backup(file, recipient, directory.resolve("wissleutels")))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("nothing to back up");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactly("secrets.properties");
        }
    }
}
