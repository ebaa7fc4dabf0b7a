package nl.wegwijzer.retention;

import java.time.LocalDate;
import java.util.Optional;

/**
 * All that the end of a report depends on.
 *
 * @param receivedOn day of receipt
 * @param closedOn day of closing; empty while it is open, also when it was reopened
 * @param lastWordOn day of the last message or picture, whoever sent it
 * @param unanswered whether the reporter had the last word: no official wrote after it
 * @param postponedOn day on which an official asked for more time
 * @param announcedOn day since which the end has been shown
 * @param atReceipt term in force on the day of receipt, which gives the cap
 * @param atClosing term in force on the day of closing, which gives the days after it
 */
public record ReportDays(
        LocalDate receivedOn,
        Optional<LocalDate> closedOn,
        LocalDate lastWordOn,
        boolean unanswered,
        Optional<LocalDate> postponedOn,
        Optional<LocalDate> announcedOn,
        Term atReceipt,
        Term atClosing) {}
