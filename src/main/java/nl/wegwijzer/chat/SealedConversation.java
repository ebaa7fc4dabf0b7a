package nl.wegwijzer.chat;

import java.time.Duration;
import java.util.UUID;
import nl.wegwijzer.seal.AssociatedData;
import nl.wegwijzer.seal.ExpiredSealException;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.seal.UnsealException;

/** The conversation as it travels in the page's hidden field {@code gesprek}: encoded, padded, sealed to its school. */
public final class SealedConversation {
    /** A page can be left open for a school day and an evening. */
    public static final Duration LIFETIME = Duration.ofHours(12);

    private final FormSeal seal;

    /** Seals with the deployment's form keys. */
    public SealedConversation(FormSeal seal) {
        this.seal = seal;
    }

    /** Seals a conversation for twelve hours; every turn starts them anew. */
    public String seal(Conversation conversation) {
        return seal.seal(purpose(conversation.school()), ConversationCodec.encode(conversation), LIFETIME);
    }

    /**
     * A conversation from a page.
     *
     * @param expired the page was open for too long: nothing may be sent from it before the reporter has seen it again
     */
    public record Opened(Conversation conversation, boolean expired) {}

    /**
     * Opens the conversation of a school's page. An old page still gives what was told, so that nothing is lost.
     *
     * @throws UnsealException when it is not ours, was tampered with, or belongs to another school
     * @throws MalformedConversationException when another release wrote it
     */
    public Opened open(String form, UUID school) {
        try {
            return new Opened(ConversationCodec.decode(seal.open(purpose(school), form)), false);
        } catch (ExpiredSealException old) {
            return new Opened(ConversationCodec.decode(old.state()), true);
        }
    }

    private static AssociatedData purpose(UUID school) {
        return AssociatedData.of("gesprek", school);
    }
}
