package nl.wegwijzer.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import nl.wegwijzer.backup.BackupException;

/**
 * The secrets that an archive brings, beside those that stand in their place already. Ones that hold all of the
 * archive's, such as after a rotation, stay; any others are only replaced when that is asked for, and then kept under
 * another name.
 */
final class RestoredSecrets {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path file;
    private final Secrets brought;
    private final Optional<Secrets> present;

    private RestoredSecrets(Path file, Secrets brought, Optional<Secrets> present) {
        this.file = file;
        this.brought = brought;
        this.present = present;
    }

    /**
     * Compares the two.
     *
     * @throws BackupException when those of the archive are none
     * @throws StartupException when those that are present can't be read
     */
    static RestoredSecrets beside(Path file, byte[] brought) throws IOException {
        Secrets secrets;
        try {
            secrets = Secrets.of(brought);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new BackupException("The secrets in this backup can't be read.", malformed);
        }
        return new RestoredSecrets(
                file, secrets, Files.exists(file) ? Optional.of(Secrets.load(file)) : Optional.empty());
    }

    /** @throws BackupException when other secrets stand in the way and may not be replaced */
    void refuseUnless(boolean replace) {
        if (inTheWay() && !replace) {
            throw new BackupException("The secrets file " + file + " holds other secrets than this backup, so codes"
                    + " would not open. With --replace-secrets the backup's take their place and these are kept"
                    + " beside them.");
        }
    }

    private boolean inTheWay() {
        return present.map(secrets -> !secrets.holds(brought)).orElse(false);
    }

    /** Puts the archive's secrets in place where that is needed; returns where the old ones went, if they did. */
    Optional<Path> install(Instant now) throws IOException {
        if (present.isPresent() && !inTheWay()) {
            return Optional.empty();
        }
        try (SecretsLock alone = SecretsLock.take(file, PATIENCE)) {
            Optional<Path> kept = inTheWay() ? Optional.of(putAside(now)) : Optional.empty();
            brought.replace(file);
            return kept;
        }
    }

    private Path putAside(Instant now) throws IOException {
        Path old = file.resolveSibling(file.getFileName() + ".before-restore-" + MOMENT.format(now));
        // with its permissions; never over another
        Files.copy(file, old, StandardCopyOption.COPY_ATTRIBUTES);
        return old;
    }
}
