package nl.wegwijzer.chat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.wegwijzer.seal.AssociatedData;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.seal.UnsealException;

/**
 * What the page after sending needs to be shown again, sealed, for a refresh and for phones that load a tab anew when
 * somebody comes back from writing the code down. Nothing of what was told is in it, and it serves for a quarter of an hour.
 */
public final class SealedReceipt {
    /** Long enough to fetch pen and paper, short enough for whoever gets the phone next. */
    static final Duration LIFETIME = Duration.ofMinutes(15);

    /** Choices by which the page's words differ; none of them was typed. */
    private static final Set<QuestionName> NEEDED =
            Set.of(QuestionName.WIE, QuestionName.OVER_WIE, QuestionName.WIE_DOET_DIT);

    private final FormSeal seal;

    /** Seals with the deployment's form keys. */
    public SealedReceipt(FormSeal seal) {
        this.seal = seal;
    }

    /**
     * What was handed out.
     *
     * @param conversation as far as the page's words depend on it
     * @param recipient name of the person who got it; empty when nobody was left to read it
     * @param code three pairs with " · " between them
     * @param pictures whether pictures may be asked for
     */
    record Receipt(
            Conversation conversation,
            Optional<String> recipient,
            String code,
            LocalDate answerBefore,
            boolean pictures) {
        @Override
        public String toString() {
            return "Receipt[redacted]";
        }
    }

    /** Seals a receipt for its school's pages. */
    String seal(Receipt receipt) {
        Conversation kept = withoutStory(receipt.conversation());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(receipt.code());
            out.writeLong(receipt.answerBefore().toEpochDay());
            out.writeBoolean(receipt.pictures());
            out.writeBoolean(receipt.recipient().isPresent());
            out.writeUTF(receipt.recipient().orElse(""));
            out.write(ConversationCodec.encode(kept));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seal.seal(purpose(kept.school()), bytes.toByteArray(), LIFETIME);
    }

    /** Opens a receipt; empty when it is too old, another school's, or none. */
    Optional<Receipt> open(String form, UUID school) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(seal.open(purpose(school), form)))) {
            String code = in.readUTF();
            LocalDate answerBefore = LocalDate.ofEpochDay(in.readLong());
            boolean pictures = in.readBoolean();
            boolean received = in.readBoolean();
            Optional<String> recipient = Optional.of(in.readUTF()).filter(name -> received);
            Conversation conversation = ConversationCodec.decode(in.readAllBytes());
            return Optional.of(new Receipt(conversation, recipient, code, answerBefore, pictures));
        } catch (UnsealException | MalformedConversationException | IOException unusable) {
            return Optional.empty();
        }
    }

    private static Conversation withoutStory(Conversation told) {
        return new Conversation(
                told.submission(),
                ReceiptSeed.draw(),
                told.school(),
                told.startedAt(),
                told.language(),
                told.answers().stream()
                        .filter(answered -> NEEDED.contains(answered.question()))
                        .filter(answered -> answered.answer() instanceof Answer.Given)
                        .map(answered -> new Conversation.Answered(
                                answered.question(),
                                new Answer.Given(answered.answer().values(), "")))
                        .toList(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                told.helped(),
                List.of());
    }

    private static AssociatedData purpose(UUID school) {
        return AssociatedData.of("ontvangst", school);
    }
}
