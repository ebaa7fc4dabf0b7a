package nl.wegwijzer.retention;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One of the ways in which a report ends.
 *
 * @param shownFrom the day from which it is shown
 * @param on the day on which it is gone, if it was shown in time
 */
record Ending(LocalDate shownFrom, LocalDate on) {

    /** The end that comes whatever happens. */
    static Ending atCap(ReportDays days) {
        LocalDate cap = capOf(days);
        boolean stillTalking = days.unanswered() || days.lastWordOn().isAfter(cap.minusDays(Outlook.GRACE_DAYS));
        return new Ending(cap.minusDays(Outlook.WARNING_DAYS), stillTalking ? cap.plusDays(Outlook.GRACE_DAYS) : cap);
    }

    /** The end that follows from closing, unless the cap comes first. */
    static Optional<Ending> beforeCap(ReportDays days) {
        return afterClosing(days).filter(ending -> !ending.on().isAfter(capOf(days)));
    }

    /** The end that follows from closing; empty while it is open or the reporter waits for an answer. */
    private static Optional<Ending> afterClosing(ReportDays days) {
        return days.closedOn().filter(closed -> !days.unanswered()).map(closed -> {
            LocalDate begin =
                    later(later(closed, days.lastWordOn()), days.postponedOn().orElse(closed));
            LocalDate on = begin.plusDays(days.atClosing().daysAfterClosing());
            return new Ending(on.minusDays(Outlook.WARNING_DAYS), on);
        });
    }

    /** More time begins the days anew, once, and never beyond the cap. */
    static Optional<LocalDate> ifPostponed(ReportDays days, LocalDate today, Ending cap) {
        LocalDate on = today.plusDays(days.atClosing().daysAfterClosing());
        return days.postponedOn().isPresent() ? Optional.empty() : Optional.of(on.isAfter(cap.on()) ? cap.on() : on);
    }

    private static LocalDate capOf(ReportDays days) {
        return days.receivedOn().plusMonths(days.atReceipt().capMonths());
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
