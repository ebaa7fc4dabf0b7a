package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes on a PostgreSQL that is not ours: several at once, and through an outage. */
class ExternalDatabaseIT {
    private static Node node(Path directory, OwnPostgres database, int port, Path secrets) {
        return Node.start(database.settings(directory, secrets, port).withDemo());
    }

    @Test
    void nodesThatStartAtOnceShareTheDatabaseAndAnyOfThemServesAnyRequest(@TempDir Path directory) throws Exception {
        OwnPostgres database = OwnPostgres.empty();
        int port = database.port();
        Path secrets = directory.resolve("secrets.properties");
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
        OwnPostgres database = OwnPostgres.empty();
        try (CuttableLine line = new CuttableLine(database.port());
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
