package nl.wegwijzer.report;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import nl.wegwijzer.seal.AssociatedData;
import nl.wegwijzer.seal.ContentKey;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.seal.UnsealException;

/**
 * The reporter's open report, sealed into their page for two hours, with the id of the message they may write next.
 */
public final class ReporterToken {
    private static final Duration LIFETIME = Duration.ofHours(2);
    private static final int KEY_BYTES = 32;

    private final FormSeal seal;

    /** Seals with the deployment's form keys. */
    public ReporterToken(FormSeal seal) {
        this.seal = seal;
    }

    /**
     * What a token opens.
     *
     * @param submission id of the next message, so that a double click stores it once
     */
    public record Opened(ReporterKey key, UUID submission) {}

    /** Seals an open report, with a fresh id for the next message. */
    public String seal(ReporterKey key) {
        UUID submission = UUID.randomUUID();
        byte[] state = ByteBuffer.allocate(4 * Long.BYTES + KEY_BYTES)
                .putLong(key.report().getMostSignificantBits())
                .putLong(key.report().getLeastSignificantBits())
                .putLong(submission.getMostSignificantBits())
                .putLong(submission.getLeastSignificantBits())
                .put(key.key().bytes())
                .array();
        return seal.seal(purpose(key.school()), state, LIFETIME);
    }

    /**
     * Opens a token of this school.
     *
     * @throws UnsealException when it is not ours, was tampered with, or is older than two hours
     */
    public Opened open(UUID school, String token) {
        ByteBuffer state = ByteBuffer.wrap(seal.open(purpose(school), token));
        try {
            UUID report = new UUID(state.getLong(), state.getLong());
            UUID submission = new UUID(state.getLong(), state.getLong());
            byte[] key = new byte[KEY_BYTES];
            state.get(key);
            return new Opened(new ReporterKey(school, report, ContentKey.of(key)), submission);
        } catch (BufferUnderflowException e) {
            throw new UnsealException("reporter token is too short", e);
        }
    }

    private static AssociatedData purpose(UUID school) {
        return AssociatedData.of("terug", school);
    }
}
