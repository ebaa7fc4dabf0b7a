package nl.wegwijzer.casework;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;

/**
 * The people of a board, for its administrator: who has which role where, who is away, who has not come in yet. It reads
 * no table of reports at all.
 */
public final class People {
    /** An absence without an announced end. */
    private static final LocalDate UNTIL_FURTHER_NOTICE = LocalDate.of(9999, 12, 31);

    private final Database database;
    private final Audit audit;
    private final Clock clock;

    /** Takes its collaborators; the clock tells who is away today. */
    public People(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** A board with its schools. */
    record Board(String name, List<School> schools) {
        Board {
            schools = List.copyOf(schools);
        }
    }

    /**
     * A school with everyone who has a role there, in the school's own order.
     *
     * @param slug its part of the address
     */
    record School(String slug, String name, List<Person> people) {
        School {
            people = List.copyOf(people);
        }
    }

    /**
     * An official.
     *
     * @param roles at this school
     * @param enrolled has an account that can receive reports
     */
    record Person(UUID id, String name, List<OfficialRole> roles, boolean away, boolean enrolled) {
        Person {
            roles = List.copyOf(roles);
        }
    }

    /** Reads the board of this administrator. */
    Future<Board> read(Session administrator) {
        return database.inBoard(administrator.board(), connection -> name(connection, administrator.board())
                .compose(name -> connection
                        .preparedQuery("""
                                select s.slug, s.name as school, p.role, o.official_id, o.name,
                                       o.public_key is not null as enrolled,
                                       exists (select 1 from absence a
                                                where a.official_id = o.official_id
                                                  and $2 between a.first_day and a.last_day) as away
                                  from school s
                                  left join school_official p on p.school_id = s.school_id
                                  left join official o on o.official_id = p.official_id
                                 where s.board_id = $1
                                 order by s.name, s.slug, p.position, p.role
                                """)
                        .execute(Tuple.of(administrator.board(), LocalDate.now(clock)))
                        .map(rows -> new Board(name, schools(rows)))));
    }

    /**
     * Reports an official of the same board absent from today until further notice, or present again.
     *
     * @return false when there is no such person at this board
     */
    Future<Boolean> setAway(Session administrator, UUID official, boolean away) {
        LocalDate today = LocalDate.now(clock);
        return database.inBoard(administrator.board(), connection -> connection
                .preparedQuery("select 1 from official where official_id = $1 and board_id = $2 for update")
                .execute(Tuple.of(official, administrator.board()))
                .compose(found -> found.size() == 0
                        ? Future.succeededFuture(false)
                        : end(connection, official, today)
                                .compose(ended -> away ? begin(connection, official, today) : Future.succeededFuture())
                                .compose(changed -> audit.append(
                                        connection,
                                        new Audit.Entry(
                                                administrator.board(),
                                                Optional.empty(),
                                                Optional.of(administrator.official()),
                                                away ? "functionaris.afwezig" : "functionaris.aanwezig",
                                                Optional.of(official))))
                                .map(true)));
    }

    private static Future<Void> end(SqlConnection connection, UUID official, LocalDate today) {
        return connection
                .preparedQuery("delete from absence where official_id = $1 and first_day = $2")
                .execute(Tuple.of(official, today))
                .compose(
                        deleted -> connection.preparedQuery("""
                                update absence set last_day = $3
                                 where official_id = $1 and $2 between first_day and last_day
                                """).execute(Tuple.of(official, today, today.minusDays(1))))
                .mapEmpty();
    }

    private static Future<Void> begin(SqlConnection connection, UUID official, LocalDate today) {
        return connection
                .preparedQuery("insert into absence (official_id, first_day, last_day) values ($1, $2, $3)")
                .execute(Tuple.of(official, today, UNTIL_FURTHER_NOTICE))
                .mapEmpty();
    }

    private static Future<String> name(SqlConnection connection, UUID board) {
        return connection
                .preparedQuery("select name from board where board_id = $1")
                .execute(Tuple.of(board))
                .map(rows -> rows.iterator().next().getString("name"));
    }

    private static List<School> schools(RowSet<Row> rows) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Map<UUID, Person>> people = new LinkedHashMap<>();
        for (Row row : rows) {
            names.put(row.getString("slug"), row.getString("school"));
            Map<UUID, Person> here = people.computeIfAbsent(row.getString("slug"), slug -> new LinkedHashMap<>());
            Optional.ofNullable(row.getUUID("official_id"))
                    .ifPresent(id -> here.merge(id, person(id, row), People::withRolesOf));
        }
        return names.entrySet().stream()
                .map(school -> new School(
                        school.getKey(),
                        school.getValue(),
                        List.copyOf(
                                people.getOrDefault(school.getKey(), Map.of()).values())))
                .toList();
    }

    private static Person person(UUID id, Row row) {
        List<OfficialRole> roles =
                OfficialRole.ofWire(row.getString("role")).stream().toList();
        return new Person(id, row.getString("name"), roles, row.getBoolean("away"), row.getBoolean("enrolled"));
    }

    private static Person withRolesOf(Person known, Person again) {
        List<OfficialRole> roles = new ArrayList<>(known.roles());
        roles.addAll(again.roles());
        return new Person(known.id(), known.name(), roles, known.away(), known.enrolled());
    }
}
