package nl.wegwijzer.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.seal.UnsealException;
import nl.wegwijzer.taxonomy.Language;
import org.junit.jupiter.api.Test;

class ConversationCodecTest {
    private static final UUID SCHOOL = new UUID(7, 7);

    @Test
    void bringsBackExactlyWhatWentIn() {
        Conversation conversation = Talk.at(Schools.vocational())
                .types("verhaal", "Joris heeft een mes 😀 مرحبا")
                .says("waar", "weet_niet")
                .until("controle")
                .send(Input.choose("wijzig:verhaal"))
                .send(Input.type("de meester heeft me betast"))
                .conversation;

        assertThat(ConversationCodec.decode(ConversationCodec.encode(conversation)))
                .isEqualTo(conversation);
    }

    @Test
    void fitsTheLargestFormInTheWorstCase() {
        Conversation conversation = worst();

        byte[] bytes = ConversationCodec.encode(conversation);

        assertThat(FormSeal.bucket(bytes.length)).isLessThanOrEqualTo(1 << 19);
        assertThat(ConversationCodec.decode(bytes)).isEqualTo(conversation);
    }

    @Test
    void fitsASmallFormInTheUsualCase() {
        Conversation conversation = Talk.at(Schools.secondary()).until("controle").conversation;

        assertThat(FormSeal.bucket(ConversationCodec.encode(conversation).length))
                .isEqualTo(2048);
    }

    @Test
    void refusesAnotherVersionByName() {
        byte[] bytes = ConversationCodec.encode(Conversation.start(SCHOOL, Language.NL, Talk.NOW));
        bytes[0] = 2;

        assertThatThrownBy(() -> ConversationCodec.decode(bytes))
                .isInstanceOf(UnknownConversationVersionException.class);
    }

    @Test
    void refusesAnythingElseWithoutReadingFar() {
        byte[] whole = ConversationCodec.encode(Talk.at(Schools.secondary()).until("controle").conversation);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ConversationCodec.decode(cut)).isInstanceOf(MalformedConversationException.class);
        }
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertThatThrownBy(() -> ConversationCodec.decode(longer)).isInstanceOf(MalformedConversationException.class);
    }

    @Test
    void neverFailsOtherwiseOnBrokenBytes() {
        byte[] whole = ConversationCodec.encode(Talk.at(Schools.secondary()).until("controle").conversation);
        Random random = new Random(20261123);
        for (int i = 0; i < 20_000; i++) {
            byte[] broken = whole.clone();
            for (int j = 0; j <= i % 4; j++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            try {
                ConversationCodec.decode(broken);
            } catch (MalformedConversationException expected) {
                assertThat(expected).hasMessageNotContaining("scheldt");
            }
        }
    }

    @Test
    void opensASealedConversationOnlyForItsSchoolAndTwelveHours() {
        Map<Integer, byte[]> keys = Map.of(1, new byte[32]);
        Instant now = Talk.NOW;
        SealedConversation sealed = new SealedConversation(new FormSeal(keys, 1, Clock.fixed(now, ZoneOffset.UTC)));
        SealedConversation later = new SealedConversation(
                new FormSeal(keys, 1, Clock.fixed(now.plus(Duration.ofHours(12).plusSeconds(1)), ZoneOffset.UTC)));
        Conversation conversation = Conversation.start(SCHOOL, Language.EN, now);

        String form = sealed.seal(conversation);

        assertThat(sealed.open(form, SCHOOL)).isEqualTo(new SealedConversation.Opened(conversation, false));
        assertThatThrownBy(() -> sealed.open(form, new UUID(7, 8))).isInstanceOf(UnsealException.class);
        assertThat(later.open(form, SCHOOL))
                .as("an old page loses nothing, but is known to be old")
                .isEqualTo(new SealedConversation.Opened(conversation, true));
    }

    @Test
    void saysNothingOfItsContentInToString() {
        Talk talk = Talk.at(Schools.secondary()).types("naam", "Sam", "naam").until("controle");

        assertThat(talk.conversation.toString()).isEqualTo("Conversation[redacted]");
        assertThat(talk.conversation.answers().toString()).doesNotContain("scheldt", "Sam");
        assertThat(talk.script.situation(talk.conversation).toString()).doesNotContain("scheldt");
    }

    /** Every text as long as it may be, in letters of four bytes, everywhere a text can stand twice. */
    private static Conversation worst() {
        Conversation start = Conversation.start(SCHOOL, Language.NL, Talk.NOW);
        List<Conversation.Answered> answers = new ArrayList<>();
        for (QuestionName name : QuestionName.values()) {
            answers.add(new Conversation.Answered(name, longest(name)));
        }
        Conversation.Answered story = answers.get(QuestionName.VERHAAL.ordinal());
        return new Conversation(
                start.submission(),
                start.receiptSeed(),
                start.school(),
                start.startedAt(),
                start.language(),
                answers,
                answers,
                Optional.of(QuestionName.VERHAAL),
                Optional.of(new Conversation.Change(0, Optional.of(story), true)),
                EnumSet.allOf(HelpTopic.class),
                Collections.nCopies(
                        Conversation.ASIDES_KEPT, new Conversation.Aside(QuestionName.VERHAAL, "contactpersoon")));
    }

    private static Answer longest(QuestionName name) {
        int length =
                switch (name) {
                    case VERHAAL -> Questions.STORY_LENGTH;
                    case ZEGT_KIND, WAAR, WANNEER, GEZIEN_DOOR, AL_GEDAAN, WENS, NIET_GEWENST, NAAM, TELEFOON ->
                        Questions.TEXT_LENGTH;
                    default -> 0;
                };
        int values = name == QuestionName.NIET_GEWENST || name == QuestionName.DETAILS ? 50 : 1;
        return new Answer.Given(Collections.nCopies(values, new UUID(1, 1).toString()), "😀".repeat(length));
    }
}
