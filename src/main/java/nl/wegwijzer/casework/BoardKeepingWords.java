package nl.wegwijzer.casework;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.retention.Term;
import nl.wegwijzer.retention.Terms;

/** Puts in words how long a board keeps content. */
final class BoardKeepingWords {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.forLanguageTag("nl"));

    private final StaffTexts texts;
    private final LocalDate today;

    BoardKeepingWords(StaffTexts texts, LocalDate today) {
        this.texts = texts;
        this.today = today;
    }

    KeepingPage page(BoardKeeping.View view) {
        return new KeepingPage(
                terms(view),
                view.chosen().stream()
                        .filter(dated -> dated.from().isAfter(today))
                        .sorted(Comparator.comparing(Terms.Dated::from))
                        .map(dated -> coming(dated, view))
                        .toList(),
                view.months().entrySet().stream()
                        .map(month -> month(month.getKey(), month.getValue()))
                        .toList(),
                notYet(view));
    }

    /** The board's own term first, then the schools that differ. */
    private List<String> terms(BoardKeeping.View view) {
        List<String> lines = new ArrayList<>();
        Term board = inForce(view, Optional.empty()).orElse(Term.STANDARD);
        lines.add(sentence("keeping.term.board", "", board));
        view.schools().forEach((slug, name) -> inForce(view, Optional.of(slug))
                .ifPresent(term -> lines.add(sentence("keeping.term.school", name, term))));
        return lines;
    }

    private Optional<Term> inForce(BoardKeeping.View view, Optional<String> school) {
        return view.chosen().stream()
                .filter(dated -> dated.school().equals(school))
                .filter(dated -> !dated.from().isAfter(today))
                .max(Comparator.comparing(Terms.Dated::from))
                .map(Terms.Dated::term);
    }

    private String sentence(String key, String school, Term term) {
        return texts.of(key, term.daysAfterClosing(), term.capMonths(), school);
    }

    private String coming(Terms.Dated dated, BoardKeeping.View view) {
        return texts.of(
                dated.school().isEmpty() ? "keeping.coming.board" : "keeping.coming.school",
                dated.term().daysAfterClosing(),
                dated.term().capMonths(),
                dated.school()
                        .map(slug -> view.schools().getOrDefault(slug, slug))
                        .orElse(""),
                DutchDay.of(dated.from(), today));
    }

    private static KeepingPage.Month month(YearMonth month, BoardKeeping.Ending ending) {
        return new KeepingPage.Month(
                MONTH.format(month), String.valueOf(ending.reports()), String.valueOf(ending.postponed()));
    }

    private List<String> notYet(BoardKeeping.View view) {
        List<String> lines = new ArrayList<>();
        if (view.open() > 0) {
            lines.add(texts.of("keeping.open", view.open()));
        }
        if (view.waiting() > 0) {
            lines.add(texts.of("keeping.waiting", view.waiting()));
        }
        return lines;
    }
}
