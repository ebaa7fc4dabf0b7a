package nl.wegwijzer.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code java -jar wegwijzer.jar COMMAND}. */
@Command(
        name = "wegwijzer",
        mixinStandardHelpOptions = true,
        version = "Wegwijzer 1.0.0",
        description = "The safest and easiest way for a pupil to say that something is wrong at school.",
        subcommands = {
            ServeCommand.class,
            HealthCommand.class,
            AdministrationCommands.Board.class,
            AdministrationCommands.School.class,
            AdministrationCommands.Official.class,
            AdministrationCommands.Invite.class,
            RetentionCommand.class,
            RotateCommand.class,
            AuditCommands.Export.class,
            AuditCommands.Verify.class,
            BackupCommands.Key.class,
            BackupCommands.Make.class,
            BackupCommands.Back.class,
            ReadingCommands.Classify.class,
            RouteCommand.class,
            ReadingCommands.Train.class,
            ReadingCommands.Evaluate.class,
            BenchCommand.class
        },
        footer = {
            "",
            "Exit status: 0 done; 1 done, but something in the input was wrong; 2 wrong use; 3 could not start."
        })
public final class Wegwijzer implements Runnable {
    /** Something outside kept the command from starting. */
    static final int COULD_NOT_START = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do; 'serve --demo' is a good start.");
    }

    /** Runs a command and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Wegwijzer());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof StartupException || failure instanceof java.io.UncheckedIOException) {
                command.getErr().println(failure.getMessage());
                return COULD_NOT_START;
            }
            command.getErr().println("Something went wrong inside Wegwijzer: " + failure);
            return COULD_NOT_START;
        });
        return commandLine;
    }
}
