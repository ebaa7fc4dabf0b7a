package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes on a PostgreSQL that is not ours: several at once, and through an outage. */
class ExternalDatabaseIT {
    private final TestNode cluster = TestNode.shared();

    /** Makes an empty database with an owner of its own, as an administrator would, and returns its name. */
    private String newDatabase() throws SQLException, IOException {
        String name = "extern_" + UUID.randomUUID().toString().substring(0, 8);
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port() + "/postgres", "postgres", password());
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + name + " login createrole password 'geheim'");
            statement.execute("grant wegwijzer_app to " + name + " with admin option");
            statement.execute("create database " + name + " owner " + name);
        }
        return name;
    }

    private int port() throws IOException {
        return Integer.parseInt(
                Files.readAllLines(cluster.data().resolve("postgres").resolve("postmaster.pid"))
                        .get(3));
    }

    private String password() throws IOException {
        return Files.readString(cluster.data().resolve("postgres-password")).strip();
    }

    private static Node node(Path directory, String database, int port, Path secrets) {
        return Node.start(Settings.of(Map.of(
                        "WEGWIJZER_DATABASE_URL",
                        "postgresql://" + database + ":geheim@127.0.0.1:" + port + "/" + database,
                        "WEGWIJZER_SECRETS_FILE",
                        secrets.toString()))
                .withDataDirectory(directory)
                .withPort(0)
                .withManagementPort(0)
                .withDemo());
    }

    @Test
    void nodesThatStartAtOnceShareTheDatabaseAndAnyOfThemServesAnyRequest(@TempDir Path directory) throws Exception {
        String database = newDatabase();
        int port = port();
        Path secrets = directory.resolve("secrets.properties");
        Secrets.load(secrets);
        CompletableFuture<Node> starting =
                CompletableFuture.supplyAsync(() -> node(directory.resolve("a"), database, port, secrets));
        try (Node second = node(directory.resolve("b"), database, port, secrets);
                Node first = starting.get()) {
            Reporter reporter = new Reporter(first.address(), "het-kompas")
                    .tells("overalhetzelfde ze schelden me elke dag uit")
                    .answers("soort", "pesten")
                    .until("controle");
            String code = new Browser(second.address())
                    .post(
                            "/het-kompas/gesprek",
                            List.of(
                                    Map.entry("gesprek", reporter.browser().hidden("gesprek")),
                                    Map.entry("antwoord", "versturen")))
                    .code();

            assertThat(code).isNotEmpty();
            assertThat(new Browser(first.address())
                            .open("/het-kompas/terug")
                            .submitTo("/het-kompas/terug", Map.of("code", code))
                            .text())
                    .contains("overalhetzelfde");
        }
    }

    @Test
    void aReportThatMeetsAnOutageIsNotLostAndIsSentWhenTheDatabaseIsBack(@TempDir Path directory) throws Exception {
        String database = newDatabase();
        try (CuttableLine line = new CuttableLine(port());
                Node node = node(directory.resolve("c"), database, line.port(), directory.resolve("secrets"))) {
            Browser browser = new Reporter(node.address(), "het-kompas")
                    .tells("stroomweg ze schelden me elke dag uit")
                    .answers("soort", "pesten")
                    .until("controle")
                    .browser();

            line.cut();
            browser.press("versturen");

            assertThat(browser.status()).isEqualTo(503);
            assertThat(browser.header("Retry-After")).isNotEmpty();
            assertThat(browser.text()).contains("Wacht even").doesNotContain("Exception");
            assertThat(new Browser(node.managementAddress())
                            .open("/gezond/klaar")
                            .status())
                    .isEqualTo(503);

            line.mend();
            browser.press("versturen");

            assertThat(browser.code()).isNotEmpty();
            assertThat(new Browser(node.managementAddress())
                            .open("/gezond/klaar")
                            .status())
                    .isEqualTo(200);
        }
    }
}
