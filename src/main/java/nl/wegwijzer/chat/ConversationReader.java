package nl.wegwijzer.chat;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.wegwijzer.taxonomy.Language;
import nl.wegwijzer.taxonomy.WireValue;

/** Reads the bytes that {@link ConversationCodec} wrote, once, from front to back. */
final class ConversationReader {
    private static final int LONGEST_TEXT_BYTES = 4 * Questions.STORY_LENGTH;
    private static final long LATEST_SECOND = 1L << 40;

    private final ByteBuffer in;

    ConversationReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    Conversation conversation() {
        try {
            int version = count();
            if (version != ConversationCodec.VERSION) {
                throw new UnknownConversationVersionException(version);
            }
            Conversation conversation = body();
            if (in.hasRemaining()) {
                throw new MalformedConversationException("bytes left after a conversation");
            }
            return conversation;
        } catch (BufferUnderflowException e) {
            throw malformed("conversation is cut off", e);
        }
    }

    private Conversation body() {
        UUID submission = id();
        byte[] seed = new byte[ReceiptSeed.BYTES];
        in.get(seed);
        UUID school = id();
        long second = in.getLong();
        if (second < 0 || second > LATEST_SECOND) {
            throw new MalformedConversationException("start is no time");
        }
        Language language = wire(Language.class);
        List<Conversation.Answered> answers = answers();
        List<Conversation.Answered> drafts = answers();
        Optional<QuestionName> revisiting = flag() ? Optional.of(wire(QuestionName.class)) : Optional.empty();
        Optional<Conversation.Change> change = flag() ? Optional.of(change(answers.size())) : Optional.empty();
        return new Conversation(
                submission,
                ReceiptSeed.of(seed),
                school,
                Instant.ofEpochSecond(second),
                language,
                answers,
                drafts,
                revisiting,
                change,
                helped(),
                asides());
    }

    private List<Conversation.Answered> answers() {
        int count = count();
        Set<QuestionName> seen = EnumSet.noneOf(QuestionName.class);
        List<Conversation.Answered> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Conversation.Answered answered = answered();
            if (!seen.add(answered.question())) {
                throw new MalformedConversationException("a question is answered twice");
            }
            answers.add(answered);
        }
        return answers;
    }

    private Conversation.Answered answered() {
        QuestionName question = wire(QuestionName.class);
        if (!flag()) {
            return new Conversation.Answered(question, new Answer.Skipped());
        }
        int count = count();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(text());
        }
        return new Conversation.Answered(question, new Answer.Given(values, text()));
    }

    private Conversation.Change change(int answers) {
        int index = count();
        boolean revisited = flag();
        List<Conversation.Answered> old = answers();
        if (index >= answers || old.size() > 1) {
            throw new MalformedConversationException("the replaced answer stands nowhere");
        }
        return new Conversation.Change(index, old.stream().findFirst(), revisited);
    }

    private Set<HelpTopic> helped() {
        int count = count();
        Set<HelpTopic> helped = EnumSet.noneOf(HelpTopic.class);
        for (int i = 0; i < count; i++) {
            helped.add(wire(HelpTopic.class));
        }
        return helped;
    }

    private List<Conversation.Aside> asides() {
        int count = count();
        if (count > Conversation.ASIDES_KEPT) {
            throw new MalformedConversationException("too many asides");
        }
        List<Conversation.Aside> asides = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            asides.add(new Conversation.Aside(wire(QuestionName.class), text()));
        }
        return asides;
    }

    private <E extends Enum<E> & WireValue> E wire(Class<E> type) {
        return WireValue.parse(type, text())
                .orElseThrow(() -> new MalformedConversationException("unknown " + type.getSimpleName()));
    }

    private UUID id() {
        return new UUID(in.getLong(), in.getLong());
    }

    private int count() {
        return Byte.toUnsignedInt(in.get());
    }

    private boolean flag() {
        int flag = count();
        if (flag > 1) {
            throw new MalformedConversationException("a flag is neither yes nor no");
        }
        return flag == 1;
    }

    private String text() {
        int length = in.getInt();
        if (length < 0 || length > LONGEST_TEXT_BYTES || length > in.remaining()) {
            throw new MalformedConversationException("a text has an impossible length");
        }
        ByteBuffer bytes = in.slice(in.position(), length);
        in.position(in.position() + length);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("a text is not UTF-8", e);
        }
    }

    private static MalformedConversationException malformed(String what, Throwable cause) {
        MalformedConversationException malformed = new MalformedConversationException(what);
        malformed.initCause(cause);
        return malformed;
    }
}
