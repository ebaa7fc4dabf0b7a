package nl.wegwijzer.server;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import nl.wegwijzer.routing.JsonLinesRouter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code route}: JSON Lines in, JSON Lines out. */
@Command(
        name = "route",
        mixinStandardHelpOptions = true,
        description = {
            "Reads routing requests as JSON Lines on standard input and writes who would get each report.",
            "A malformed line gives {\"error\": …} in its place and exit status 1 at the end."
        })
final class RouteCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return JsonLinesRouter.run(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                spec.commandLine().getOut());
    }
}
