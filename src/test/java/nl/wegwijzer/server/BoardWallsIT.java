package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query of the application finds when it forgets its board, or names the wrong one: nothing of another board. */
class BoardWallsIT {
    private static final String NOT_ALLOWED = "42501";
    private static final TestDatabase DATABASE = TestDatabase.shared();
    private static final Place OURS = Place.random();
    private static final Place THEIRS = Place.random();

    private static final String WITHOUT_A_WALL = """
            select c.relname
              from pg_class c
             where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace = 'public'::regnamespace
               and has_any_column_privilege('wegwijzer_app', c.oid, 'select, insert, update, references')
               and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))
             order by c.relname
            """;

    private record Place(UUID board, UUID school, UUID official, UUID entry) {
        static Place random() {
            return new Place(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        }

        String login() {
            return "l" + official;
        }

        boolean isIn(String row) {
            return row.contains(board.toString())
                    || row.contains(school.toString())
                    || row.contains(official.toString());
        }
    }

    @BeforeAll
    static void twoBoardsWithARowInEveryTable() throws SQLException {
        try (Connection owner = DATABASE.owner()) {
            fill(owner, OURS);
            fill(owner, THEIRS);
        }
    }

    /** Every table that is not walled by school, as the database itself knows them. */
    static List<String> boardTables() throws SQLException {
        try (Connection owner = DATABASE.owner()) {
            return column(owner, """
                    select c.relname
                      from pg_class c
                     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                       and has_any_column_privilege('wegwijzer_app', c.oid, 'select, insert, update, references')
                       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_schools')
                     order by c.relname
                    """);
        }
    }

    /** Those that the application may change in this way. */
    static List<String> changeable() throws SQLException {
        List<String> commands = new ArrayList<>();
        try (Connection owner = DATABASE.owner()) {
            for (String table : boardTables()) {
                if (may(owner, table, "update")) {
                    String first = column(owner, """
                            select attname from pg_attribute
                             where attrelid = '%s'::regclass and attnum = 1
                            """.formatted(table)).get(0);
                    commands.add("update " + table + " t set " + first + " = " + first);
                }
                if (may(owner, table, "delete")) {
                    commands.add("delete from " + table + " t");
                }
            }
        }
        return commands;
    }

