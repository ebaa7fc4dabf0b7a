package nl.wegwijzer.chat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.taxonomy.WireValue;

/**
 * A conversation as bytes and back. The first byte is the version; counts and lengths are bounded; decoding is strict:
 * whatever {@link #encode} did not write is refused with a {@link MalformedConversationException}.
 */
public final class ConversationCodec {
    static final int VERSION = 1;
    static final int MOST_VALUES = 255;

    private ConversationCodec() {}

    /** Encodes a conversation; equal conversations give equal bytes. */
    public static byte[] encode(Conversation conversation) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            writeId(out, conversation.submission());
            out.write(conversation.receiptSeed().bytes());
            writeId(out, conversation.school());
            out.writeLong(conversation.startedAt().getEpochSecond());
            writeWire(out, conversation.language());
            writeAnswers(out, conversation.answers());
            writeAnswers(out, conversation.drafts());
            writeWires(out, conversation.revisiting().stream().toList());
            writeChange(out, conversation.change());
            writeWires(out, conversation.helped().stream().sorted().toList());
            out.writeByte(conversation.asides().size());
            for (Conversation.Aside aside : conversation.asides()) {
                writeWire(out, aside.at());
                writeText(out, aside.topic());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Decodes a conversation.
     *
     * @throws UnknownConversationVersionException when another release wrote it
     * @throws MalformedConversationException when it is anything else than {@link #encode} writes
     */
    public static Conversation decode(byte[] bytes) {
        return new ConversationReader(bytes).conversation();
    }

    private static void writeAnswers(DataOutputStream out, List<Conversation.Answered> answers) throws IOException {
        out.writeByte(answers.size());
        for (Conversation.Answered answered : answers) {
            writeAnswered(out, answered);
        }
    }

    private static void writeAnswered(DataOutputStream out, Conversation.Answered answered) throws IOException {
        writeWire(out, answered.question());
        boolean given = answered.answer() instanceof Answer.Given;
        out.writeBoolean(given);
        if (!given) {
            return;
        }
        List<String> values = answered.answer().values();
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException("an answer has too many values");
        }
        out.writeByte(values.size());
        for (String value : values) {
            writeText(out, value);
        }
        writeText(out, answered.answer().text());
    }

    private static void writeChange(DataOutputStream out, Optional<Conversation.Change> change) throws IOException {
        out.writeBoolean(change.isPresent());
        if (change.isPresent()) {
            out.writeByte(change.get().index());
            out.writeBoolean(change.get().revisited());
            writeAnswers(out, change.get().old().stream().toList());
        }
    }

    private static void writeWires(DataOutputStream out, Collection<? extends WireValue> values) throws IOException {
        out.writeByte(values.size());
        for (WireValue value : values) {
            writeWire(out, value);
        }
    }

    private static void writeWire(DataOutputStream out, WireValue value) throws IOException {
        writeText(out, value.wire());
    }

    private static void writeId(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
