package nl.wegwijzer.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.wegwijzer.account.AdministrationException;
import nl.wegwijzer.store.AuditCheck;
import nl.wegwijzer.store.AuditExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands of an auditor: take the entries out, and check them anywhere. */
final class AuditCommands {
    private AuditCommands() {}

    /** {@code audit}. */
    @Command(
            name = "audit",
            mixinStandardHelpOptions = true,
            description = "Prints who did what and when at a board, as JSON Lines, never content. Check them with"
                    + " 'audit-verify'.")
    static final class Export extends AdministrationCommands.Base {
        @Option(names = "--board", required = true, paramLabel = "ID", description = "Id of the board.")
        @SuppressWarnings("NullAway.Init") // required, so set by picocli
        private UUID board;

        @Override
        void run() throws Exception {
            long entries = AdministrationSession.onDatabase(
                    settings(), (vertx, database, clock) -> new AuditExport(database).write(board, this::say));
            spec.commandLine().getOut().flush();
            if (entries == 0) {
                throw new AdministrationException("There is no such board: its making would be the first entry.");
            }
        }
    }

    /** {@code audit-verify}. */
    @Command(
            name = "audit-verify",
            mixinStandardHelpOptions = true,
            description =
                    "Checks a file that 'audit' made; needs neither the server nor its data. Prints the last hash:"
                            + " note it somewhere else, and give it as --noted next time.")
    static final class Verify implements Callable<Integer> {
        private static final int BROKEN = 1;

        @Parameters(paramLabel = "FILE", description = "What 'audit' printed.")
        @SuppressWarnings("NullAway.Init") // required, so set by picocli
        private Path file;

        @Option(
                names = "--noted",
                paramLabel = "HASH",
                description = "Last hash of an earlier check. Without it nobody can tell a chain that was made anew.")
        private @Nullable String noted;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli before call()
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            // what is no text at all is a broken line, not a reason to stop
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
                AuditCheck.Verdict verdict = AuditCheck.of(reader, Optional.ofNullable(noted));
                if (verdict instanceof AuditCheck.Verdict.Intact intact) {
                    spec.commandLine()
                            .getOut()
                            .println("Intact: " + intact.entries() + " entries, last hash " + intact.lastHash());
                    return 0;
                }
                if (verdict instanceof AuditCheck.Verdict.Broken broken) {
                    spec.commandLine().getOut().println("Broken at entry " + broken.entry() + ": " + broken.why());
                }
                return BROKEN;
            } catch (NoSuchFileException missing) {
                throw new StartupException("There is no file " + file + ".", missing);
            }
        }
    }
}
