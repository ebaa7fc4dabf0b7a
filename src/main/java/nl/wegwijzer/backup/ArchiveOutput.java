package nl.wegwijzer.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import nl.wegwijzer.seal.Box;
import nl.wegwijzer.seal.ContentKey;

/**
 * Seals an archive while it is written, one chunk in memory. It is whole only after {@link #finish}: one that is closed
 * before, because something went wrong, lacks its last chunk and is refused by whoever opens it.
 */
final class ArchiveOutput extends OutputStream {
    private final ArchiveFormat format;
    private final OutputStream out;
    private final ContentKey key = ContentKey.generate();
    private final byte[] chunk = new byte[ArchiveFormat.CHUNK_BYTES];
    private int length;
    private long number;

    /** Begins an archive; {@code out} stays the caller's to close. */
    ArchiveOutput(ArchiveFormat format, OutputStream out, Recipient recipient) throws IOException {
        this.format = format;
        this.out = out;
        out.write(format.firstLine());
        byte[] box = Box.seal(recipient.publicKey(), format.keyPlace(), key.bytes());
        out.write(box.length);
        out.write(box);
    }

    @Override
    public void write(int octet) throws IOException {
        if (length == chunk.length) {
            seal(false);
        }
        chunk[length++] = (byte) octet;
    }

    @Override
    public void write(byte[] data, int offset, int count) throws IOException {
        int taken = 0;
        while (taken < count) {
            if (length == chunk.length) {
                // only now is it known not to be the last
                seal(false);
            }
            int part = Math.min(count - taken, chunk.length - length);
            System.arraycopy(data, offset + taken, chunk, length, part);
            length += part;
            taken += part;
        }
    }

    /** Seals the last chunk; nothing may be written after it. */
    void finish() throws IOException {
        seal(true);
        out.flush();
    }

    private void seal(boolean last) throws IOException {
        out.write(key.encrypt(format.chunkPlace(number, last), Arrays.copyOf(chunk, length)));
        number++;
        length = 0;
    }
}
