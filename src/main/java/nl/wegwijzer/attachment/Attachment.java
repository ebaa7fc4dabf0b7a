package nl.wegwijzer.attachment;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A picture that is kept with a report.
 *
 * @param number its place among the report's pictures, from 1
 * @param size bytes in the clear
 * @param writtenOn the day it was added
 */
public record Attachment(UUID school, UUID report, UUID id, int number, int size, LocalDate writtenOn) {
    /** Returns how many chunks it is kept in. */
    int chunks() {
        return (size + ChunkSealing.CHUNK_BYTES - 1) / ChunkSealing.CHUNK_BYTES;
    }

    /** Content type of every picture that is kept. */
    public String contentType() {
        return PictureRedrawing.CONTENT_TYPE;
    }
}
