package nl.wegwijzer.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import nl.wegwijzer.backup.ArchiveFile;
import nl.wegwijzer.backup.Backup;
import nl.wegwijzer.backup.BackupException;
import nl.wegwijzer.backup.ErasureKeyFile;
import nl.wegwijzer.backup.PrivateKeyFile;
import nl.wegwijzer.backup.Recipient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that take everything out of the house and bring it back. */
final class BackupCommands {
    private BackupCommands() {}

    /** Beside the archive, unless somebody says otherwise. */
    private static Path erasureKeys(@Nullable Path named, Path archive) {
        return named == null ? archive.resolveSibling(ErasureKeyFile.USUAL_NAME) : named;
    }

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
                    + " are only sessions and open invitations.",
            footer = {
                "",
                "With it goes one small file of erasure keys, one for all backups: each backup puts the new one in the"
                        + " place of the old one. NO BACKUP CAN BE RESTORED WITHOUT IT. Keep it apart from the"
                        + " backups, in two places, and never keep an old one: with an old one an old backup brings"
                        + " back what was erased since."
            })
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

        @Option(
                names = "--erasure-keys",
                paramLabel = "FILE",
                description = "The file of erasure keys, which is replaced (default " + ErasureKeyFile.USUAL_NAME
                        + " beside the backup).")
        private @Nullable Path erasureKeys;

        @Override
        void run() throws Exception {
            Recipient reader;
            try {
                reader = Recipient.parse(recipient);
            } catch (BackupException mistyped) {
                throw new ParameterException(spec.commandLine(), mistyped.getMessage(), mistyped);
            }
            Path keys = erasureKeys(erasureKeys, file);
            ArchiveFile.Written<Backup.Made> written =
                    new BackupSession(settings(), Clock.system(Node.SCHOOL_TIME)).backup(file, reader, keys);
            say(String.format(
                    Locale.ROOT,
                    "%s: %d rows of %d tables and the secrets, %d bytes, SHA-256 %s",
                    file,
                    written.result().rows(),
                    written.result().tables(),
                    written.bytes(),
                    written.sha256()));
            say(String.format(
                    Locale.ROOT,
                    "%s: the erasure keys of %d reports, in the place of older ones.",
                    keys,
                    written.result().keys()));
            say(
                    "NO BACKUP CAN BE RESTORED WITHOUT THE NEWEST FILE OF ERASURE KEYS. Put this one in two places apart from"
                            + " the backups, over the one that is there, and keep no older one anywhere: it would bring back"
                            + " what was erased since.");
        }
    }

    /** {@code restore}. */
    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description =
                    "Reads a backup into an empty database, with the Wegwijzer version that made it and the newest"
                            + " file of erasure keys. Stop every node first. When anything about the backup is wrong, the"
                            + " database stays empty. What was erased after the backup was made does not come back.")
    @SuppressWarnings("NullAway.Init") // required options are set by picocli
    static final class Back extends AdministrationCommands.Base {
        @Option(names = "--from", required = true, paramLabel = "FILE", description = "What 'backup' wrote.")
        private Path file;

        @Option(
                names = "--key",
                required = true,
                paramLabel = "FILE",
                description = "The private half, as 'backup-key' wrote it. Name two when the erasure keys were"
                        + " sealed to a newer one.")
        private List<Path> keys;

        @Option(
                names = "--erasure-keys",
                paramLabel = "FILE",
                description = "The newest file of erasure keys that 'backup' wrote (default "
                        + ErasureKeyFile.USUAL_NAME + " beside the backup).")
        private @Nullable Path erasureKeys;

        @Option(
                names = "--replace-secrets",
                description = "Put the backup's secrets in the place of a secrets file that holds others; that file is"
                        + " kept under another name.")
        private boolean replaceSecrets;

        @Override
        void run() throws Exception {
            BackupSession.Restored restored = new BackupSession(settings(), Clock.system(Node.SCHOOL_TIME))
                    .restore(file, keys, erasureKeys(erasureKeys, file), replaceSecrets);
            say(String.format(
                    Locale.ROOT,
                    "Restored what was there at %s: %d rows of %d tables.",
                    restored.madeAt()
                            .atZone(Node.SCHOOL_TIME)
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toOffsetDateTime(),
                    restored.done().rows(),
                    restored.done().tables()));
            sayErased(restored.done().erasedSince());
            restored.oldSecrets().ifPresent(old -> say("The secrets file that was here is kept as " + old + "."));
            say("Everybody signs in anew, and open invitations have to be made again with 'invite'. Give every node the"
                    + " secrets file of this one, and check the audit with 'audit' and 'audit-verify'.");
        }

        private void sayErased(int reports) {
            if (reports > 0) {
                say(String.format(
                        Locale.ROOT,
                        "%d of its reports %s erased after it was made: of %s only what is counted came back.",
                        reports,
                        reports == 1 ? "was" : "were",
                        reports == 1 ? "that" : "those"));
            }
        }
    }
}
