package nl.wegwijzer.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * A new file that only its owner reads, and that bears its name only when it is whole and on the disk: until then it
 * stands beside it under another name, and when something goes wrong it is gone.
 */
public final class ArchiveFile {
    private ArchiveFile() {}

    /** Writes what the file is to hold. */
    public interface Content<T> {
        /** Writes everything; {@code out} is closed by whoever gave it. */
        T write(OutputStream out) throws IOException, SQLException;
    }

    /**
     * A file that was written.
     *
     * @param bytes how large it is
     * @param sha256 in hexadecimal digits, as {@code sha256sum} prints it
     * @param result what writing it came to
     */
    public record Written<T>(long bytes, String sha256, T result) {}

    /**
     * Writes a new file.
     *
     * @throws BackupException when it is there already
     */
    public static <T> Written<T> write(Path file, Content<T> content) throws IOException, SQLException {
        Path target = file.toAbsolutePath().normalize();
        refuseToOverwrite(target);
        Path directory = directoryOf(target);
        Path growing = growing(directory, target);
        try {
            Written<T> written = fill(growing, content);
            refuseToOverwrite(target);
            Files.move(growing, target);
            keep(directory);
            return written;
        } catch (FileAlreadyExistsException appeared) {
            throw overwrites(target);
        } finally {
            Files.deleteIfExists(growing);
        }
    }

    /**
     * Writes a file in the place of another, in one step, once the work that comes before it is done. Whatever fails
     * first, the other stays.
     */
    static <T> T replace(Path target, Content<?> content, ErasureKeyFile.Before<T> work)
            throws IOException, SQLException {
        Path directory = directoryOf(target);
        Path growing = growing(directory, target);
        try {
            fill(growing, content);
            T done = work.run();
            Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            keep(directory);
            return done;
        } finally {
            Files.deleteIfExists(growing);
        }
    }

    private static Path directoryOf(Path target) {
        Path directory = target.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new BackupException("There is no directory " + directory + " to write into.");
        }
        return directory;
    }

    private static Path growing(Path directory, Path target) throws IOException {
        Path growing = Files.createTempFile(directory, target.getFileName() + "-", ".part", OwnerOnly.FILE);
        // also when somebody presses Ctrl-C
        growing.toFile().deleteOnExit();
        return growing;
    }

    /** Has the new name on the disk, not only the bytes. */
    private static void keep(Path directory) throws IOException {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static <T> Written<T> fill(Path growing, Content<T> content) throws IOException, SQLException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(growing, StandardOpenOption.WRITE);
                OutputStream out =
                        new DigestOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)), digest)) {
            T result = content.write(out);
            out.flush();
            channel.force(true);
            return new Written<>(channel.size(), HexFormat.of().formatHex(digest.digest()), result);
        }
    }

    private static void refuseToOverwrite(Path target) {
        if (Files.exists(target)) {
            throw overwrites(target);
        }
    }

    private static BackupException overwrites(Path target) {
        return new BackupException("The file " + target + " is there already; a backup is never overwritten.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }
}
