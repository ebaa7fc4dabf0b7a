package nl.wegwijzer.casework;

import java.time.LocalDate;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.report.Status;

/** Puts the list of reports in words. */
final class InboxWords {
    private final StaffTexts texts;

    InboxWords(StaffTexts texts) {
        this.texts = texts;
    }

    InboxPage page(Inbox.View inbox, LocalDate today) {
        return new InboxPage(
                inbox.unread(),
                inbox.open(),
                inbox.entries().stream().map(entry -> row(entry, today)).toList());
    }

    private String status(Inbox.Entry entry) {
        String status = texts.of("status." + entry.status().wire());
        return entry.opens() ? status : texts.of("inbox.locked", status);
    }

    private InboxPage.Row row(Inbox.Entry entry, LocalDate today) {
        boolean waiting = !entry.answered() && entry.status() != Status.AFGESLOTEN;
        return new InboxPage.Row(
                entry.ref().path(),
                entry.urgency(),
                texts.of("urgency." + entry.urgency().wire()),
                texts.of("category." + entry.category().wire()),
                status(entry),
                entry.school(),
                DutchDay.of(entry.receivedOn(), today),
                waiting ? DutchDay.of(entry.openBefore(), today) : "",
                waiting && today.isAfter(entry.openBefore()),
                entry.unread());
    }
}