    @Test
    void noTableThatTheApplicationTouchesIsWithoutAWall() throws SQLException {
        try (Connection owner = DATABASE.owner()) {
            assertThat(column(owner, WITHOUT_A_WALL)).isEmpty();
            owner.setAutoCommit(false);
            execute(owner, "create table newcomer (board_id uuid)");
            execute(owner, "grant select on newcomer to wegwijzer_app");
            assertThat(column(owner, WITHOUT_A_WALL)).containsExactly("newcomer");
            execute(owner, "alter table newcomer enable row level security");
            execute(owner, "create policy own_board on newcomer using (true)");
            assertThat(column(owner, WITHOUT_A_WALL)).isEmpty();
            owner.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("boardTables")
    void withoutABoardAQueryFindsNobody(String table) throws SQLException {
        for (String named : new String[] {"", UUID.randomUUID().toString()}) {
            try (Connection connection = DATABASE.application()) {
                name(connection, "boards", named);
                List<String> rows = rows(connection, table);
                if (table.equals("board") || table.equals("school")) {
                    assertThat(rows).as("the directory").anyMatch(OURS::isIn).anyMatch(THEIRS::isIn);
                } else {
                    assertThat(rows).noneMatch(OURS::isIn).noneMatch(THEIRS::isIn);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("boardTables")
    void theNamedBoardIsThereAndNoOther(String table) throws SQLException {
        try (Connection connection = DATABASE.application()) {
            name(connection, "boards", OURS.board().toString());
            List<String> rows = rows(connection, table);
            assertThat(rows).anyMatch(OURS::isIn);
            if (!table.equals("board") && !table.equals("school")) {
                assertThat(rows).noneMatch(THEIRS::isIn);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("boardTables")
    void aSchoolShowsWhoWorksForItsBoardAndNothingOfAnother(String table) throws SQLException {
        try (Connection connection = DATABASE.application()) {
            name(connection, "schools", OURS.school().toString());
            List<String> rows = rows(connection, table);
            if (!table.equals("board") && !table.equals("school")) {
                assertThat(rows).noneMatch(THEIRS::isIn);
            }
            boolean secret = List.of("invitation", "official_session", "passkey", "passkey_challenge")
                    .contains(table);
            assertThat(rows.stream().anyMatch(OURS::isIn)).isEqualTo(!secret);
        }
    }

    @ParameterizedTest
    @MethodSource("changeable")
    void nothingOfAnotherBoardIsChanged(String command) throws SQLException {
        try (Connection connection = DATABASE.application()) {
            connection.setAutoCommit(false);
            name(connection, "boards", OURS.board().toString());
            List<String> changed = column(connection, command + " returning to_jsonb(t)::text");
            assertThat(changed).anyMatch(OURS::isIn).noneMatch(THEIRS::isIn);
            connection.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("changeable")
    void aSchoolChangesNobodyOfItsBoard(String command) throws SQLException {
        try (Connection connection = DATABASE.application()) {
            connection.setAutoCommit(false);
            name(connection, "schools", OURS.school().toString());
            assertThat(column(connection, command + " returning to_jsonb(t)::text"))
                    .noneMatch(OURS::isIn)
                    .noneMatch(THEIRS::isIn);
            connection.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into board (board_id, name) values (gen_random_uuid(), 'X')",
                "insert into school (school_id, board_id, slug, name, sector)"
                        + " values (gen_random_uuid(), 'BOARD', 'x-' || gen_random_uuid(), 'X', 'vo')",
                "insert into official (official_id, board_id, login, name)"
                        + " values (gen_random_uuid(), 'BOARD', 'x' || gen_random_uuid(), 'X')",
                "insert into school_official values ('SCHOOL', 'OUR_OFFICIAL', 'externe', 9)",
                "insert into school_official values ('OUR_SCHOOL', 'OFFICIAL', 'externe', 9)",
                "insert into school_holiday values ('SCHOOL', '2031-01-01', '2031-01-02')",
                "insert into absence values ('OFFICIAL', '2031-01-01', '2031-01-02')",
                "insert into invitation values (sha256('x'), 'OFFICIAL', now())",
                "insert into official_session values (sha256('x'), 'OFFICIAL', '', now(), now())",
                "insert into passkey values (sha256('x'), 'OFFICIAL', 'X', '', 0, false, now(), now())",
                "insert into passkey_challenge values (sha256('x'), 'OFFICIAL', null, '', null, now())",
                "insert into retention_term values ('BOARD', null, '2031-01-01', 30, 6)",
                "insert into audit values ('BOARD', 9, null, null, 'x', null, now(), '', '')",
                "update official set board_id = 'BOARD'",
                "update school set board_id = 'BOARD'",
            })
    void nothingIsWrittenIntoAnotherBoard(String command) throws SQLException {
        String theirs = command.replace("OUR_SCHOOL", OURS.school().toString())
                .replace("OUR_OFFICIAL", OURS.official().toString())
                .replace("BOARD", THEIRS.board().toString())
                .replace("SCHOOL", THEIRS.school().toString())
                .replace("OFFICIAL", THEIRS.official().toString());
        try (Connection connection = DATABASE.application()) {
            name(connection, "boards", OURS.board().toString());
            name(connection, "schools", OURS.school().toString());
            assertThatThrownBy(() -> execute(connection, theirs))
                    .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(failure.getSQLState())
                            .isEqualTo(NOT_ALLOWED));
        }
    }

    @Test
    void aSchoolAddsToTheAuditOfItsOwnBoardOnly() throws SQLException {
        String entry = "insert into audit values ('%s', 8, null, null, 'x', null, now(), '', '')";
        try (Connection connection = DATABASE.application()) {
            connection.setAutoCommit(false);
            name(connection, "schools", OURS.school().toString());
            execute(connection, entry.formatted(OURS.board()));
            assertThatThrownBy(() -> execute(connection, entry.formatted(THEIRS.board())))
                    .isInstanceOf(SQLException.class);
            connection.rollback();
        }
    }

    @Test
    void aNameTellsItsBoardAndNothingMore() throws SQLException {
        try (Connection connection = DATABASE.application()) {
            assertThat(column(connection, "select board_of_login('" + THEIRS.login() + "')::text"))
                    .containsExactly(THEIRS.board().toString());
            assertThat(column(connection, "select board_of_official('" + THEIRS.official() + "')::text"))
                    .containsExactly(THEIRS.board().toString());
            for (String function : List.of("session", "invitation", "passkey_challenge")) {
                assertThat(column(
                                connection,
                                "select board_of_" + function + "(sha256('" + THEIRS.official() + "'))::text"))
                        .as(function)
                        .containsExactly(THEIRS.board().toString());
                assertThat(column(connection, "select coalesce(board_of_" + function + "('')::text, 'none')"))
                        .containsExactly("none");
            }
            assertThat(column(connection, "select coalesce(board_of_login('l%')::text, 'none')"))
                    .containsExactly("none");
            assertThat(rows(connection, "official")).noneMatch(THEIRS::isIn);
        }
    }

    @Test
    void onlyTheseFunctionsSeeOverTheWallAndOnlyTheApplicationMayAskThem() throws SQLException {
        try (Connection owner = DATABASE.owner()) {
            assertThat(column(owner, """
                            select proname from pg_proc
                             where pronamespace = 'public'::regnamespace and prosecdef order by proname
                            """))
                    .containsExactly(
                            "board_of_invitation",
                            "board_of_login",
                            "board_of_official",
                            "board_of_passkey_challenge",
                            "board_of_session");
            assertThat(column(owner, """
                            select proname from pg_proc
                             where pronamespace = 'public'::regnamespace
                               and (has_function_privilege('public', oid, 'execute') and prosecdef
                                    or not 'search_path=pg_catalog, public, pg_temp' = any(proconfig)
                                    or proconfig is null)
                            """)).isEmpty();
        }
    }

    @Test
    void aTableOfOnesOwnDoesNotStandInForADirectory() throws SQLException {
        try (Connection connection = DATABASE.application()) {
            connection.setAutoCommit(false);
            name(connection, "schools", OURS.school().toString());
            try {
                execute(
                        connection,
                        "create temp table school as select school_id, '" + THEIRS.board()
                                + "'::uuid as board_id from public.school");
            } catch (SQLException notAllowed) {
                assertThat(notAllowed.getSQLState()).isEqualTo(NOT_ALLOWED);
                connection.rollback();
                name(connection, "schools", OURS.school().toString());
            }
            assertThat(rows(connection, "public.official")).noneMatch(THEIRS::isIn);
            connection.rollback();
        }
    }

    private static void name(Connection connection, String what, String ids) throws SQLException {
        try (PreparedStatement set =
                connection.prepareStatement("select set_config('wegwijzer." + what + "', ?, false)")) {
            set.setString(1, ids);
            set.execute();
        }
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        return column(connection, "select to_jsonb(t)::text from " + table + " t");
    }

    private static boolean may(Connection owner, String table, String what) throws SQLException {
        return column(owner, "select has_table_privilege('wegwijzer_app', '" + table + "', '" + what + "')::text")
                .contains("true");
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static void fill(Connection owner, Place place) throws SQLException {
        for (String row : List.of(
                "board (board_id, name) values ('BOARD', 'Stichting')",
                "school (school_id, board_id, slug, name, sector) values ('SCHOOL', 'BOARD', 's-SCHOOL', 'School', 'vo')",
                "school_holiday values ('SCHOOL', '2030-01-01', '2030-01-02')",
                "official (official_id, board_id, login, name) values ('OFFICIAL', 'BOARD', 'lOFFICIAL', 'Iemand')",
                "school_official values ('SCHOOL', 'OFFICIAL', 'contactpersoon', 1)",
                "absence values ('OFFICIAL', '2030-01-01', '2030-01-02')",
                "invitation values (sha256('OFFICIAL'), 'OFFICIAL', '2030-01-01')",
                "official_session values (sha256('OFFICIAL'), 'OFFICIAL', '', '2030-01-01', '2030-01-01')",
                "passkey values (sha256('OFFICIAL'), 'OFFICIAL', 'X', '', 0, false, '2030-01-01', '2030-01-01')",
                "passkey_challenge values (sha256('OFFICIAL'), 'OFFICIAL', null, '', null, '2030-01-01')",
                "retention_term values ('BOARD', null, '2030-01-01', 30, 6)",
                "audit values ('BOARD', 1, null, null, 'x', 'ENTRY', '2026-01-01', '', '')")) {
            execute(
                    owner,
                    "insert into "
                            + row.replace("BOARD", place.board().toString())
                                    .replace("SCHOOL", place.school().toString())
                                    .replace("OFFICIAL", place.official().toString())
                                    .replace("ENTRY", place.entry().toString()));
        }
    }
}
