package nl.wegwijzer.server;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.wegwijzer.account.Administration;
import nl.wegwijzer.account.Totp;
import nl.wegwijzer.seal.Expansion;
import nl.wegwijzer.store.Database;

/**
 * The demo: a board of two schools, each with an aanspreekpunt pesten and two contactpersonen, two external counsellors
 * for both, and a beheerder. Everyone is invented. Their passphrases and second factors are public: never for real use.
 */
final class DemoBoard {
    private static final UUID BOARD = id("bestuur");
    private static final UUID REGENBOOG = id("regenboog");
    private static final UUID KOMPAS = id("kompas");
    private static final List<Person> PEOPLE = List.of(
            new Person("noor", "Noor Bakker", "Ik geef gym en ik zie veel op het plein.", "bloem")
                    .at(REGENBOOG, "aanspreekpunt", 0),
            new Person("youssef", "Youssef Amrani", "Ik ben meester van groep 8. Je mag altijd binnenlopen.", "zee")
                    .at(REGENBOOG, "contactpersoon", 1),
            new Person("tineke", "Tineke de Wit", "Ik werk hier al lang en ik luister graag.", "duin")
                    .at(REGENBOOG, "contactpersoon", 2),
            new Person("sem", "Sem Jansen", "Ik geef aardrijkskunde en ben mentor van de brugklas.", "veld")
                    .at(KOMPAS, "aanspreekpunt", 0),
            new Person("fatima", "Fatima Yilmaz", "Ik ben leerlingcoördinator. Mijn kamer is naast de aula.", "")
                    .at(KOMPAS, "contactpersoon", 1),
            new Person("peter", "Peter Visser", "Ik geef wiskunde. Praten kan ook buiten school.", "berg")
                    .at(KOMPAS, "contactpersoon", 2),
            new Person("marleen", "Marleen Kuipers", "Ik werk niet op school. Ik sta naast jou.", "")
                    .at(REGENBOOG, "externe", 10)
                    .at(KOMPAS, "externe", 10),
            new Person("ruben", "Ruben Hoekstra", "Ik werk niet op school en ken de leraren niet.", "woud")
                    .at(REGENBOOG, "externe", 11)
                    .at(KOMPAS, "externe", 11),
            new Person("anja", "Anja Smit", "", ""));
    private static final String ADMINISTRATOR = "anja";

    private final Database database;
    private final Administration administration;

    DemoBoard(Database database, Administration administration) {
        this.database = database;
        this.administration = administration;
    }

    private record Place(UUID school, String role, int position) {}

    private record Person(String login, String name, String about, String photo, List<Place> places) {
        Person(String login, String name, String about, String photo) {
            this(login, name, about, photo, List.of());
        }

        Person at(UUID school, String role, int position) {
            List<Place> more = new ArrayList<>(places);
            more.add(new Place(school, role, position));
            return new Person(login, name, about, photo, more);
        }

        String passphrase() {
            return "de demo wachtzin van " + login;
        }

        byte[] totpSecret() {
            return Expansion.of(
                    ("wegwijzer demo " + login).getBytes(StandardCharsets.UTF_8), "totp", Totp.SECRET_BYTES);
        }
    }

    /**
     * A sign-in of the demo.
     *
     * @param roles what this person is, in words
     */
    record SignInCard(String login, String name, String roles, String passphrase, byte[] totpSecret) {}

    /** Fills an empty database, once however many nodes start at the same moment; leaves any other as it is. */
    Future<Void> seed() {
        return database.inBoard(BOARD, connection -> connection
                        .query("select pg_advisory_xact_lock(hashtext('wegwijzer demo'))")
                        .execute()
                        .compose(locked ->
                                connection.query("select 1 from board limit 1").execute())
                        .compose(rows -> rows.size() > 0
                                ? Future.succeededFuture(false)
                                : fill(connection).map(true)))
                .compose(filled -> filled ? enrolEveryone() : Future.succeededFuture());
    }

    static List<SignInCard> signIns() {
        return PEOPLE.stream()
                .map(person -> new SignInCard(
                        person.login(), person.name(), roles(person), person.passphrase(), person.totpSecret()))
                .toList();
    }

    private static String roles(Person person) {
        if (person.login().equals(ADMINISTRATOR)) {
            return "beheerder";
        }
        String role = person.places().get(0).role();
        String school = person.places().size() > 1
                ? "beide scholen"
                : person.places().get(0).school().equals(REGENBOOG) ? "De Regenboog" : "Het Kompas";
        return role + ", " + school;
    }

    private static Future<Void> fill(SqlConnection connection) {
        List<Tuple> officials = PEOPLE.stream()
                .map(person -> Tuple.of(
                        id(person.login()),
                        BOARD,
                        person.login(),
                        person.name(),
                        person.about(),
                        person.photo().isEmpty() ? "" : "people/" + person.photo() + ".svg",
                        person.login().equals(ADMINISTRATOR)))
                .toList();
        List<Tuple> places = PEOPLE.stream()
                .flatMap(person -> person.places().stream()
                        .map(place -> Tuple.of(place.school(), id(person.login()), place.role(), place.position())))
                .toList();
        List<Tuple> holidays = List.of(REGENBOOG, KOMPAS).stream()
                .flatMap(school -> List.of(
                        Tuple.of(school, LocalDate.of(2026, 12, 19), LocalDate.of(2027, 1, 3)),
                        Tuple.of(school, LocalDate.of(2027, 2, 13), LocalDate.of(2027, 2, 21)))
                        .stream())
                .toList();
        return connection
                .preparedQuery("insert into board (board_id, name) values ($1, 'Stichting De Brug (demo)')")
                .execute(Tuple.of(BOARD))
                .compose(done -> connection
                        .preparedQuery("""
                                insert into school (school_id, board_id, slug, name, place, sector, complaints)
                                values ($1, $2, $3, $4, $5, $6, $7)
                                """)
                        .executeBatch(List.of(
                                Tuple.of(
                                        REGENBOOG,
                                        BOARD,
                                        "de-regenboog",
                                        "De Regenboog",
                                        "Waterdorp",
                                        "po",
                                        "de klachtenregeling in de schoolgids van De Regenboog"),
                                Tuple.of(
                                        KOMPAS,
                                        BOARD,
                                        "het-kompas",
                                        "Het Kompas",
                                        "Waterdorp",
                                        "vo",
                                        "de klachtenregeling in de schoolgids van Het Kompas"))))
                .compose(done -> connection.preparedQuery("""
                                insert into official (official_id, board_id, login, name, about, photo, administrator)
                                values ($1, $2, $3, $4, $5, $6, $7)
                                """).executeBatch(officials))
                .compose(done -> connection.preparedQuery("""
                                insert into school_official (school_id, official_id, role, position)
                                values ($1, $2, $3, $4)
                                """).executeBatch(places))
                .compose(done -> connection
                        .preparedQuery(
                                "insert into school_holiday (school_id, first_day, last_day) values ($1, $2, $3)")
                        .executeBatch(holidays))
                .mapEmpty();
    }

    private Future<Void> enrolEveryone() {
        return Future.all(PEOPLE.stream()
                        .map(person ->
                                administration.enroll(id(person.login()), person.passphrase(), person.totpSecret()))
                        .toList())
                .mapEmpty();
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("wegwijzer demo " + name).getBytes(StandardCharsets.UTF_8));
    }
}
