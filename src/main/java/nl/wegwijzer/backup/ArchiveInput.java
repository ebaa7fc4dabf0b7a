package nl.wegwijzer.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
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
     * @throws BackupException when it is no archive or was made for another key
     */
    ArchiveInput(InputStream in, BoxKeyPair keys) throws IOException {
        this.in = in;
        byte[] firstLine = ArchiveFormat.firstLine();
        if (!Arrays.equals(in.readNBytes(firstLine.length), firstLine)) {
            throw new BackupException("This is not a backup that this Wegwijzer can read.");
        }
        try {
            key = ContentKey.of(Box.open(keys, ArchiveFormat.keyPlace(), in.readNBytes(Math.max(0, in.read()))));
        } catch (UnsealException refused) {
            throw new BackupException("This backup was made for another key, or its beginning was changed.", refused);
        }
        sealedChunkBytes = ArchiveFormat.sealedChunkBytes(key);
        ahead = in.readNBytes(sealedChunkBytes);
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
                chunk = key.decrypt(ArchiveFormat.chunkPlace(number, ahead.length == 0), sealed);
            } catch (UnsealException refused) {
                throw new BackupException("This backup was cut off, damaged or changed.", refused);
            }
            number++;
            position = 0;
        }
        return true;
    }
}
