package nl.wegwijzer.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What somebody sees who has both an archive and its private key. */
public final class OpenedArchive {
    private OpenedArchive() {}

    /** Returns everything that is under the archive's own seal. */
    public static byte[] bytes(Path archive, Path privateKey) throws IOException {
        try (InputStream in = Files.newInputStream(archive)) {
            return new ArchiveInput(in, PrivateKeyFile.read(privateKey)).readAllBytes();
        }
    }
}
