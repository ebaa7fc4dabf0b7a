package nl.wegwijzer.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What somebody can do who has keys: open an archive with the private half, make any archive with the public one. */
public final class OpenedArchive {
    private OpenedArchive() {}

    /** Returns everything that is under the archive's own seal. */
    public static byte[] bytes(Path archive, Path privateKey) throws IOException {
        try (InputStream in = Files.newInputStream(archive)) {
            return new ArchiveInput(ArchiveFormat.BACKUP, in, List.of(PrivateKeyFile.read(privateKey))).readAllBytes();
        }
    }

    /** Makes an archive that holds anything, as everybody can who knows the public half. */
    public static void forge(Path archive, Recipient recipient, byte[] content) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive)) {
            ArchiveOutput sealing = new ArchiveOutput(ArchiveFormat.BACKUP, out, recipient);
            sealing.write(content);
            sealing.finish();
        }
    }
}
