package nl.wegwijzer.school;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.routing.Candidate;
import nl.wegwijzer.routing.SchoolCalendar;

/**
 * What the chat knows of a school: its name, its people in the school's own order, and its calendar.
 *
 * @param id key of the school, first in every key of its data
 * @param slug the school's part of the address, e.g. {@code de-regenboog}
 * @param name as pupils call it
 * @param sector po, vo or mbo
 * @param officials everyone who can receive a report today, in the school's own order
 * @param calendar weekends and holidays
 * @param complaints where the klachtenregeling and klachtencommissie are found (A25)
 */
public record SchoolProfile(
        UUID id,
        String slug,
        String name,
        Sector sector,
        List<OfficialCard> officials,
        SchoolCalendar calendar,
        String complaints) {

    /** Takes a defensive copy. */
    public SchoolProfile {
        officials = List.copyOf(officials);
    }

    /** Finds an official of this school. */
    public Optional<OfficialCard> official(UUID official) {
        return officials.stream().filter(card -> card.id().equals(official)).findFirst();
    }

    /** Returns the officials as the routing policy wants them: once per role. */
    public List<Candidate> candidates() {
        return officials.stream()
                .flatMap(card -> card.roles().stream()
                        .map(role -> new Candidate(card.id().toString(), role, card.away())))
                .toList();
    }
}
