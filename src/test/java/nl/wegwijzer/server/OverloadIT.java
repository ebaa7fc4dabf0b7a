package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.wegwijzer.crowd.CrowdLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node whose connections are all taken: it says so at once, and the page keeps what was told. */
class OverloadIT {
    private static final int CONNECTIONS = 2;
    private static final int WAITING = 1;
    private static final int BUSY = 503;
    private static final String SCHOOL = "/het-kompas";

    private final ExecutorService phones = Executors.newCachedThreadPool();
    private Path data;
    private Node node;

    @BeforeEach
    void start() throws IOException {
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "overload-");
        Limits small = new Limits(CrowdLimits.roomy(), CONNECTIONS, WAITING, 64);
        node = Node.start(TestNode.settings(data), Clock.system(Node.SCHOOL_TIME), small);
    }

    @AfterEach
    void stop() {
        phones.shutdownNow();
        node.close();
    }

    private Browser aboutToSend() {
        return new Reporter(node.address(), "het-kompas").until("controle").browser();
    }

    @Test
    void whoFindsThePoolFullKeepsEverythingAndIsThroughOnceThereIsRoom() throws Exception {
        String code = new Reporter(node.address(), "het-kompas").sends();
        Browser writing = new Browser(node.address()).open(SCHOOL + "/terug");
        writing.submitTo(SCHOOL + "/terug", Map.of("code", code));
        Browser answering = Official.signIn(node.address(), "sem").inbox().browser();
        answering.open(
                answering.page().select("a[href^=/medewerker/melding/]").first().attr("href"));
        String reply = answering.page().select("form[action$=/antwoord]").attr("action");
        List<Browser> first = List.of(aboutToSend(), aboutToSend());
        Browser late = aboutToSend();

        List<CompletableFuture<Browser>> stuck = new ArrayList<>();
        try (Connection database = OwnPostgres.superuser(data, "wegwijzer");
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("lock table report in access exclusive mode");
            first.forEach(phone -> stuck.add(CompletableFuture.supplyAsync(() -> phone.press("versturen"), phones)));
            awaitConnectionsThatWait(statement);
            // one more request may wait for a connection; everybody after it hears at once that it is busy
            CompletableFuture<Browser> waiting =
                    CompletableFuture.supplyAsync(() -> new Browser(node.address()).open("/"), phones);

            late.press("versturen");
            writing.submitTo(SCHOOL + "/terug", Map.of("tekst", "bewaarbericht"));
            answering.submitTo(reply, Map.of("tekst", "bewaarantwoord"));

            assertThat(waiting.get(30, TimeUnit.SECONDS).status()).isEqualTo(BUSY);
            database.rollback();
        }

        assertThat(late.status()).isEqualTo(BUSY);
        assertThat(late.header("Retry-After")).isNotEmpty();
        assertThat(late.text()).contains("Je verhaal staat hier nog").doesNotContain("Exception");
        assertThat(late.hidden("gesprek")).isNotEmpty();
        assertThat(writing.status()).isEqualTo(BUSY);
        assertThat(writing.page().select("textarea[name=tekst]").text()).isEqualTo("bewaarbericht");
        assertThat(answering.status()).isEqualTo(BUSY);
        assertThat(answering.header("Retry-After")).isNotEmpty();
        assertThat(answering.text()).contains("bewaarantwoord");

        for (CompletableFuture<Browser> phone : stuck) {
            assertThat(codeOf(phone)).as("those who were being served").isNotEmpty();
        }
        assertThat(late.press("versturen").code()).isNotEmpty();
        assertThat(writing.submitTo(SCHOOL + "/terug", Map.of()).text()).contains("bewaarbericht");
    }

    @Test
    void whoOnlyLooksIsNotToldThatAStoryIsKept() throws Exception {
        try (Connection database = OwnPostgres.superuser(data, "wegwijzer");
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("lock table school in access exclusive mode");

            for (int i = 0; i < CONNECTIONS + WAITING; i++) {
                CompletableFuture.supplyAsync(() -> new Browser(node.address()).open("/"), phones);
            }
            awaitConnectionsThatWait(statement);
            Browser browser = new Browser(node.address()).open("/");

            assertThat(browser.status()).isEqualTo(BUSY);
            assertThat(browser.text()).contains("Wacht even").doesNotContain("verhaal staat hier");
            database.rollback();
        }
    }

    private static String codeOf(CompletableFuture<Browser> phone)
            throws InterruptedException, ExecutionException, TimeoutException {
        return phone.get(30, TimeUnit.SECONDS).code();
    }

    private static void awaitConnectionsThatWait(Statement statement) throws SQLException, InterruptedException {
        for (int look = 0; look < 300; look++) {
            try (ResultSet waiting = statement.executeQuery("select count(*) from pg_locks where not granted")) {
                waiting.next();
                if (waiting.getInt(1) >= CONNECTIONS) {
                    return;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the pool never filled");
    }
}
