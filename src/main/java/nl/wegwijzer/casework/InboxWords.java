package nl.wegwijzer.casework;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.report.Status;
import nl.wegwijzer.retention.Outlook;

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
                inbox.entries().stream()
                        .map(entry -> row(entry, today))
                        .sorted(Comparator.comparing(InboxPage.Row::lastCall).reversed())
                        .toList());
    }

    private String status(Inbox.Entry entry) {
        String status = texts.of("status." + entry.status().wire());
        return entry.opens() ? status : texts.of("inbox.locked", status);
    }

    private InboxPage.Row row(Inbox.Entry entry, LocalDate today) {
        boolean waiting = !entry.answered() && entry.status() != Status.AFGESLOTEN;
        Optional<Outlook.Announced> end = Optional.of(Outlook.of(entry.days(), today))
                .filter(Outlook.Announced.class::isInstance)
                .map(Outlook.Announced.class::cast);
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
                entry.unread(),
                end.map(near -> texts.of(
                                near.lastCall() ? "inbox.erased.last" : "inbox.erased", DutchDay.of(near.on(), today)))
                        .orElse(""),
                end.filter(Outlook.Announced::lastCall).isPresent());
    }
}
