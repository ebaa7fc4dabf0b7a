package nl.wegwijzer.casework;

import static nl.wegwijzer.account.StaffSite.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.wegwijzer.account.StaffSite;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.casework.TestReports.Sent;
import nl.wegwijzer.report.ReporterView;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.server.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clock starts on Monday 23 November 2026; the reports are urgent and may stay unopened for one school day. */
class EscalationIT {
    private StaffSite site;
    private TestReports reports;
    private Escalation escalation;
    private Person first;
    private Person second;
    private Person external;

    @BeforeEach
    void open() {
        site = new StaffSite().start();
        UUID board = site.board();
        String school = site.school(board);
        first = site.person(board, "Sanne Bakker", OfficialRole.CONTACTPERSOON, school);
        second = site.person(board, "Omar Visser", OfficialRole.CONTACTPERSOON, school);
        external = site.person(board, "Els de Groot", OfficialRole.EXTERNE_VERTROUWENSPERSOON, school);
        reports = new TestReports(site, school);
        escalation = new Escalation(site.database, site.audit, site.clock);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void leavesAReportWithItsReaderUntilTheDayHasPassed() throws SQLException {
        Sent sent = send(Set.of());

        days(1);
        await(escalation.run());
        assertThat(reader(sent)).contains(first.id());
    }

    @Test
    void handsOverToTheSecondAndThenTheExternalAndTellsTheReporter() throws SQLException {
        Sent sent = send(Set.of());

        days(2);
        await(escalation.run());
        assertThat(reader(sent)).contains(second.id());
        await(escalation.run());
        assertThat(reader(sent)).contains(second.id());
        assertThat(reports.read(sent).recipient()).contains("Omar Visser");

        days(2);
        await(escalation.run());
        assertThat(reader(sent)).contains(external.id());
        days(10);
        await(escalation.run());
        assertThat(reader(sent)).contains(external.id());
        assertThat(reports.read(sent).events())
                .extracting(ReporterView.Event::kind)
                .containsExactly("ontvangen", "doorgegeven", "doorgegeven");
    }

    @Test
    void takesTheKeyFromWhoDidNotOpenIt() throws SQLException {
        Sent sent = send(Set.of());
        days(2);
        await(escalation.run());

        assertThat(number(
                        "select length(sealed_key) from report_grant where report_id = ? and official_id = ?",
                        sent.ref().report(),
                        first.id()))
                .isZero();
    }

    @Test
    void neverHandsOverToABlindOfficial() throws SQLException {
        Sent sent = send(Set.of());
        // the worst case: the person is blind, and yet some mistake left a waiting grant
        insert(
                "insert into report_blind (school_id, report_id, official_id) values (?, ?, ?)",
                sent.ref().school(),
                sent.ref().report(),
                second.id());

        days(2);
        await(escalation.run());
        assertThat(reader(sent)).contains(external.id());
    }

    @Test
    void passesOverWhoIsAwayUnlessAllAre() throws SQLException {
        Sent sent = send(Set.of());
        insert(
                "insert into absence (official_id, first_day, last_day) values (?, date '2026-11-01', date '2026-12-31')",
                second.id());
        days(2);
        await(escalation.run());
        assertThat(reader(sent)).contains(external.id());

        days(2);
        await(escalation.run());
        assertThat(reader(sent)).contains(second.id());
    }

    @Test
    void countsSchoolDaysOnly() throws SQLException {
        site.clock.advance(Duration.ofDays(4));
        Sent onFriday = send(Set.of());

        for (int weekend = 0; weekend < 2; weekend++) {
            days(1);
            await(escalation.run());
            assertThat(reader(onFriday)).contains(first.id());
        }
        days(1);
        await(escalation.run());
        assertThat(reader(onFriday)).as("on Monday").contains(first.id());
        days(1);
        await(escalation.run());
        assertThat(reader(onFriday)).as("on Tuesday").contains(second.id());
    }

    @Test
    void waitsForTheEndOfAHoliday() throws SQLException {
        Sent sent = send(Set.of());
        insert(
                "insert into school_holiday (school_id, first_day, last_day)"
                        + " values (?, date '2026-11-25', date '2026-11-29')",
                sent.ref().school());

        days(3);
        await(escalation.run());
        assertThat(reader(sent)).as("in the holiday").contains(first.id());
        days(4);
        await(escalation.run());
        assertThat(reader(sent)).as("on Monday").contains(second.id());
    }

    @Test
    void leavesWhatWasOpened() throws SQLException {
        Sent sent = send(Set.of());
        CaseFile cases = new CaseFile(site.database, site.audit, site.clock);
        await(cases.open(site.session(first), sent.ref()));

        days(5);
        await(escalation.run());
        assertThat(reader(sent)).contains(first.id());
    }

    private Sent send(Set<Person> blind) {
        return reports.send("Ze wachten me op", List.of(first, second, external), blind);
    }

    private void days(int days) {
        site.clock.advance(Duration.ofDays(days));
    }

    private static Optional<UUID> reader(Sent sent) throws SQLException {
        try (Connection connection = TestDatabase.shared().owner();
                PreparedStatement query = connection.prepareStatement(
                        "select official_id from report_grant where report_id = ? and state = 'actief'")) {
            query.setObject(1, sent.ref().report());
            try (ResultSet rows = query.executeQuery()) {
                Optional<UUID> reader = rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
                assertThat(rows.next()).as("a second reader").isFalse();
                return reader;
            }
        }
    }

    private static int number(String sql, Object... values) throws SQLException {
        try (Connection connection = TestDatabase.shared().owner();
                PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, values);
            try (ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getInt(1);
            }
        }
    }

    private static void insert(String sql, Object... values) throws SQLException {
        try (Connection connection = TestDatabase.shared().owner();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            assertThat(statement.executeUpdate()).isPositive();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
