package nl.wegwijzer.backup;

import java.nio.charset.StandardCharsets;
import nl.wegwijzer.seal.AssociatedData;
import nl.wegwijzer.seal.ContentKey;

/**
 * How an archive looks from outside: a first line that names the format, a fresh key sealed to the recipient, and then
 * chunks of one size under that key, of which only the last may be shorter. A chunk's place holds its number and whether
 * it is the last, so one that is changed, moved, left out, repeated or made the last does not open.
 */
final class ArchiveFormat {
    /** Bytes in the clear per chunk; only the last has fewer. */
    static final int CHUNK_BYTES = 64 * 1024;

    private static final byte[] FIRST_LINE = "WEGWIJZER BACKUP 1\n".getBytes(StandardCharsets.US_ASCII);

    private ArchiveFormat() {}

    static byte[] firstLine() {
        return FIRST_LINE.clone();
    }

    static AssociatedData keyPlace() {
        return AssociatedData.of("reservekopie", 1, "sleutel");
    }

    static AssociatedData chunkPlace(long number, boolean last) {
        return AssociatedData.of("reservekopie", 1, number, last);
    }

    /** Returns how many bytes a full chunk takes once sealed. */
    static int sealedChunkBytes(ContentKey key) {
        return key.encrypt(chunkPlace(0, false), new byte[CHUNK_BYTES]).length;
    }
}
