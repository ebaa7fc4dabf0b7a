package nl.wegwijzer.casework;

import java.util.List;
import java.util.Optional;

/**
 * The administrator's page: people and absences, and how many reports reach nobody; never content of a report. Absence posts {@code persoon} and
 * {@code afwezig} ({@code ja} or {@code nee}) to {@code absenceAction}, with {@code bewijs}.
 *
 * @param board name of the school board
 * @param schools the schools with their people
 * @param external the board's external counsellors
 * @param unopened per school, how many reports nobody opened in time
 * @param locked per school, how many reports nobody can open any more
 * @param warnings what is missing ("De Regenboog heeft maar één contactpersoon.")
 * @param absenceAction path for absence
 * @param formToken value of the hidden field {@code bewijs}
 * @param message what just happened, or what failed
 */
public record BoardPage(
        String board,
        List<SchoolPeople> schools,
        List<Person> external,
        List<String> unopened,
        List<String> locked,
        List<String> warnings,
        String absenceAction,
        String formToken,
        Optional<String> message) {

    /** Takes defensive copies. */
    public BoardPage {
        schools = List.copyOf(schools);
        external = List.copyOf(external);
        unopened = List.copyOf(unopened);
        locked = List.copyOf(locked);
        warnings = List.copyOf(warnings);
    }

    /**
     * A school and its own people.
     *
     * @param href leads to the school's chat
     */
    public record SchoolPeople(String name, String href, List<Person> people) {
        /** Takes a defensive copy. */
        public SchoolPeople {
            people = List.copyOf(people);
        }
    }

    /**
     * An official.
     *
     * @param id wire value
     * @param roles in words
     * @param away absent today
     * @param invited has a sign-in link but has not used it yet
     */
    public record Person(String id, String name, String roles, boolean away, boolean invited) {}
}
