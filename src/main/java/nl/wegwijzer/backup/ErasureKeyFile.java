package nl.wegwijzer.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.wegwijzer.seal.BoxKeyPair;

/**
 * The file that goes with all archives of a deployment: the erasure keys of the reports that lived at the last backup,
 * sealed to the recipient. Each backup writes it anew in the place of the one before, and with the one before goes what
 * was erased since.
 */
public final class ErasureKeyFile {
    /** What it is called when nobody says otherwise. */
    public static final String USUAL_NAME = "wegwijzer.erasure-keys";

    /** In clear before the seal, for whoever is about to replace the file. */
    private static final String LABEL = "WEGWIJZER ERASURE KEYS OF ";

    private static final int LABEL_BYTES = LABEL.length() + 2 * DeploymentMark.BYTES + 1;

    private final Instant madeAt;
    private final DeploymentMark mark;
    private final ErasureKeys keys;

    /**
     * Takes what the file is to hold.
     *
     * @param madeAt when, to the second
     * @param mark of which deployment
     */
    ErasureKeyFile(Instant madeAt, DeploymentMark mark, ErasureKeys keys) {
        this.madeAt = madeAt;
        this.mark = mark;
        this.keys = keys;
    }

    Instant madeAt() {
        return madeAt;
    }

    DeploymentMark mark() {
        return mark;
    }

    ErasureKeys keys() {
        return keys;
    }

    /** What has to succeed before the file takes the place of the one before. */
    interface Before<T> {
        T run() throws IOException, SQLException;
    }

    /**
     * Writes the file beside the one before, does the work, and only then puts it in that one's place, in one step.
     *
     * @throws BackupException when something else stands there, or the keys of another deployment
     */
    <T> T replace(Path file, Recipient recipient, Before<T> work) throws IOException, SQLException {
        Path target =
                Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
        refuseToReplaceAnothers(target);
        return ArchiveFile.replace(
                target,
                out -> {
                    out.write((LABEL + mark + "\n").getBytes(StandardCharsets.US_ASCII));
                    ArchiveOutput sealing = new ArchiveOutput(ArchiveFormat.ERASURE_KEYS, out, recipient);
                    DataOutputStream data = new DataOutputStream(sealing);
                    data.writeUTF(madeAt.toString());
                    mark.write(data);
                    keys.write(data);
                    data.writeUTF(Backup.END);
                    sealing.finish();
                    return true;
                },
                work);
    }

    private void refuseToReplaceAnothers(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        Optional<DeploymentMark> there;
        try (InputStream in = Files.newInputStream(target)) {
            there = label(in);
        }
        if (!there.map(mark::continues).orElse(false)) {
            throw new BackupException("The file " + target + " does not hold the erasure keys of this deployment, and"
                    + " may be all that opens another's backups: it is not replaced. Name another file with"
                    + " --erasure-keys.");
        }
    }

    private static Optional<DeploymentMark> label(InputStream in) throws IOException {
        String line = new String(in.readNBytes(LABEL_BYTES), StandardCharsets.US_ASCII);
        return line.startsWith(LABEL) && line.endsWith("\n")
                ? DeploymentMark.parse(line.substring(LABEL.length()).strip())
                : Optional.empty();
    }

    /**
     * Reads a file.
     *
     * @param privateKeys of which one may open it
     * @throws BackupException when there is none, or it is something else, damaged or for another key
     */
    public static ErasureKeyFile read(Path file, List<BoxKeyPair> privateKeys) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            if (label(in).isEmpty()) {
                throw new BackupException("The file " + file + " does not hold erasure keys.");
            }
            DataInputStream data = new DataInputStream(new ArchiveInput(ArchiveFormat.ERASURE_KEYS, in, privateKeys));
            ErasureKeyFile read = new ErasureKeyFile(
                    Instant.parse(data.readUTF()), DeploymentMark.read(data), ErasureKeys.read(data));
            if (!data.readUTF().equals(Backup.END) || data.read() >= 0) {
                throw new EOFException("something stands behind the end");
            }
            return read;
        } catch (NoSuchFileException missing) {
            throw new BackupException(
                    "There is no file " + file + " with the erasure keys, and no backup is restored"
                            + " without the newest one. Say where it is with --erasure-keys.",
                    missing);
        } catch (EOFException | UTFDataFormatException | DateTimeException malformed) {
            throw new BackupException("The file " + file + " does not hold what it should.", malformed);
        }
    }
}
