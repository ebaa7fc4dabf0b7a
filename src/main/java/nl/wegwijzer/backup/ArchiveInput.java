package nl.wegwijzer.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.wegwijzer.seal.Box;
import nl.wegwijzer.seal.BoxKeyPair;
import nl.wegwijzer.seal.ContentKey;
import nl.wegwijzer.seal.UnsealException;

/**
 * Opens an archive while it is read. It hands out nothing of a chunk before the whole chunk is found intact and in its
 * place, and says that the end is reached only after the chunk that was sealed as the last. At most two chunks are in
 * memory.
 */
final class ArchiveInput extends InputStream {
    private static final byte[] FIRST_VERSION = "WEGWIJZER BACKUP 1\n".getBytes(StandardCharsets.US_ASCII);

    private final ArchiveFormat format;
    private final InputStream in;
    private final ContentKey key;
    private final int sealedChunkBytes;
    private byte[] ahead;
    private byte[] chunk = new byte[0];
    private int position;
    private long number;

    /**
     * Reads the beginning; {@code in} stays the caller's to close.
     *
     * @param keys of which one may open it
     * @throws BackupException when it is something else, of another version or made for another key
     */
    ArchiveInput(ArchiveFormat format, InputStream in, List<BoxKeyPair> keys) throws IOException {
        this.format = format;
        this.in = in;
        requireFirstLine();
        byte[] box = in.readNBytes(Math.max(0, in.read()));
        key = keys.stream()
                .flatMap(pair -> opened(pair, box).stream())
                .findFirst()
                .orElseThrow(() -> new BackupException(
                        "This " + format.noun() + " was made for another key, or its beginning was changed."));
        sealedChunkBytes = format.sealedChunkBytes(key);
        ahead = in.readNBytes(sealedChunkBytes);
    }

    private void requireFirstLine() throws IOException {
        byte[] expected = format.firstLine();
        byte[] firstLine = in.readNBytes(expected.length);
        if (Arrays.equals(firstLine, expected)) {
            return;
        }
        if (Arrays.equals(firstLine, FIRST_VERSION)) {
            throw new BackupException("This backup was made by an earlier Wegwijzer: restore it with that one, and then"
                    + " start this one.");
        }
        throw new BackupException("This is no " + format.noun() + " that this Wegwijzer can read.");
    }

    private Optional<ContentKey> opened(BoxKeyPair pair, byte[] box) {
        try {
            return Optional.of(ContentKey.of(Box.open(pair, format.keyPlace(), box)));
        } catch (UnsealException anothers) {
            return Optional.empty();
        }
    }

    @Override
    public int read() throws IOException {
        return filled() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        int part = Math.min(count, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, part);
        position += part;
        return part;
    }

    /** Opens chunks until there is something to hand out; false at the true end. */
    private boolean filled() throws IOException {
        while (position == chunk.length) {
            if (number > 0 && ahead.length == 0) {
                return false;
            }
            byte[] sealed = ahead;
            ahead = in.readNBytes(sealedChunkBytes);
            try {
                chunk = key.decrypt(format.chunkPlace(number, ahead.length == 0), sealed);
            } catch (UnsealException refused) {
                throw new BackupException("This " + format.noun() + " was cut off, damaged or changed.", refused);
            }
            number++;
            position = 0;
        }
        return true;
    }
}
