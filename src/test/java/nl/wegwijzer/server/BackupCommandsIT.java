package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup and restore as an administrator runs them: the jar, a PostgreSQL that is not ours, and far more data than memory. */
class BackupCommandsIT {
    private static final String TABLE = "create table attic (n int primary key, sealed bytea)";
    private static final int ROWS = 5_000;
    private static final long BYTES = 32L * 1024 * ROWS;
    private static final String LITTLE_MEMORY = "-Xmx48m";

    @TempDir
    private Path directory;

    private OwnPostgres source;
    private Path archive;
    private Path key;
    private String recipient;

    @BeforeEach
    void muchToKeep() throws Exception {
        source = OwnPostgres.empty();
        Secrets.load(directory.resolve("secrets"));
        Migrations.run(DatabaseAddress.of(settings(source).databaseUrl().orElseThrow()));
        source.execute(
                TABLE,
                "insert into attic select n, decode(repeat(md5(n::text), 2048), 'hex') from generate_series(1, " + ROWS
                        + ") n");
        archive = directory.resolve("kopie");
        key = directory.resolve("sleutel");
        CommandLineIT.Result made = CommandLineIT.run("", Map.of(), "backup-key", "--to", key.toString());
        assertThat(made.status()).as(made.err()).isZero();
        recipient = made.out().strip();
    }

    private Settings settings(OwnPostgres database) {
        return database.settings(directory.resolve("data"), directory.resolve("secrets"));
    }

    private Map<String, String> environment(OwnPostgres database, Path secrets) {
        return Map.of(
                "WEGWIJZER_DATABASE_URL",
                database.url(),
                "WEGWIJZER_SECRETS_FILE",
                secrets.toString(),
                "WEGWIJZER_DATA",
                directory.resolve("data").toString(),
                "JAVA_TOOL_OPTIONS",
                LITTLE_MEMORY);
    }

    @Test
    void muchMoreThanFitsInMemoryGoesThereAndBack() throws Exception {
        CommandLineIT.Result backup = CommandLineIT.run(
                "",
                environment(source, directory.resolve("secrets")),
                "backup",
                "--to",
                archive.toString(),
                "--recipient",
                recipient);
        assertThat(backup.status()).as(backup.err()).isZero();
        assertThat(Files.size(archive)).isGreaterThan(BYTES);

        OwnPostgres target = OwnPostgres.empty();
        Migrations.run(DatabaseAddress.of(settings(target).databaseUrl().orElseThrow()));
        target.execute(TABLE);
        CommandLineIT.Result restore = CommandLineIT.run(
                "",
                environment(target, directory.resolve("restored-secrets")),
                "restore",
                "--from",
                archive.toString(),
                "--key",
                key.toString());
        assertThat(restore.status()).as(restore.err()).isZero();
        assertThat(target.rows("select n, md5(sealed) from attic"))
                .hasSize(ROWS)
                .isEqualTo(source.rows("select n, md5(sealed) from attic"));
        assertThat(directory.resolve("restored-secrets")).hasSameBinaryContentAs(directory.resolve("secrets"));
    }

    @Test
    void aFullDiskIsSaidInOneLineAndLeavesNothing() throws Exception {
        List<Path> before = files();
        Path err = Files.createTempFile("err", "");
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f 40000; exec java -XX:-UsePerfData -jar \"$0\" backup --to \"$1\" --recipient \"$2\"",
                CommandLineIT.JAR.toString(),
                archive.toString(),
                recipient);
        builder.environment().keySet().removeIf(name -> name.startsWith("WEGWIJZER_"));
        builder.environment().putAll(environment(source, directory.resolve("secrets")));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isEqualTo(Wegwijzer.COULD_NOT_START);
        assertThat(Files.readString(err).strip().lines())
                .singleElement()
                .asString()
                .startsWith("The backup could not be written: ");
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    @Test
    void wrongUseIsExplained() throws Exception {
        String file = archive.toString();
        Command noKey = Command.run("backup", "--to", file, "--recipient", recipient.substring(1));
        assertThat(noKey.status()).isEqualTo(2);
        assertThat(noKey.err()).contains("not the public half of a backup key");
        Command again = Command.run("backup-key", "--to", key.toString());
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("never overwritten").hasLineCount(1);
        Command nowhere = Command.run("restore", "--from", file, "--key", key.toString());
        assertThat(nowhere.status()).isEqualTo(1);
        assertThat(nowhere.err()).contains("no file " + file).hasLineCount(1);
        assertThat(Command.run("--help").out()).contains("backup-key", "backup", "restore");
        assertThat(archive).doesNotExist();
    }

    @Test
    void aDatabaseThatIsOutOfReachIsSaidInOneLine() throws SQLException, IOException, InterruptedException {
        Map<String, String> gone = Map.of(
                "WEGWIJZER_DATABASE_URL",
                source.url(1),
                "WEGWIJZER_SECRETS_FILE",
                directory.resolve("secrets").toString());
        CommandLineIT.Result result =
                CommandLineIT.run("", gone, "backup", "--to", archive.toString(), "--recipient", recipient);

        assertThat(result.status()).isEqualTo(Wegwijzer.COULD_NOT_START);
        assertThat(result.err().strip().lines())
                .singleElement()
                .asString()
                .startsWith("The backup could not be made: ");
        assertThat(archive).doesNotExist();
    }
}
