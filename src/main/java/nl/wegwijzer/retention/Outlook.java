package nl.wegwijzer.retention;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long a report still has (domain §3). The rules, in the order in which they win:
 *
 * <ol>
 *   <li>Nothing is erased sooner than {@link #WARNING_DAYS} days after the end was first shown.
 *   <li>At the cap it ends, open or closed. If the reporter waits for an answer then, or something was said shortly before,
 *       {@link #GRACE_DAYS} days are left to answer and to read; after them it ends all the same: content that could stay
 *       for ever by not being answered would be kept for nobody, and the cap is what the reporter and the privacy officer
 *       were promised.
 *   <li>While the reporter's last message is unanswered, a closed report has no end but the cap.
 *   <li>Otherwise it ends a number of days after it was closed, or after the last word if that came later, or after an
 *       official asked for more time, which is possible once and never beyond the cap.
 * </ol>
 *
 * A day that was shown never moves forward, only back. Reopening forgets the closing; the cap stays.
 */
public sealed interface Outlook {
    /** How long beforehand everybody concerned can see it coming. */
    int WARNING_DAYS = 14;
    /** What is left at the cap for an answer and for reading it. */
    int GRACE_DAYS = 30;

    /** It is open, and its cap is far away. */
    record Open() implements Outlook {}

    /** It is closed, but the reporter wrote last: the clock waits for an answer. */
    record Waiting() implements Outlook {}

    /** It is closed, and its end is known but not near. */
    record Planned(LocalDate on) implements Outlook {}

    /**
     * The end is near.
     *
     * @param on the day on which it will be gone
     * @param noted whether it is written down that this is shown; until then the two weeks don't run
     * @param lastCall whether the reporter still waits for an answer and waiting longer is no longer possible
     * @param postponableTo the day to which an official can put it off now; empty when they can't
     */
    record Announced(LocalDate on, boolean noted, boolean lastCall, Optional<LocalDate> postponableTo)
            implements Outlook {}

    /** The day has come. */
    record Due() implements Outlook {}

    /** Returns the day to which the reporter can come back, as far as it is certain. */
    default Optional<LocalDate> day() {
        if (this instanceof Planned planned) {
            return Optional.of(planned.on());
        }
        return this instanceof Announced announced ? Optional.of(announced.on()) : Optional.empty();
    }

    /** Looks ahead from a day. */
    static Outlook of(ReportDays days, LocalDate today) {
        Ending cap = Ending.atCap(days);
        Optional<Ending> closing = Ending.beforeCap(days);
        Ending ending = closing.orElse(cap);
        if (today.isBefore(ending.shownFrom())) {
            return days.closedOn().isEmpty()
                    ? new Open()
                    : days.unanswered() ? new Waiting() : new Planned(ending.on());
        }
        Optional<LocalDate> shown = days.announcedOn().filter(day -> !day.isBefore(ending.shownFrom()));
        LocalDate on = Ending.later(ending.on(), shown.orElse(today).plusDays(WARNING_DAYS));
        if (shown.isPresent() && !today.isBefore(on)) {
            return new Due();
        }
        boolean capped = closing.isEmpty();
        return new Announced(
                on,
                shown.isPresent(),
                capped && days.unanswered(),
                capped ? Optional.empty() : Ending.ifPostponed(days, today, cap).filter(day -> day.isAfter(on)));
    }
}
