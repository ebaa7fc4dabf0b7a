package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attacker could do who makes the application send any SQL at all: not everything. */
class LeastPrivilegeIT {
    private static final String NOT_ALLOWED = "42501";
    private static final TestDatabase DATABASE = TestDatabase.shared();
    private static final Place OURS = new Place(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private static final Place THEIRS = new Place(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    private record Place(UUID board, UUID school, UUID report) {}

    @BeforeAll
    static void twoBoardsWithAReportEach() throws SQLException {
        for (Place place : List.of(OURS, THEIRS)) {
            fill(place);
        }
    }

    /** Every table that is walled by school, as the database itself knows them; those by board are in BoardWallsIT. */
    static List<String> guardedTables() throws SQLException {
        return tables("""
                select c.relname from pg_class c
                 where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
                   and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_schools')
                 order by c.relname
                """);
    }

    @ParameterizedTest
    @MethodSource("guardedTables")
    void withoutASchoolAQueryFindsNothing(String table) throws SQLException {
        try (Connection connection = DATABASE.application()) {
            assertThat(schools(connection, table)).isEmpty();
            inSchool(connection, "");
            assertThat(schools(connection, table)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("guardedTables")
    void anotherBoardsSchoolStaysOutOfSight(String table) throws SQLException {
        try (Connection connection = DATABASE.application()) {
            inSchool(connection, OURS.school().toString());
            assertThat(schools(connection, table)).doesNotContain(THEIRS.school());
            assertThat(changed(connection, "delete from " + table + " where school_id = '" + THEIRS.school() + "'"))
                    .isZero();
        }
        try (Connection owner = DATABASE.owner()) {
            assertThat(policies(owner, table)).isNotEmpty().allMatch(policy -> policy.contains("wegwijzer.schools"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report",
                "report_grant",
                "report_blind",
                "report_item",
                "report_notice",
                "report_event",
                "board_notice"
            })
    void theRowsOfTheNamedSchoolAreThere(String table) throws SQLException {
        try (Connection connection = DATABASE.application()) {
            inSchool(connection, OURS.school().toString());
            assertThat(schools(connection, table)).containsOnly(OURS.school()).isNotEmpty();
        }
    }

    @Test
    void noTableOfReportsIsLeftUnguarded() throws SQLException {
        assertThat(tables("""
                select c.relname
                  from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'report_id'
                 where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity
                """)).isEmpty();
    }

    @Test
    void nothingIsWrittenIntoAnotherSchoolEither() throws SQLException {
        try (Connection connection = DATABASE.application()) {
            inSchool(connection, OURS.school().toString());
            assertRefused(
                    connection,
                    "insert into report_event (school_id, report_id, event_number, kind, happened_on) values ('"
                            + THEIRS.school() + "', '" + THEIRS.report() + "', 9, 'geopend', current_date)");
            assertRefused(connection, "update report_event set school_id = '" + THEIRS.school() + "'");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select erasure_key from report_erasure_key",
                "select * from report_erasure_key",
                "update report_erasure_key set erasure_key = sha256('')",
                "insert into report_erasure_key select school_id, report_id, sha256('') from report"
            })
    void theApplicationTakesErasureKeysAwayAndNeitherReadsNorMakesThem(String command) throws SQLException {
        try (Connection connection = DATABASE.application()) {
            inSchool(connection, OURS.school().toString());
            assertRefused(connection, command);
            assertThatCode(() -> changed(
                            connection,
                            "delete from report_erasure_key where school_id = '" + OURS.school() + "' and report_id = '"
                                    + OURS.report() + "'"))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table hier (a int)",
                "alter table report add column hier int",
                "alter table report disable row level security",
                "drop policy own_schools on report",
                "drop table report_item",
                "truncate report_item",
                "truncate audit",
                "create index hier on report (category)",
                "create function hier() returns int language sql as 'select 1'",
                "create view hier as select 1",
                "create schema hier",
                "create role hier",
                "alter role wegwijzer_app bypassrls",
                "create trigger hier after insert on audit execute function hier()",
                "copy report to program 'cat'",
                "select pg_read_file('/etc/passwd')",
                "set row_security = off; select count(*) from report"
            })
    void theApplicationChangesNoTableAndStepsOverNoWall(String command) throws SQLException {
        try (Connection connection = DATABASE.application()) {
            assertThatThrownBy(() -> execute(connection, command)).isInstanceOf(SQLException.class);
        }
        // not even as the account that it signs in with
        try (Connection connection = DATABASE.application()) {
            execute(connection, "reset role");
            assertThatThrownBy(() -> execute(connection, command)).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set action = 'niets'",
                "update audit set hash = previous",
                "delete from audit",
                "insert into audit select * from audit on conflict (board_id, entry) do update set action = 'niets'",
                "merge into audit a using audit b on a.board_id = b.board_id when matched then delete"
            })
    void whatWasAuditedStays(String command) throws SQLException {
        try (Connection connection = DATABASE.application()) {
            assertRefused(connection, command);
            assertThatCode(() -> execute(connection, "select count(*) from audit"))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update retention_term set days_after_closing = 30", "delete from retention_term"})
    void aTermThatWasChosenStays(String command) throws SQLException {
        try (Connection connection = DATABASE.application()) {
            assertRefused(connection, command);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete from board", "delete from school", "delete from official"})
    void boardsSchoolsAndPeopleAreNotDeleted(String command) throws SQLException {
        try (Connection connection = DATABASE.application()) {
            assertRefused(connection, command);
        }
    }

    @Test
    void theRoleIsNeitherOwnerNorSuperuser() throws SQLException {
        try (Connection connection = DATABASE.application();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
                               or exists (select 1 from pg_class c where c.relowner = r.oid)
                          from pg_roles r where r.rolname = current_user
                        """)) {
            row.next();
            assertThat(row.getBoolean(1)).isFalse();
        }
    }

    private static void assertRefused(Connection connection, String command) {
        assertThatThrownBy(() -> execute(connection, command))
                .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(failure.getSQLState())
                        .isEqualTo(NOT_ALLOWED));
    }

    private static void inSchool(Connection connection, String school) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config('wegwijzer.schools', ?, false)")) {
            set.setString(1, school);
            set.execute();
        }
    }

    private static List<UUID> schools(Connection connection, String table) throws SQLException {
        List<UUID> schools = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select distinct school_id from " + table)) {
            while (rows.next()) {
                schools.add(rows.getObject(1, UUID.class));
            }
        }
        return schools;
    }

    private static List<String> policies(Connection owner, String table) throws SQLException {
        List<String> policies = new ArrayList<>();
        try (PreparedStatement query =
                owner.prepareStatement("select qual from pg_policies where schemaname = 'public' and tablename = ?")) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    policies.add(rows.getString(1));
                }
            }
        }
        return policies;
    }

    private static List<String> tables(String query) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection owner = DATABASE.owner();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static int changed(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(command);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** One row in every table that holds something of a report. */
    private static void fill(Place place) throws SQLException {
        UUID official = UUID.randomUUID();
        try (Connection owner = DATABASE.owner()) {
            insert(owner, "board (board_id, name)", place.board(), "Stichting");
            insert(
                    owner,
                    "school (school_id, board_id, slug, name, sector)",
                    place.school(),
                    place.board(),
                    "s-" + place.school(),
                    "School",
                    "vo");
            insert(
                    owner,
                    "official (official_id, board_id, login, name)",
                    official,
                    place.board(),
                    "l" + official,
                    "Iemand");
            try (PreparedStatement report = owner.prepareStatement("""
                    insert into report (school_id, report_id, submission_id, lookup_id, reporter_public_key,
                            reporter_key, category, read_category, urgency, accused, reporter, anonymous, status,
                            routing_reason, received_on, open_before)
                    values (?, ?, gen_random_uuid(), '\\x01', '\\x01', '\\x01', 'pesten', 'pesten', 'hoog', 'leerling',
                            'leerling', true, 'nieuw', 'tabel', current_date, current_date)
                    """)) {
                report.setObject(1, place.school());
                report.setObject(2, place.report());
                report.executeUpdate();
            }
            UUID school = place.school();
            UUID id = place.report();
            insert(
                    owner,
                    "report_grant (school_id, report_id, official_id, position, state, sealed_key, key_number)",
                    school,
                    id,
                    official,
                    0,
                    "actief",
                    new byte[1],
                    1);
            insert(owner, "report_blind (school_id, report_id, official_id)", school, id, official);
            insert(
                    owner,
                    "report_item (school_id, report_id, item_number, kind, author, submission_id, sealed, written_on)",
                    school,
                    id,
                    1,
                    "verhaal",
                    "melder",
                    UUID.randomUUID(),
                    new byte[1],
                    LocalDate.EPOCH);
            insert(owner, "report_notice (school_id, report_id, notice)", school, id, "meldcode");
            insert(
                    owner,
                    "report_event (school_id, report_id, event_number, kind, happened_on)",
                    school,
                    id,
                    1,
                    "ontvangen",
                    LocalDate.EPOCH);
            insert(
                    owner,
                    "board_notice (school_id, notice_id, kind, to_supervisory_contact, created_on)",
                    school,
                    UUID.randomUUID(),
                    "zedenmisdrijf",
                    false,
                    LocalDate.EPOCH);
        }
    }

    private static void insert(Connection owner, String into, Object... values) throws SQLException {
        String marks = "?, ".repeat(values.length).replaceFirst(", $", "");
        try (PreparedStatement statement = owner.prepareStatement("insert into " + into + " values (" + marks + ")")) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
