package nl.wegwijzer.attachment;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.wegwijzer.report.ReporterKey;

/** Seals a picture chunk by chunk while it is written. */
final class ChunkSealing extends OutputStream {
    /** Bytes in the clear per chunk; only the last has fewer. */
    static final int CHUNK_BYTES = 64 * 1024;

    private final ReporterKey key;
    private final UUID id;
    private final List<byte[]> chunks = new ArrayList<>();
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int chunkLength;
    private int size;

    /**
     * Begins a picture.
     *
     * @param digest of the file that was sent
     */
    ChunkSealing(ReporterKey key, byte[] digest) {
        this.key = key;
        this.id = id(key, digest);
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int count) {
        int taken = 0;
        while (taken < count) {
            if (chunkLength == CHUNK_BYTES) {
                // only now is it known not to be the last
                seal(false);
            }
            int part = Math.min(count - taken, CHUNK_BYTES - chunkLength);
            System.arraycopy(data, offset + taken, chunk, chunkLength, part);
            chunkLength += part;
            taken += part;
        }
        size += count;
    }

    /** Seals the last chunk; nothing may be written after it. */
    SealedPicture finish() {
        seal(true);
        return new SealedPicture(id, size, chunks);
    }

    private void seal(boolean last) {
        chunks.add(key.key()
                .encrypt(
                        AttachmentPlaces.chunk(key.school(), key.report(), id, chunks.size(), last),
                        Arrays.copyOf(chunk, chunkLength)));
        chunkLength = 0;
    }

    /** The same picture in the same report has the same id, and to who has no key the id says nothing. */
    private static UUID id(ReporterKey key, byte[] digest) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update("bijlage".getBytes(StandardCharsets.US_ASCII));
            hash.update(key.key().bytes());
            hash.update(digest);
            ByteBuffer bits = ByteBuffer.wrap(hash.digest());
            return new UUID(bits.getLong(), bits.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }
}
