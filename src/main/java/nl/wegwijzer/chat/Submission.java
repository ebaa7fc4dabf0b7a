package nl.wegwijzer.chat;

import static nl.wegwijzer.chat.QuestionName.CONTROLE;
import static nl.wegwijzer.chat.QuestionName.DETAILS;
import static nl.wegwijzer.chat.QuestionName.MELDPLICHT;
import static nl.wegwijzer.chat.QuestionName.NAAM;
import static nl.wegwijzer.chat.QuestionName.STAPPEN;
import static nl.wegwijzer.chat.QuestionName.TELEFOON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.report.NewReport;
import nl.wegwijzer.report.ReportContent;

/** Makes the report of a finished conversation. Names and numbers stand in their own places, never among the answers. */
final class Submission {
    private static final Set<QuestionName> NOT_FOR_THE_OFFICIAL =
            Set.of(MELDPLICHT, STAPPEN, DETAILS, TELEFOON, CONTROLE);

    private Submission() {}

    /** Makes the report from what follows from the answers, at the moment of sending. */
    static NewReport of(Situation now, Instant sentAt) {
        Conversation conversation = now.conversation();
        return new NewReport(
                conversation.submission(),
                conversation.receiptSeed().bytes(),
                conversation.school(),
                now.category(),
                now.urgency(),
                now.accused(),
                now.reporter(),
                now.boardAccused(),
                now.decision(),
                content(now, sentAt));
    }

    private static ReportContent content(Situation now, Instant sentAt) {
        return new ReportContent(
                now.conversation().language(),
                entries(now),
                now.whole().alerts(),
                now.story().category(),
                now.story().runnerUp(),
                now.story().because(),
                name(now),
                contact(now),
                sentAt);
    }

    private static List<ReportContent.Entry> entries(Situation now) {
        Texts texts = Texts.of(now.conversation().language(), now.reporter());
        Redaction redaction = Redaction.of(now, texts.of("details.weggehaald"));
        List<ReportContent.Entry> entries = new ArrayList<>();
        for (QuestionName question : QuestionName.values()) {
            if (NOT_FOR_THE_OFFICIAL.contains(question)
                    || Questions.of(question, now).isEmpty()) {
                continue;
            }
            now.conversation()
                    .answer(question)
                    .ifPresent(answer -> entries.add(new ReportContent.Entry(
                            question.wire(), answer.values(), question == NAAM ? "" : redaction.apply(answer.text()))));
        }
        return entries;
    }

    /** The first line of what was typed is the name. */
    private static Optional<String> name(Situation now) {
        return now.anonymous()
                ? Optional.empty()
                : now.conversation().text(NAAM).lines().findFirst().map(String::strip);
    }

    /** The other lines say how to reach the reporter; an anonymous reporter in danger may have left a number. */
    private static Optional<String> contact(Situation now) {
        String contact = now.anonymous()
                ? Questions.of(TELEFOON, now)
                        .map(question -> now.conversation().text(TELEFOON))
                        .orElse("")
                : now.conversation().text(NAAM).lines().skip(1).reduce("", (all, line) -> all + "\n" + line);
        return Optional.of(contact.strip()).filter(text -> !text.isEmpty());
    }
}
