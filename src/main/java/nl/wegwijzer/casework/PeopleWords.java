package nl.wegwijzer.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.routing.OfficialRole;

/** Puts a board's people in words, with what is missing before a reporter can choose (A5) and which reports reach nobody. */
final class PeopleWords {
    private static final int FEWEST_INTERNAL = 2;

    private final StaffTexts texts;
    private final String schoolPages;
    private final LocalDate today;

    /**
     * Takes its words.
     *
     * @param schoolPages what stands before a school's path in a link
     */
    PeopleWords(StaffTexts texts, String schoolPages, LocalDate today) {
        this.texts = texts;
        this.schoolPages = schoolPages;
        this.today = today;
    }

    BoardPage page(
            People.Board board,
            List<Unheard.Waiting> waiting,
            Session administrator,
            String absenceAction,
            boolean saved) {
        Map<UUID, BoardPage.Person> external = new LinkedHashMap<>();
        List<BoardPage.SchoolPeople> schools = new ArrayList<>();
        for (People.School school : board.schools()) {
            List<BoardPage.Person> internal = new ArrayList<>();
            for (People.Person person : school.people()) {
                if (isExternal(person)) {
                    external.putIfAbsent(person.id(), person(person));
                } else {
                    internal.add(person(person));
                }
            }
            schools.add(new BoardPage.SchoolPeople(school.name(), schoolPages + "/" + school.slug(), internal));
        }
        return new BoardPage(
                board.name(),
                schools,
                List.copyOf(external.values()),
                notice(waiting, Unheard.Why.UNOPENED, "board.unopened"),
                notice(waiting, Unheard.Why.LOCKED, "board.locked"),
                warnings(board),
                absenceAction,
                administrator.formToken().value(),
                saved ? Optional.of(texts.of("board.saved")) : Optional.empty());
    }

    private List<String> notice(List<Unheard.Waiting> waiting, Unheard.Why why, String key) {
        return waiting.stream()
                .filter(school -> school.why() == why)
                .map(school ->
                        texts.of(key + ".line", school.school(), school.reports(), DutchDay.of(school.since(), today)))
                .toList();
    }

    /** Who has no account yet can't receive a report, so they don't count. */
    private List<String> warnings(People.Board board) {
        List<String> warnings = new ArrayList<>();
        for (People.School school : board.schools()) {
            List<People.Person> ready =
                    school.people().stream().filter(People.Person::enrolled).toList();
            long external = ready.stream().filter(PeopleWords::isExternal).count();
            if (ready.size() - external < FEWEST_INTERNAL) {
                warnings.add(texts.of("board.warning.internal", school.name()));
            }
            if (external == 0) {
                warnings.add(texts.of("board.warning.external", school.name()));
            }
        }
        return warnings;
    }

    private static boolean isExternal(People.Person person) {
        return person.roles().contains(OfficialRole.EXTERNE_VERTROUWENSPERSOON);
    }

    private BoardPage.Person person(People.Person person) {
        return new BoardPage.Person(
                person.id().toString(),
                person.name(),
                person.roles().stream()
                        .map(role -> texts.of("role." + role.wire()))
                        .collect(Collectors.joining(", ")),
                person.away(),
                !person.enrolled());
    }
}
