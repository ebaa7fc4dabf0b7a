package nl.wegwijzer.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code health}: asks the node on this machine whether it can take reports; for containers and monitors. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = "Exit status 0 when the node on this machine can take reports, 1 when not.")
final class HealthCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Settings.of(System.getenv());
        String host = settings.managementHost().equals("0.0.0.0") ? "127.0.0.1" : settings.managementHost();
        URI address = URI.create("http://" + host + ":" + settings.managementPort() + "/gezond/klaar");
        try {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(
                            HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString());
            spec.commandLine().getOut().print(answer.body());
            return answer.statusCode() == 200 ? 0 : 1;
        } catch (IOException e) {
            spec.commandLine().getErr().println("Nothing answers at " + address);
            return 1;
        }
    }
}
