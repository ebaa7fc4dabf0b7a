package nl.wegwijzer.chat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.taxonomy.ReporterKind;

/** Makes the page after sending (domain §7, end): who got it, the code, the day, and a kind last word. */
public final class ReceiptPages {
    private static final Pattern BETWEEN_PAIRS = Pattern.compile(" · ");

    private ReceiptPages() {}

    /**
     * Makes the page.
     *
     * @param sealed the conversation as {@link SealedConversation#seal} made it; empty when only the receipt is left
     * @param again the receipt as {@link SealedReceipt#seal} made it
     */
    static ReceiptPage page(SealedReceipt.Receipt receipt, String sealed, String again, SchoolProfile school) {
        Conversation conversation = receipt.conversation();
        Texts texts = Texts.of(conversation.language(), conversation.audience());
        return new ReceiptPage(
                conversation.language(),
                school.slug(),
                school.name(),
                paragraphs(
                        conversation, school, receipt.recipient(), receipt.answerBefore(), receipt.pictures(), texts),
                receipt.code(),
                BETWEEN_PAIRS.splitAsStream(receipt.code()).toList(),
                sealed,
                again,
                HelpCards.of(conversation, school.sector(), texts),
                texts);
    }

    private static List<String> paragraphs(
            Conversation conversation,
            SchoolProfile school,
            Optional<String> recipient,
            LocalDate answerBefore,
            boolean pictures,
            Texts texts) {
        List<String> paragraphs = new ArrayList<>();
        if (recipient.isPresent()) {
            Locale locale = Locale.forLanguageTag(conversation.language().wire());
            paragraphs.add(texts.of("klaar.verstuurd", recipient.get()));
            paragraphs.add(texts.of(
                    "klaar.antwoord",
                    DateTimeFormatter.ofPattern("EEEE d MMMM", locale).format(answerBefore)));
        } else {
            boolean board = conversation
                    .value(QuestionName.WIE_DOET_DIT)
                    .filter(Situation.BOARD::equals)
                    .isPresent();
            paragraphs.add(
                    texts.of(board ? "klaar.niemand_bestuur" : "klaar.niemand", HelpLines.number(HelpLines.INSPECTOR)));
        }
        paragraphs.add(texts.of("klaar.nacht"));
        if (pictures && recipient.isPresent()) {
            paragraphs.add(texts.of("klaar.foto"));
        }
        paragraphs.add(texts.of(isAboutReporter(conversation) ? "klaar.schuld" : "klaar.schuld_ander"));
        if (conversation.audience() == ReporterKind.OUDER
                && !school.complaints().isBlank()) {
            paragraphs.add(texts.of("klaar.klacht", school.complaints()));
        }
        return paragraphs;
    }

    private static boolean isAboutReporter(Conversation conversation) {
        return conversation
                .value(QuestionName.OVER_WIE)
                .filter(who -> !who.equals(Situation.MYSELF))
                .isEmpty();
    }
}
