package nl.wegwijzer.attachment;

import java.util.UUID;
import nl.wegwijzer.seal.AssociatedData;

/** The place of one chunk of a picture: a chunk that was moved, left out, or made the last one no longer opens. */
final class AttachmentPlaces {
    private AttachmentPlaces() {}

    static AssociatedData chunk(UUID school, UUID report, UUID attachment, int number, boolean last) {
        return AssociatedData.of("bijlage", school, report, attachment, number, last);
    }
}
