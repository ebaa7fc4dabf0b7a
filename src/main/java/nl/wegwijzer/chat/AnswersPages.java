package nl.wegwijzer.chat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.wegwijzer.attachment.Attachment;
import nl.wegwijzer.report.ReportContent;
import nl.wegwijzer.report.ReporterView;
import nl.wegwijzer.report.Status;
import nl.wegwijzer.school.OfficialCard;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.taxonomy.ReporterKind;
import nl.wegwijzer.taxonomy.WireValue;

/** Makes the page of a reporter who came back with the code: where the report stands, what was said, what to write. */
final class AnswersPages {
    /** What happened that the reporter is told among the messages: somebody else reads the story. */
    private static final Set<String> WHO_READS = Set.of("doorgegeven", "meegelezen");

    private AnswersPages() {}

    /**
     * Makes the page, in the language in which the report was told.
     *
     * @param key sealed token for the hidden field {@code sleutel}
     * @param pictures kept with the report
     * @param mostPictures how many it may have
     */
    static AnswersPage page(
            SchoolProfile school,
            ReporterView view,
            String key,
            int maxLength,
            List<Attachment> pictures,
            int mostPictures,
            ReporterAnswers.Said said) {
        ReportContent story = view.story();
        Texts texts = Texts.of(story.language(), audience(story));
        return new AnswersPage(
                story.language(),
                school.slug(),
                school.name(),
                status(view, texts),
                view.keptUntil()
                        .map(day -> texts.of("terug.tot", dayAndYear(day, texts)))
                        .orElse(""),
                view.recipient().orElse(""),
                summary(story, school, texts),
                messages(view, texts),
                new PictureWords(texts).page(story, pictures, said, mostPictures),
                key,
                true,
                said.typed(),
                maxLength,
                said.problem().map(kind -> texts.of(kind.key, String.valueOf(maxLength))),
                texts);
    }

    /** What can be wrong with a message. */
    enum Problem {
        NOTHING_TYPED("ui.return.nothing"),
        TOO_LONG("probleem.te_lang");

        private final String key;

        Problem(String key) {
            this.key = key;
        }
    }

    private static ReporterKind audience(ReportContent story) {
        return story.entries().stream()
                .filter(entry -> entry.question().equals(QuestionName.WIE.wire()))
                .flatMap(entry -> entry.values().stream())
                .findFirst()
                .flatMap(wire -> WireValue.parse(ReporterKind.class, wire))
                .orElse(ReporterKind.LEERLING);
    }

    private static String status(ReporterView view, Texts texts) {
        String who = view.recipient().orElse("");
        if (who.isEmpty()) {
            return texts.of("terug.niemand");
        }
        return view.status() == Status.NIEUW
                ? texts.of("terug.nieuw", who, day(view.answerBefore(), texts))
                : texts.of("terug." + view.status().wire(), who);
    }

    private static List<ChatPage.ReviewLine> summary(ReportContent story, SchoolProfile school, Texts texts) {
        AnswerWords words = new AnswerWords(texts, id -> official(school, id));
        return story.entries().stream()
                .map(entry -> new ChatPage.ReviewLine(
                        entry.question(),
                        words.label(entry.question()),
                        words.answer(entry.question(), entry.values(), entry.text())))
                .toList();
    }

    private static Optional<String> official(SchoolProfile school, String id) {
        try {
            return school.official(UUID.fromString(id)).map(OfficialCard::name);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static List<AnswersPage.Message> messages(ReporterView view, Texts texts) {
        List<AnswersPage.Message> messages = new ArrayList<>();
        for (ReporterView.Event event : view.events()) {
            if (WHO_READS.contains(event.kind())) {
                messages.add(new AnswersPage.Message(
                        -messages.size() - 1,
                        AnswersPage.Speaker.SYSTEM,
                        texts.of("ui.bot"),
                        day(event.day(), texts),
                        List.of(texts.of("terug." + event.kind(), event.official()))));
            }
        }
        for (ReporterView.Line line : view.messages()) {
            messages.add(new AnswersPage.Message(
                    line.number(),
                    line.mine() ? AnswersPage.Speaker.MINE : AnswersPage.Speaker.OFFICIAL,
                    line.mine() ? "" : line.author(),
                    day(line.day(), texts),
                    line.text()
                            .lines()
                            .filter(paragraph -> !paragraph.isBlank())
                            .toList()));
        }
        return messages;
    }

    /** A day that may lie in another year: "3 maart 2027". */
    static String dayAndYear(LocalDate day, Texts texts) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", texts.locale()).format(day);
    }

    private static String day(LocalDate day, Texts texts) {
        Locale locale = texts.locale();
        return DateTimeFormatter.ofPattern("EEEE d MMMM", locale).format(day);
    }
}
