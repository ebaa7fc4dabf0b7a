package nl.wegwijzer.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import nl.wegwijzer.backup.ArchiveFile;
import nl.wegwijzer.backup.Backup;
import nl.wegwijzer.backup.BackupException;
import nl.wegwijzer.backup.PrivateKeyFile;
import nl.wegwijzer.backup.Recipient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that take everything out of the house and bring it back. */
final class BackupCommands {
    /** After which an archive should be gone: what reporters were told is erased still stands in it. */
    private static final int DAYS_TO_KEEP = 30;

    private BackupCommands() {}

    /** {@code backup-key}. */
    @Command(
            name = "backup-key",
            mixinStandardHelpOptions = true,
            description = "Makes a key pair for backups. Prints the public half, which 'backup' takes and which is no"
                    + " secret; writes the private half to a new file. Do this on a machine that is not the server,"
                    + " and keep that file there: without it no backup can be restored, and with it anyone can.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    static final class Key implements Callable<Integer> {
        @Option(names = "--to", required = true, paramLabel = "FILE", description = "New file for the private half.")
        private Path file;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            try {
                spec.commandLine().getOut().println(PrivateKeyFile.create(file));
                return 0;
            } catch (BackupException refused) {
                spec.commandLine().getErr().println(refused.getMessage());
                return 1;
            } catch (IOException e) {
                throw new StartupException("The file " + file + " can't be written: " + e.getMessage(), e);
            }
        }
    }

    /** {@code backup}. */
    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description = "Writes everything that the database holds at this moment, and the secrets file, to a new"
                    + " file that opens only with the private half of a backup key. Nodes may go on working. Left out"
                    + " are only sessions and open invitations.")
    @SuppressWarnings("NullAway.Init") // required options are set by picocli
    static final class Make extends AdministrationCommands.Base {
        @Option(names = "--to", required = true, paramLabel = "FILE", description = "New file for the backup.")
        private Path file;

        @Option(
                names = "--recipient",
                required = true,
                paramLabel = "PUBLICKEY",
                description = "What 'backup-key' printed.")
        private String recipient;

        @Override
        void run() throws Exception {
            Recipient reader;
            try {
                reader = Recipient.parse(recipient);
            } catch (BackupException mistyped) {
                throw new ParameterException(spec.commandLine(), mistyped.getMessage(), mistyped);
            }
            ArchiveFile.Written<Backup.Made> written =
                    new BackupSession(settings(), Clock.system(Node.SCHOOL_TIME)).backup(file, reader);
            say(String.format(
                    Locale.ROOT,
                    "%s: %d rows of %d tables and the secrets, %d bytes, SHA-256 %s",
                    file,
                    written.result().rows(),
                    written.result().tables(),
                    written.bytes(),
                    written.sha256()));
            say("What is erased from now on still stands in it: destroy it after " + DAYS_TO_KEEP + " days.");
        }
    }

    /** {@code restore}. */
    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Reads a backup into an empty database, with the Wegwijzer version that made it. Stop every"
                    + " node first. When anything about the backup is wrong, the database stays empty.")
    @SuppressWarnings("NullAway.Init") // required options are set by picocli
    static final class Back extends AdministrationCommands.Base {
        @Option(names = "--from", required = true, paramLabel = "FILE", description = "What 'backup' wrote.")
        private Path file;

        @Option(
                names = "--key",
                required = true,
                paramLabel = "FILE",
                description = "The private half, as 'backup-key' wrote it.")
        private Path key;

        @Option(
                names = "--replace-secrets",
                description = "Put the backup's secrets in the place of a secrets file that holds others; that file is"
                        + " kept under another name.")
        private boolean replaceSecrets;

        @Override
        void run() throws Exception {
            BackupSession.Restored restored =
                    new BackupSession(settings(), Clock.system(Node.SCHOOL_TIME)).restore(file, key, replaceSecrets);
            say(String.format(
                    Locale.ROOT,
                    "Restored what was there at %s: %d rows of %d tables.",
                    restored.madeAt()
                            .atZone(Node.SCHOOL_TIME)
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toOffsetDateTime(),
                    restored.made().rows(),
                    restored.made().tables()));
            restored.oldSecrets().ifPresent(old -> say("The secrets file that was here is kept as " + old + "."));
            say("Everybody signs in anew, and open invitations have to be made again with 'invite'. Give every node the"
                    + " secrets file of this one, and check the audit with 'audit' and 'audit-verify'.");
        }
    }
}
