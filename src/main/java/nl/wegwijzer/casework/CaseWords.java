package nl.wegwijzer.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.chat.AnswerWords;
import nl.wegwijzer.chat.Texts;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.reading.WeighedWord;
import nl.wegwijzer.report.ReportContent;
import nl.wegwijzer.report.Status;
import nl.wegwijzer.routing.Notice;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Language;

/** Puts an opened case in words. */
final class CaseWords {
    private final StaffTexts texts;

    CaseWords(StaffTexts texts) {
        this.texts = texts;
    }

    /**
     * What the page carries besides the case.
     *
     * @param submission fresh, or that of the reply which had a problem
     * @param typed text to put back
     * @param problem key of its words
     */
    record Draft(UUID submission, String typed, Optional<String> problem) {
        static Draft fresh() {
            return new Draft(UUID.randomUUID(), "", Optional.empty());
        }

        @Override
        public String toString() {
            return "Draft[redacted]";
        }
    }

    CasePage page(OpenedCase opened, Session session, LocalDate today, Draft draft) {
        boolean waiting = !opened.answered() && opened.status() != Status.AFGESLOTEN;
        KeepingWords keeping = new KeepingWords(texts, opened, today);
        return new CasePage(
                texts.of("category." + opened.category().wire()),
                opened.urgency(),
                texts.of("urgency." + opened.urgency().wire()),
                opened.school(),
                texts.of(
                        opened.anonymous() ? "reporter.anonymous" : "reporter.named",
                        texts.of("reporter." + opened.reporter().wire())),
                opened.story().map(CaseWords::contact).orElse(""),
                DutchDay.of(opened.receivedOn(), today),
                waiting ? DutchDay.of(opened.openBefore(), today) : "",
                waiting && today.isAfter(opened.openBefore()),
                banners(opened, keeping),
                story(opened),
                opened.messages().stream()
                        .map(line -> message(line, opened, session, today))
                        .toList(),
                pictures(opened, today),
                statuses(opened.status()),
                route(opened),
                access(opened),
                sharing(opened),
                keeping.panel(opened.ref()),
                opened.ref().path() + "/antwoord",
                opened.ref().path() + "/status",
                session.formToken().value(),
                draft.submission().toString(),
                draft.typed(),
                ReplyText.LONGEST,
                draft.problem().map(texts::of));
    }

    private List<CasePage.Banner> banners(OpenedCase opened, KeepingWords keeping) {
        List<CasePage.Banner> banners =
                new ArrayList<>(keeping.banner().stream().toList());
        if (opened.story().isEmpty()) {
            banners.add(banner(CasePage.Tone.URGENT, "case.unreadable", ""));
        }
        for (Alert alert : opened.story().map(ReportContent::alerts).orElse(List.of())) {
            banners.add(banner(CasePage.Tone.URGENT, "alert." + alert.wire(), texts.of("alert.shown")));
        }
        for (Notice notice : opened.notices()) {
            CasePage.Tone tone = notice == Notice.MELDCODE ? CasePage.Tone.CALM : CasePage.Tone.URGENT;
            banners.add(banner(tone, "notice." + notice.wire(), ""));
        }
        return banners;
    }

    private CasePage.Banner banner(CasePage.Tone tone, String key, String note) {
        return new CasePage.Banner(
                tone, texts.of(key), List.of(texts.of(key + ".steps").split("\\|")), note);
    }

    /** A case that was opened is never new again. */
    private List<CasePage.StatusChoice> statuses(Status now) {
        return Stream.of(Status.values())
                .filter(status -> status != Status.NIEUW || now == Status.NIEUW)
                .map(status -> new CasePage.StatusChoice(
                        status.wire(),
                        texts.of("status." + status.wire()),
                        status == Status.AFGESLOTEN && now != status ? texts.of("status.afgesloten.sure") : "",
                        status == now))
                .toList();
    }

