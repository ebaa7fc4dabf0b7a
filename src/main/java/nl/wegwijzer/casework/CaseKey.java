package nl.wegwijzer.casework;

import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.report.ContentJson;
import nl.wegwijzer.report.Message;
import nl.wegwijzer.report.ReportContent;
import nl.wegwijzer.report.ReportPlaces;
import nl.wegwijzer.report.UnreadableContentException;
import nl.wegwijzer.seal.Box;
import nl.wegwijzer.seal.ContentKey;
import nl.wegwijzer.seal.UnsealException;

/** The key of one report in its reader's hands: opens and seals what is said in it. */
final class CaseKey {
    /** Kind of the item that holds the story. */
    static final String STORY = "verhaal";
    /** Kind of the items that hold messages. */
    static final String MESSAGE = "bericht";

    private final CaseRef ref;
    private final ContentKey key;

    private CaseKey(CaseRef ref, ContentKey key) {
        this.ref = ref;
        this.key = key;
    }

    /**
     * Opens a grant with the reader's own key.
     *
     * @return empty when it was sealed to a key that the reader no longer has
     */
    static Optional<CaseKey> open(Session session, CaseRef ref, byte[] sealedKey) {
        try {
            byte[] key = Box.open(
                    session.pair(), ReportPlaces.grant(ref.school(), ref.report(), session.official()), sealedKey);
            return Optional.of(new CaseKey(ref, ContentKey.of(key)));
        } catch (UnsealException anothers) {
            return Optional.empty();
        }
    }

    /** Reads the story in its row; empty when it does not open. */
    Optional<ReportContent> story(Row item) {
        try {
            return Optional.of(ContentJson.read(decrypt(item, STORY)));
        } catch (UnsealException | UnreadableContentException damaged) {
            return Optional.empty();
        }
    }

    /** Reads the message in its row; empty when it does not open. */
    Optional<String> message(Row item) {
        try {
            return Optional.of(ContentJson.readMessage(decrypt(item, MESSAGE)).text());
        } catch (UnsealException | UnreadableContentException damaged) {
            return Optional.empty();
        }
    }

    byte[] seal(int itemNumber, Message message) {
        return key.encrypt(
                ReportPlaces.item(ref.school(), ref.report(), itemNumber, MESSAGE), ContentJson.write(message));
    }

    /** Returns the key itself, for what is kept beside the story: pictures. */
    ContentKey content() {
        return key;
    }

    /**
     * Seals the key itself to a colleague, who can read everything from then on.
     *
     * @param publicKey the colleague's own, 32 bytes
     */
    byte[] sealTo(UUID colleague, byte[] publicKey) {
        return Box.seal(publicKey, ReportPlaces.grant(ref.school(), ref.report(), colleague), key.bytes());
    }

    @Override
    public String toString() {
        return "CaseKey[redacted]";
    }

    private byte[] decrypt(Row item, String kind) {
        return key.decrypt(
                ReportPlaces.item(ref.school(), ref.report(), item.getInteger("item_number"), kind),
                item.getBuffer("sealed").getBytes());
    }
}
