package nl.wegwijzer.attachment;

import java.util.List;
import java.util.UUID;

/**
 * A picture as it is kept.
 *
 * @param id follows from the report's key and the bytes that were sent
 * @param size bytes in the clear
 * @param chunks sealed under the report's key, in order
 */
record SealedPicture(UUID id, int size, List<byte[]> chunks) {
    SealedPicture {
        chunks = List.copyOf(chunks);
    }

    @Override
    public String toString() {
        return "SealedPicture[redacted]";
    }
}
