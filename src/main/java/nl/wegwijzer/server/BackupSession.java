package nl.wegwijzer.server;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nl.wegwijzer.backup.ArchiveFile;
import nl.wegwijzer.backup.Backup;
import nl.wegwijzer.backup.BackupException;
import nl.wegwijzer.backup.ErasureKeyFile;
import nl.wegwijzer.backup.PrivateKeyFile;
import nl.wegwijzer.backup.Recipient;
import nl.wegwijzer.backup.Restore;
import nl.wegwijzer.seal.BoxKeyPair;
import org.postgresql.util.PSQLException;

/** Backup and restore on the database and the secrets file that the settings name. */
final class BackupSession {
    private final Settings settings;
    private final Clock clock;

    BackupSession(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was restored.
     *
     * @param done what came back
     * @param madeAt when it was made
     * @param oldSecrets where the secrets file went that stood in the way; empty when none did
     */
    record Restored(Restore.Done done, Instant madeAt, Optional<Path> oldSecrets) {}

    /**
     * Writes an archive; nodes may run meanwhile. The schema stays as it is, so that a backup can go before an upgrade.
     *
     * @param erasureKeys where the erasure keys go, in the place of those of the backup before
     * @throws BackupException when it is refused
     * @throws StartupException when the disk or the database fails; then no file is left, and the erasure keys stay
     */
    ArchiveFile.Written<Backup.Made> backup(Path file, Recipient recipient, Path erasureKeys) throws Exception {
        Deque<AutoCloseable> toClose = new ArrayDeque<>();
        try {
            if (!Files.exists(settings.secretsFile())) {
                throw new BackupException("There is no secrets file " + settings.secretsFile()
                        + ", and without it no code of a reporter opens. Say where it is.");
            }
            DatabaseAddress address = AdministrationSession.address(settings, toClose);
            return ArchiveFile.write(file, out -> {
                try (Connection connection = connect(address)) {
                    return Backup.write(
                            connection,
                            () -> Secrets.load(settings.secretsFile()).bytes(),
                            clock,
                            recipient,
                            erasureKeys,
                            out);
                }
            });
        } catch (IOException e) {
            throw new StartupException("The backup could not be written: " + reason(e), e);
        } catch (SQLException e) {
            throw new StartupException("The backup could not be made: " + reason(e), e);
        } finally {
            close(toClose);
        }
    }

    /**
     * Reads an archive into an empty database; no node may run meanwhile.
     *
     * @param privateKeys of which one opens the archive and one the erasure keys
     * @param erasureKeys the file with the newest erasure keys
     * @param replaceSecrets whether the archive's secrets may take the place of others
     * @throws BackupException when it is refused; then the database is as empty as before
     * @throws StartupException when the disk or the database fails; likewise
     */
    Restored restore(Path file, List<Path> privateKeys, Path erasureKeys, boolean replaceSecrets) throws Exception {
        Deque<AutoCloseable> toClose = new ArrayDeque<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            List<BoxKeyPair> pairs = new ArrayList<>();
            for (Path privateKey : privateKeys) {
                pairs.add(PrivateKeyFile.read(privateKey));
            }
            Restore archive = Restore.open(in, pairs);
            ErasureKeyFile keys = ErasureKeyFile.read(erasureKeys, pairs);
            archive.requireKeys(keys);
            RestoredSecrets secrets = RestoredSecrets.beside(settings.secretsFile(), archive.secrets());
            secrets.refuseUnless(replaceSecrets);
            DataDirectory directory = DataDirectory.take(settings.dataDirectory());
            toClose.push(directory);
            DatabaseAddress address = settings.databaseUrl()
                    .map(DatabaseAddress::of)
                    .orElseGet(() -> {
                        EmbeddedDatabase embedded = EmbeddedDatabase.start(directory);
                        toClose.push(embedded);
                        return embedded.address();
                    });
            archive.requireSchema(Migrations.known(address));
            Migrations.run(address);
            try (Connection connection = connect(address)) {
                Restore.Done done = archive.into(connection, clock, keys);
                // before the commit: a full database without its secrets could not be restored again
                Optional<Path> old = secrets.install(clock.instant());
                connection.commit();
                return new Restored(done, archive.madeAt(), old);
            }
        } catch (NoSuchFileException missing) {
            throw new BackupException("There is no file " + missing.getFile() + ".", missing);
        } catch (EOFException | UTFDataFormatException malformed) {
            throw new BackupException("This backup does not hold what it should.", malformed);
        } catch (IOException e) {
            throw new StartupException("The backup could not be read: " + reason(e), e);
        } catch (SQLException e) {
            throw new StartupException("The backup could not be restored: " + reason(e), e);
        } finally {
            close(toClose);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(
                address.jdbcUrl(), address.migrator().user(), address.migrator().password());
    }

    /** One line that says why; of the server's answer only the first, since its details may quote a row. */
    private static String reason(Exception failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        String message = failure.getMessage();
        if (failure instanceof PSQLException refused && refused.getServerErrorMessage() != null) {
            message = refused.getServerErrorMessage().getMessage();
        }
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private static void close(Deque<AutoCloseable> toClose) throws Exception {
        for (AutoCloseable resource : toClose) {
            resource.close();
        }
    }
}
