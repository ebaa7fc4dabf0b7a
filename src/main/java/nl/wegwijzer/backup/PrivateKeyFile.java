package nl.wegwijzer.backup;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.wegwijzer.seal.BoxKeyPair;

/** The private half of a backup key, alone in a file that only its owner reads. It belongs on another machine. */
public final class PrivateKeyFile {
    private static final long MOST_BYTES = 4_096;

    private PrivateKeyFile() {}

    /**
     * Makes a fresh pair and writes the private half to a new file.
     *
     * @return the public half
     * @throws BackupException when the file is there already; a key is never overwritten
     */
    public static Recipient create(Path file) throws IOException {
        BoxKeyPair keys = BoxKeyPair.generate();
        Recipient recipient = Recipient.of(keys);
        String text = "# Opens the backups that were made for " + recipient + "\n"
                + "# Keep it apart from the backups and off the server. Without it no backup can be restored.\n"
                + KeyText.PRIVATE.write(keys.privateKey()) + "\n";
        try {
            Files.createFile(file, OwnerOnly.FILE);
        } catch (FileAlreadyExistsException there) {
            throw new BackupException("The file " + file + " is there already; a key is never overwritten.", there);
        }
        Files.writeString(file, text);
        return recipient;
    }

    /**
     * Reads a pair back.
     *
     * @throws BackupException when the file holds no private key
     */
    public static BoxKeyPair read(Path file) throws IOException {
        return line(file)
                .flatMap(KeyText.PRIVATE::read)
                .map(BoxKeyPair::ofPrivateKey)
                .orElseThrow(() -> new BackupException("The file " + file
                        + " does not hold the private half of a backup key, or a character is missing or wrong."));
    }

    private static Optional<String> line(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .reduce((one, another) -> "");
        } catch (MalformedInputException noText) {
            return Optional.empty();
        }
    }
}
