package nl.wegwijzer.backup;

import java.nio.charset.StandardCharsets;
import nl.wegwijzer.seal.AssociatedData;
import nl.wegwijzer.seal.ContentKey;

/**
 * How a sealed file looks from outside: a first line that names the format, a fresh key sealed to the recipient, and then
 * chunks of one size under that key, of which only the last may be shorter. A chunk's place holds its number and whether
 * it is the last, so one that is changed, moved, left out, repeated or made the last does not open.
 */
enum ArchiveFormat {
    /** Everything a database holds; since version 2 what belongs to a report is under its erasure key. */
    BACKUP("WEGWIJZER BACKUP 2\n", "reservekopie", 2, "backup"),
    /** The erasure keys, without which a backup opens no report. */
    ERASURE_KEYS("WEGWIJZER KEYS 1\n", "wissleutels", 1, "file of erasure keys");

    /** Bytes in the clear per chunk; only the last has fewer. */
    static final int CHUNK_BYTES = 64 * 1024;

    private final String firstLine;
    private final String place;
    private final int version;
    private final String noun;

    ArchiveFormat(String firstLine, String place, int version, String noun) {
        this.firstLine = firstLine;
        this.place = place;
        this.version = version;
        this.noun = noun;
    }

    byte[] firstLine() {
        return firstLine.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns what to call such a file in a message. */
    String noun() {
        return noun;
    }

    AssociatedData keyPlace() {
        return AssociatedData.of(place, version, "sleutel");
    }

    AssociatedData chunkPlace(long number, boolean last) {
        return AssociatedData.of(place, version, number, last);
    }

    /** Returns how many bytes a full chunk takes once sealed. */
    int sealedChunkBytes(ContentKey key) {
        return key.encrypt(chunkPlace(0, false), new byte[CHUNK_BYTES]).length;
    }
}
