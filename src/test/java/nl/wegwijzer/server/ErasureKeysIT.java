package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.wegwijzer.backup.ArchiveFile;
import nl.wegwijzer.backup.Backup;
import nl.wegwijzer.backup.PrivateKeyFile;
import nl.wegwijzer.backup.Recipient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup draws keys while reports come and go. */
class ErasureKeysIT {
    private static final int MANY = 2_500;
    private static final String WAITS = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock'";

    @TempDir
    private Path directory;

    private OwnPostgres database;
    private BackupSession session;
    private Recipient recipient;

    @BeforeEach
    void aSchoolWithManyReports() throws Exception {
        database = OwnPostgres.empty();
        Path secrets = directory.resolve("geheimen");
        Secrets.load(secrets);
        Settings settings = database.settings(directory.resolve("data"), secrets);
        Migrations.run(DatabaseAddress.of(settings.databaseUrl().orElseThrow()));
        UUID school = UUID.randomUUID();
        database.execute(
                "insert into board values ('" + school + "', 'Bestuur')",
                "insert into school (school_id, board_id, slug, name, sector) values ('" + school + "', '" + school
                        + "', 'school', 'School', 'vo')",
                "insert into report (school_id, report_id, submission_id, lookup_id, reporter_public_key, reporter_key,"
                        + " category, read_category, urgency, accused, reporter, anonymous, status, routing_reason,"
                        + " received_on, open_before) select '" + school + "', gen_random_uuid(), gen_random_uuid(),"
                        + " sha256(n::text::bytea), 'x', 'x', 'pesten', 'pesten', 'normaal', 'leerling', 'leerling',"
                        + " true, 'nieuw', 'x', current_date, current_date from generate_series(1, " + MANY + ") n");
        session = new BackupSession(settings, Clock.system(Node.SCHOOL_TIME));
        recipient = PrivateKeyFile.create(directory.resolve("sleutel"));
    }

    private ArchiveFile.Written<Backup.Made> backup() throws Exception {
        return session.backup(
                directory.resolve(UUID.randomUUID().toString()), recipient, directory.resolve("wissleutels"));
    }

    @Test
    void everyReportGetsAKeyOfItsOwnAndKeepsIt() throws Exception {
        assertThat(backup().result().keys()).isEqualTo(MANY);
        List<String> keys = database.rows("select report_id, encode(erasure_key, 'hex') from report_erasure_key");
        assertThat(database.rows("select count(distinct erasure_key) from report_erasure_key"))
                .containsExactly("(" + MANY + ")");

        assertThat(backup().result().keys()).isEqualTo(MANY);

        assertThat(database.rows("select report_id, encode(erasure_key, 'hex') from report_erasure_key"))
                .isEqualTo(keys);
    }

    @Test
    void aReportThatIsBeingErasedGetsNoKey() throws Exception {
        try (Connection erasure = database.owner();
                Statement statement = erasure.createStatement()) {
            erasure.setAutoCommit(false);
            statement.execute(
                    "create temporary table due as select report_id from report order by report_id limit 100");
            statement.execute("select from report where report_id in (select report_id from due) for update");
            statement.execute("delete from report_erasure_key where report_id in (select report_id from due)");
            statement.execute("update report set erased_on = current_date, reporter_key = null,"
                    + " reporter_public_key = null where report_id in (select report_id from due)");
            CompletableFuture<ArchiveFile.Written<Backup.Made>> backup = CompletableFuture.supplyAsync(() -> {
                try {
                    return backup();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (database.rows(WAITS).equals(List.of("(0)"))) {
                assertThat(System.nanoTime())
                        .as("the backup waits for the erasure")
                        .isLessThan(end);
                assertThat(backup).isNotDone();
                Thread.sleep(20);
            }
            erasure.commit();

            assertThat(backup.get(60, TimeUnit.SECONDS).result().keys()).isEqualTo(MANY - 100);
        }
        assertThat(database.rows("select count(*) from report_erasure_key join report using (school_id, report_id)"
                        + " where erased_on is not null"))
                .containsExactly("(0)");
    }
}
