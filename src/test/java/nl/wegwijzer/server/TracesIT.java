package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Drives every route with marked values and looks for them in everything that was written. */
class TracesIT {
    private static final String AGENT = "merkteken-agent-qq";
    private static final String REFERRER = "merkteken-herkomst-qq";
    private static final String FORWARDED = "203.0.113.77";
    private static final String COOKIE = "merkteken-koekje-qq";
    private static final String PARAMETER = "merkteken-parameter-qq";
    private static final String BODY = "merkteken-inhoud-qq";

    private final TestNode node = TestNode.shared();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    }

    @Test
    void nothingOfTheReporterIsWrittenAnywhere() throws IOException, InterruptedException, SQLException {
        for (String path : List.of(
                "/",
                "/het-kompas",
                "/het-kompas/terug",
                "/het-kompas/gesprek",
                "/bestaat-niet",
                "/snel/weg",
                "/medewerker",
                "/medewerker/aanmelden",
                "/medewerker/school",
                "/medewerker/uitnodiging/" + PARAMETER,
                "/medewerker/melding/a/b",
                "/s/x/y.css",
                "/demo")) {
            send(marked(path + "?taal=" + PARAMETER).GET().build());
            send(marked(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(fields()))
                    .build());
            send(marked(path)
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString(BODY))
                    .build());
        }

        List<String> marks = List.of(AGENT, REFERRER, FORWARDED, COOKIE, PARAMETER, BODY);
        String logged = log.list.stream().map(TracesIT::whole).collect(Collectors.joining("\n"));
        WrittenThings written = new WrittenThings(node);
        String dump = written.dump();
        for (String mark : marks) {
            assertThat(logged).as("the log").doesNotContain(mark);
            assertThat(dump).as("the database").doesNotContain(mark).doesNotContain(WrittenThings.hex(mark));
        }
        assertThat(written.filesWith(marks)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/het-kompas", "/het-kompas/terug", "/bestaat-niet"})
    void reportersGetNoCookieAndEveryProtectingHeader(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(marked(path).GET().build());

        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("http");
        assertThat(answer.headers().map().keySet())
                .contains(
                        "Referrer-Policy".toLowerCase(java.util.Locale.ROOT),
                        "permissions-policy",
                        "cross-origin-opener-policy",
                        "cross-origin-resource-policy",
                        "x-content-type-options");
        assertThat(answer.body()).contains("<title>Wegwijzer</title>").doesNotContain("https://");
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length % 8_192)
                .as("padded to a bucket")
                .isZero();
    }

    private static String whole(ILoggingEvent event) {
        return event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
    }

    private static String fields() {
        return List.of("gesprek", "antwoord", "tekst", "code", "sleutel", "blijk", "naam", "wachtzin").stream()
                .map(name -> name + "=" + URLEncoder.encode(BODY, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder marked(String path) {
        return HttpRequest.newBuilder(URI.create(node.address() + path))
                .header("Accept", "text/html")
                .header("User-Agent", AGENT)
                .header("Referer", "https://" + REFERRER + ".example/")
                .header("X-Forwarded-For", FORWARDED)
                .header("Cookie", "__Host-wegwijzer=" + COOKIE);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