    /** Questions and answers in Dutch, whatever language the chat was in; what was typed stays as it was. */
    private static List<CasePage.Line> story(OpenedCase opened) {
        AnswerWords words = new AnswerWords(
                Texts.of(Language.NL, opened.reporter()),
                official -> Optional.ofNullable(opened.people().get(official)));
        return opened.story().map(ReportContent::entries).orElse(List.of()).stream()
                .map(entry -> new CasePage.Line(
                        words.label(entry.question()),
                        paragraphs(words.answer(entry.question(), entry.values(), entry.text()))))
                .toList();
    }

    private static String contact(ReportContent story) {
        return Stream.of(story.name(), story.contact())
                .flatMap(Optional::stream)
                .map(line -> String.join(", ", paragraphs(line)))
                .reduce((name, contact) -> name + ", " + contact)
                .orElse("");
    }

    private CasePage.Message message(OpenedCase.Line line, OpenedCase opened, Session session, LocalDate today) {
        boolean own = line.official().equals(Optional.of(session.official()));
        String author = line.official()
                .map(official -> own
                        ? texts.of("case.you")
                        : opened.people().getOrDefault(official.toString(), texts.of("case.colleague")))
                .orElseGet(() -> texts.of("case.theirs"));
        return new CasePage.Message(
                line.number(),
                line.official().isPresent() ? CasePage.Speaker.OFFICIAL : CasePage.Speaker.REPORTER,
                author,
                DutchDay.of(line.writtenOn(), today),
                line.fresh(),
                paragraphs(line.text().orElseGet(() -> texts.of("case.message.unreadable"))));
    }

    private List<CasePage.Picture> pictures(OpenedCase opened, LocalDate today) {
        return opened.story().isEmpty()
                ? List.of()
                : opened.pictures().stream()
                        .map(picture -> new CasePage.Picture(
                                opened.ref().path() + "/bijlage/" + picture.id(),
                                texts.of("case.picture", picture.number()),
                                DutchDay.of(picture.writtenOn(), today)))
                        .toList();
    }

    private CasePage.Route route(OpenedCase opened) {
        return new CasePage.Route(
                texts.of("reason." + opened.reason().wire()),
                opened.story().map(this::read).orElse(""),
                opened.story().map(ReportContent::because).orElse(List.of()).stream()
                        .map(WeighedWord::word)
                        .filter(word -> !SmallWords.contain(word))
                        .toList());
    }

    private CasePage.Access access(OpenedCase opened) {
        boolean readable = opened.story().isPresent();
        String names = String.join(", ", opened.otherReaders());
        String readers = names.isEmpty()
                ? texts.of(readable ? "case.readers.only" : "case.readers.nobody")
                : texts.of(readable ? "case.readers" : "case.readers.others", names);
        List<CasePage.LockedOut> lockedOut = readable
                ? opened.lockedOut().stream()
                        .map(colleague -> new CasePage.LockedOut(
                                colleague.id().toString(), texts.of("case.access.again", colleague.name())))
                        .toList()
                : List.of();
        return new CasePage.Access(readers, lockedOut, opened.ref().path() + "/toegang");
    }

    private CasePage.Sharing sharing(OpenedCase opened) {
        return new CasePage.Sharing(
                opened.candidates().stream()
                        .map(candidate -> candidate(candidate, opened))
                        .toList(),
                opened.ref().path() + "/meelezen");
    }

    /** A name goes to an external counsellor only when the reporter agrees (B11). */
    private CasePage.Candidate candidate(OpenedCase.Candidate candidate, OpenedCase opened) {
        String roles = candidate.roles().stream()
                .map(role -> texts.of("role." + role.wire()))
                .collect(Collectors.joining(", "));
        boolean named = !opened.anonymous() && candidate.roles().contains(OfficialRole.EXTERNE_VERTROUWENSPERSOON);
        List<String> sure = new ArrayList<>();
        sure.add(texts.of("case.share.sure", candidate.name()));
        if (named) {
            sure.add(texts.of("case.share.named"));
        }
        return new CasePage.Candidate(
                candidate.id().toString(),
                texts.of("case.share.who", candidate.name(), roles),
                sure,
                texts.of("case.share.go", candidate.name()));
    }

    private String read(ReportContent story) {
        return texts.of(
                "case.route.read",
                texts.of("category." + story.readCategory().wire()),
                texts.of("category." + story.runnerUp().wire()));
    }

    private static List<String> paragraphs(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
