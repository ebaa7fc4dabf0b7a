package nl.wegwijzer.server;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the product itself, until Ctrl-C. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Serves the pages of reporters and officials until Ctrl-C.",
        footerHeading = "%nSettings (environment variables; an option wins over its variable):%n",
        modelTransformer = ServeCommand.WithSettings.class)
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "N", description = "Port for the pages; 0 picks a free one.")
    private @Nullable Integer port;

    @Option(names = "--management-port", paramLabel = "N", description = "Port for health and metrics.")
    private @Nullable Integer managementPort;

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory.")
    private @Nullable Path data;

    @Option(
            names = "--demo",
            description = "Fill an empty database with a demo board of two schools and print its sign-ins.")
    private boolean demo;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        CountDownLatch stopped = new CountDownLatch(1);
        Node node = Node.start(settings());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            node.close();
                            stopped.countDown();
                        },
                        "wegwijzer-stop"));
        node.demoSignIns().forEach(out::println);
        out.println("Wegwijzer is ready: " + node.address() + "  (officials: " + node.staffAddress() + "/medewerker/ ,"
                + " health: " + node.managementAddress() + "/gezond/klaar)");
        out.flush();
        stopped.await();
        return 0;
    }

    private Settings settings() {
        Settings settings = Settings.of(System.getenv());
        settings = Optional.ofNullable(data).map(settings::withDataDirectory).orElse(settings);
        settings = Optional.ofNullable(port).map(settings::withPort).orElse(settings);
        settings = Optional.ofNullable(managementPort)
                .map(settings::withManagementPort)
                .orElse(settings);
        return demo ? settings.withDemo() : settings;
    }

    /** Lists every setting at the end of the help, from the one place where they are known. */
    static final class WithSettings implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec command) {
            command.usageMessage()
                    .footer(Settings.VARIABLES.entrySet().stream()
                            .map(variable -> "  %s%n      %s".formatted(variable.getKey(), variable.getValue()))
                            .toArray(String[]::new));
            return command;
        }
    }
}
