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
     * @param sealed the conversation as {@link SealedConversation#seal} made it
     * @param recipient name of the person who got it; empty when nobody was left to read it
     * @param code three pairs with " · " between them
     * @param answerBefore the day before which an answer is promised
     * @param pictures whether pictures may be asked for
     */
    public static ReceiptPage page(
            Conversation conversation,
            String sealed,
            SchoolProfile school,
            Optional<String> recipient,
            String code,
            LocalDate answerBefore,
            boolean pictures) {
        Texts texts = Texts.of(conversation.language(), conversation.audience());
        return new ReceiptPage(
                conversation.language(),
                school.slug(),
                school.name(),
                paragraphs(conversation, school, recipient, answerBefore, pictures, texts),
                code,
                BETWEEN_PAIRS.splitAsStream(code).toList(),
                sealed,
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
