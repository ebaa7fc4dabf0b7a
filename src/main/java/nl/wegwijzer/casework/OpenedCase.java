package nl.wegwijzer.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.attachment.Attachment;
import nl.wegwijzer.report.ReportContent;
import nl.wegwijzer.report.Status;
import nl.wegwijzer.retention.ReportDays;
import nl.wegwijzer.routing.Notice;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.routing.Reason;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.ReporterKind;
import nl.wegwijzer.taxonomy.Urgency;

/**
 * A report as its reader has it on the screen.
 *
 * @param school name of the school
 * @param answered whether an official has written
 * @param story empty when the key or the content does not open: then the case is named as unreadable, never left out
 * @param messages what was said since, oldest first
 * @param pictures that the reporter added, in order
 * @param otherReaders names of those who can read it too
 * @param lockedOut those whose copy of the key was sealed to keys they lost
 * @param candidates whom the reader could let read along; none when the case does not open
 * @param days on which its end depends
 * @param people names of the board's officials by id, for answers that point at one
 */
record OpenedCase(
        CaseRef ref,
        String school,
        Category category,
        Urgency urgency,
        ReporterKind reporter,
        boolean anonymous,
        Status status,
        Reason reason,
        LocalDate receivedOn,
        LocalDate openBefore,
        boolean answered,
        Optional<ReportContent> story,
        List<Line> messages,
        List<Attachment> pictures,
        List<Notice> notices,
        List<String> otherReaders,
        List<Colleague> lockedOut,
        List<Candidate> candidates,
        ReportDays days,
        Map<String, String> people) {

    OpenedCase {
        messages = List.copyOf(messages);
        pictures = List.copyOf(pictures);
        notices = List.copyOf(notices);
        otherReaders = List.copyOf(otherReaders);
        lockedOut = List.copyOf(lockedOut);
        candidates = List.copyOf(candidates);
        people = Map.copyOf(people);
    }

    /** Somebody else who has the case. */
    record Colleague(UUID id, String name) {}

    /**
     * Somebody who could be let in.
     *
     * @param roles at the case's school
     */
    record Candidate(UUID id, String name, List<OfficialRole> roles) {
        Candidate {
            roles = List.copyOf(roles);
        }
    }

    /**
     * One message.
     *
     * @param number position, stable
     * @param official who wrote it; empty for the reporter
     * @param fresh new to this reader
     * @param text empty when it does not open
     */
    record Line(int number, Optional<UUID> official, LocalDate writtenOn, boolean fresh, Optional<String> text) {}

    @Override
    public String toString() {
        return "OpenedCase[redacted]";
    }
}
