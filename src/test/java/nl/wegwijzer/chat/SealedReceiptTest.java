package nl.wegwijzer.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.seal.Randomness;
import nl.wegwijzer.taxonomy.Language;
import org.junit.jupiter.api.Test;

class SealedReceiptTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final String TYPED = "Sam uit 2B wacht me op";

    private final Map<Integer, byte[]> keys = Map.of(1, Randomness.bytes(32));

    private final Conversation told = Conversation.start(SCHOOL, Language.EN, NOW)
            .with(QuestionName.WIE, new Answer.Given(List.of("leerling"), TYPED))
            .with(QuestionName.OVER_WIE, new Answer.Given(List.of("iemand_anders"), TYPED))
            .with(QuestionName.VERHAAL, new Answer.Given(List.of(), TYPED))
            .with(QuestionName.WIE_DOET_DIT, new Answer.Given(List.of("leerling"), TYPED))
            .with(QuestionName.NAAM, new Answer.Given(List.of("met_naam"), TYPED))
            .remember(QuestionName.WAAR, new Answer.Given(List.of(), TYPED))
            .helpedBy(Set.of(HelpTopic.GEWELD_NU));

    private final SealedReceipt.Receipt receipt = new SealedReceipt.Receipt(
            told, Optional.of("Sanne"), "blije tijger · snelle fiets · warme trui", LocalDate.of(2026, 11, 25), true);

    @Test
    void givesBackWhatThePageNeedsAndNothingThatWasTyped() {
        SealedReceipt.Receipt again =
                at(NOW.plusSeconds(60)).open(at(NOW).seal(receipt), SCHOOL).orElseThrow();

        assertThat(again.code()).isEqualTo(receipt.code());
        assertThat(again.recipient()).isEqualTo(receipt.recipient());
        assertThat(again.answerBefore()).isEqualTo(receipt.answerBefore());
        assertThat(again.pictures()).isTrue();
        assertThat(again.conversation().language()).isEqualTo(Language.EN);
        assertThat(again.conversation().helped()).containsExactly(HelpTopic.GEWELD_NU);
        assertThat(again.conversation().value(QuestionName.OVER_WIE)).contains("iemand_anders");
        assertThat(again.conversation().answers())
                .hasSize(3)
                .allMatch(answered -> answered.answer().text().isEmpty());
        assertThat(again.conversation().drafts()).isEmpty();
        assertThat(again.conversation().change()).isEmpty();
        assertThat(again.conversation().receiptSeed()).isNotEqualTo(told.receiptSeed());
    }

    @Test
    void servesForAQuarterOfAnHourAtItsOwnSchoolAndForNothingElse() {
        String sealed = at(NOW).seal(receipt);

        assertThat(at(NOW.plus(Duration.ofMinutes(14))).open(sealed, SCHOOL)).isPresent();
        assertThat(at(NOW.plus(Duration.ofMinutes(16))).open(sealed, SCHOOL)).isEmpty();
        assertThat(at(NOW).open(sealed, UUID.randomUUID())).isEmpty();
        assertThat(at(NOW).open("onzin", SCHOOL)).isEmpty();
        String conversation = new SealedConversation(seal(NOW)).seal(told);
        assertThat(at(NOW).open(conversation, SCHOOL)).isEmpty();
    }

    private SealedReceipt at(Instant now) {
        return new SealedReceipt(seal(now));
    }

    private FormSeal seal(Instant now) {
        return new FormSeal(keys, 1, Clock.fixed(now, ZoneOffset.UTC));
    }
}
