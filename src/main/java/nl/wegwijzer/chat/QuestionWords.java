package nl.wegwijzer.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.routing.Notice;
import nl.wegwijzer.school.OfficialCard;
import nl.wegwijzer.taxonomy.Accused;

/** Says a question in the words that fit the situation, with everything that must be said before it is answered. */
final class QuestionWords {
    private final Situation now;
    private final Texts texts;

    QuestionWords(Situation now, Texts texts) {
        this.now = now;
        this.texts = texts;
    }

    /** Returns the question, a paragraph each. */
    List<String> paragraphs(QuestionName question) {
        List<String> paragraphs = new ArrayList<>();
        String emergency = HelpLines.number(HelpLines.EMERGENCY);
        String inspector = HelpLines.number(HelpLines.INSPECTOR);
        switch (question) {
            case VEILIG, ACHTTIEN ->
                say(paragraphs, "vraag." + question.wire() + (now.aboutReporter() ? "" : "_ander"));
            case WIE_DOET_DIT -> say(paragraphs, "vraag.wie_doet_dit" + (now.gentleStory() ? "_zacht" : ""));
            case TELEFOON -> say(paragraphs, "vraag.telefoon", emergency);
            case STAPPEN -> steps(paragraphs, inspector);
            case ONTVANGER -> {
                say(paragraphs, "vraag.ontvanger" + whenNobody(), inspector);
                notices(paragraphs, inspector);
            }
            case CONTROLE -> {
                say(paragraphs, "vraag.controle" + whenNobody(), recipientName());
                notices(paragraphs, inspector);
            }
            default -> say(paragraphs, "vraag." + question.wire());
        }
        return paragraphs;
    }

    /** Returns the words of a choice as they stand beside the question. */
    String option(QuestionName question, String value) {
        boolean softly =
                question == QuestionName.WIE_DOET_DIT && value.equals(Accused.ONBEKEND.wire()) && now.gentleStory();
        return texts.of("optie." + question.wire() + "." + value + (softly ? "_zacht" : ""));
    }

    /** Returns the calm line under a question; empty when there is none. */
    String hint(QuestionName question) {
        String key = "hint." + question.wire();
        return texts.has(key) ? texts.of(key) : "";
    }

    /** Returns the name of the person who will read it; empty when nobody is left. */
    String recipientName() {
        return now.decision().recipient().flatMap(this::name).orElse("");
    }

    /** Returns the name of an official of this school. */
    Optional<String> name(String id) {
        return now.school().officials().stream()
                .filter(card -> card.id().toString().equals(id))
                .findFirst()
                .map(OfficialCard::name);
    }

    private void steps(List<String> paragraphs, String inspector) {
        say(paragraphs, "vraag.stappen");
        say(paragraphs, "stappen.binnen");
        say(paragraphs, "stappen.buiten", inspector);
        if (!now.school().complaints().isBlank()) {
            say(paragraphs, "stappen.klacht", now.school().complaints());
        }
    }

    private void notices(List<String> paragraphs, String inspector) {
        Set<Notice> notices = now.decision().notices();
        boolean someoneReads = now.decision().recipient().isPresent();
        if (someoneReads && notices.contains(Notice.BEVOEGD_GEZAG)) {
            say(paragraphs, now.boardAccused() ? "melding.bevoegd_gezag_bestuur" : "melding.bevoegd_gezag", inspector);
        }
        if (notices.contains(Notice.VEILIGHEID)) {
            say(paragraphs, "melding.veiligheid");
        }
    }

    private String whenNobody() {
        if (now.decision().recipient().isPresent()) {
            return "";
        }
        return now.boardAccused() ? "_niemand_bestuur" : "_niemand";
    }

    private void say(List<String> paragraphs, String key, Object... arguments) {
        texts.of(key, arguments).lines().forEach(paragraphs::add);
    }
}
