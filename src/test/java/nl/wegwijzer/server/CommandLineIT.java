package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as somebody else starts it. */
class CommandLineIT {
    static final Path JAR = Path.of(System.getProperty("wegwijzer.jar", "target/wegwijzer.jar"));
    private static final Pattern READY = Pattern.compile("Wegwijzer is ready: (http://\\S+)");

    record Result(int status, String out, String err) {}

    private static ProcessBuilder jar(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("java", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("WEGWIJZER_"));
        builder.environment().putAll(environment);
        return builder;
    }

    static Result run(String input, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", "");
        Path err = Files.createTempFile("err", "");
        Process process = jar(environment, arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** A served product that is stopped as Ctrl-C stops it. */
    private static final class Served implements AutoCloseable {
        private final Process process;
        private final Path log;
        private final String address;

        Served(Path data, Path log) throws IOException, InterruptedException {
            this.log = log;
            process = jar(
                            Map.of(),
                            "serve",
                            "--demo",
                            "--port",
                            "0",
                            "--management-port",
                            "0",
                            "--data",
                            data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            address = awaitReady();
        }

        private String awaitReady() throws IOException, InterruptedException {
            for (int i = 0; i < 600; i++) {
                Matcher ready = READY.matcher(Files.readString(log));
                if (ready.find()) {
                    return ready.group(1);
                }
                assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
                Thread.sleep(200);
            }
            throw new AssertionError("not ready: " + Files.readString(log));
        }

        int stop() throws InterruptedException {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    @Test
    void theProductKeepsItsDataStopsCleanlyAndRefusesASecondStart(@TempDir Path directory) throws Exception {
        Path data = directory.resolve("data");
        String code;
        try (Served served = new Served(data, directory.resolve("first.log"))) {
            code = new Reporter(served.address, "het-kompas")
                    .tells("bewaartussenstarts ze schelden me uit")
                    .answers("soort", "pesten")
                    .sends();

            Result second = run("", Map.of(), "serve", "--port", "0", "--data", data.toString());
            assertThat(second.status()).isEqualTo(3);
            assertThat(second.err().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("already runs")
                    .contains(data.toString());

            assertThat(served.stop()).isIn(0, 143);
            assertThat(Files.readString(served.log)).doesNotContain("Exception").doesNotContain("bewaartussenstarts");
        }
        try (Served again = new Served(data, directory.resolve("second.log"))) {
            assertThat(new Browser(again.address)
                            .open("/het-kompas/terug")
                            .submitTo("/het-kompas/terug", Map.of("code", code))
                            .text())
                    .contains("bewaartussenstarts");
            again.process.destroyForcibly().waitFor();
        }
        try (Served afterKill = new Served(data, directory.resolve("third.log"))) {
            assertThat(new Browser(afterKill.address).open("/het-kompas").status())
                    .as("an orphaned PostgreSQL does not block the next start")
                    .isEqualTo(200);
            Result official = run(
                    "",
                    Map.of(
                            "WEGWIJZER_PUBLIC_URL",
                            "https://melden.school.example",
                            "WEGWIJZER_STAFF_PORT",
                            "8090",
                            "WEGWIJZER_STAFF_URL",
                            "https://team.school.example"),
                    "invite",
                    "fatima",
                    "--data",
                    data.toString());
            assertThat(official.status()).as(official.err()).isZero();
            String link =
                    official.out().strip().lines().reduce((first, last) -> last).orElseThrow();
            assertThat(link).startsWith("https://team.school.example/medewerker/uitnodiging/");
            HttpResponse<String> page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(
                                            afterKill.address + URI.create(link).getPath()))
                                    .header("Accept", "text/html")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Fatima");
            assertThat(afterKill.stop()).isIn(0, 143);
        }
    }

    @Test
    void classifyAnswersLineByLine() throws Exception {
        Result result = run(
                "{\"id\":1,\"text\":\"ze lachen me altijd uit\"}\nrubbish\n{\"id\":\"b\",\"text\":\"i want to die\"}\n",
                Map.of(),
                "classify");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out().lines()).hasSize(3);
        assertThat(result.out().lines().toList().get(0)).contains("\"id\":1").contains("\"category\":\"pesten\"");
        assertThat(result.out().lines().toList().get(1)).startsWith("{\"error\"");
        assertThat(result.out().lines().toList().get(2)).contains("\"alerts\":[\"zelfdoding\"]");
    }

    @Test
    void routeAnswersLineByLine() throws Exception {
        Result result = run(
                "{\"id\":1,\"category\":\"pesten\",\"accused\":\"leerling\",\"reporter\":\"leerling\",\"officials\":"
                        + "[{\"id\":\"a\",\"role\":\"aanspreekpunt\",\"away\":false}]}\n",
                Map.of(),
                "route");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("\"recipient\":\"a\"");
    }

    @Test
    void strangersAreHelped() throws Exception {
        assertThat(run("", Map.of(), "--help").out())
                .contains("serve")
                .contains("classify")
                .contains("official");
        Result help = run("", Map.of(), "serve", "--help");
        assertThat(help.status()).isZero();
        for (String variable : Settings.VARIABLES.keySet()) {
            assertThat(help.out()).contains(variable);
        }
        Result unknown = run("", Map.of("WEGWIJZER_TYPO", "1"), "serve");
        assertThat(unknown.status()).isEqualTo(3);
        assertThat(unknown.err().strip().lines()).singleElement().asString().contains("WEGWIJZER_TYPO");
        Result bad = run("", Map.of("WEGWIJZER_PORT", "many"), "serve");
        assertThat(bad.status()).isEqualTo(3);
        assertThat(bad.err().strip().lines()).singleElement().asString().contains("WEGWIJZER_PORT");
        assertThat(run("", Map.of(), "nonsense").status()).isEqualTo(2);
    }
}
