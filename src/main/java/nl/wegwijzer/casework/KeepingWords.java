package nl.wegwijzer.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.retention.Outlook;
import nl.wegwijzer.retention.PostponeReason;

/** Puts in words how long a case is kept. */
final class KeepingWords {
    private final StaffTexts texts;
    private final Outlook outlook;
    private final LocalDate today;

    KeepingWords(StaffTexts texts, OpenedCase opened, LocalDate today) {
        this.texts = texts;
        this.outlook = Outlook.of(opened.days(), today);
        this.today = today;
    }

    /** The warning above the case, from two weeks before its end. */
    Optional<CasePage.Banner> banner() {
        if (!(outlook instanceof Outlook.Announced near)) {
            return Optional.empty();
        }
        String day = DutchDay.of(near.on(), today);
        return Optional.of(
                near.lastCall()
                        ? new CasePage.Banner(
                                CasePage.Tone.URGENT,
                                texts.of("case.erased.last", day),
                                List.of(texts.of("case.erased.last.explain")))
                        : new CasePage.Banner(
                                CasePage.Tone.CALM,
                                texts.of("case.erased", day),
                                List.of(texts.of("case.erased.explain"))));
    }

    /** The panel beside the case. */
    CasePage.Keeping panel(CaseRef ref) {
        String action = ref.path() + "/uitstel";
        Optional<LocalDate> later = outlook instanceof Outlook.Announced near ? near.postponableTo() : Optional.empty();
        return later.map(day -> new CasePage.Keeping(
                        line(),
                        texts.of("case.postpone", DutchDay.of(day, today)),
                        Stream.of(PostponeReason.values())
                                .map(reason ->
                                        new CasePage.Reason(reason.wire(), texts.of("postpone." + reason.wire())))
                                .toList(),
                        action))
                .orElseGet(() -> new CasePage.Keeping(line(), "", List.of(), action));
    }

    private String line() {
        return outlook instanceof Outlook.Waiting
                ? texts.of("case.keep.waiting")
                : outlook.day()
                        .map(day -> texts.of("case.keep.until", DutchDay.of(day, today)))
                        .orElse("");
    }
}
