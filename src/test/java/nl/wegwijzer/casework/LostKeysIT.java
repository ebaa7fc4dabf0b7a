package nl.wegwijzer.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.wegwijzer.account.Browser;
import nl.wegwijzer.account.Browser.Page;
import nl.wegwijzer.account.SecondStart;
import nl.wegwijzer.account.StaffSite;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.account.Tokens;
import nl.wegwijzer.casework.TestReports.Sent;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody lost everything and got a new key pair: what they can still open, and who can help. */
class LostKeysIT {
    private static final StaffTexts TEXTS = StaffTexts.dutch();
    private static final String UNREADABLE = TEXTS.of("case.unreadable");
    private static StaffSite site;

    private final String story = "Ze schelden mij uit " + UUID.randomUUID();
    private UUID board;
    private String school;
    private Person sanne;
    private Person omar;
    private TestReports reports;

    @BeforeAll
    static void open() {
        site = new StaffSite();
        CaseworkSite.mountCases(site);
        site.start();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void twoColleagues() {
        board = site.board();
        school = site.school(board);
        sanne = site.person(board, "Sanne Bakker", OfficialRole.CONTACTPERSOON, school);
        omar = site.person(board, "Omar Visser", OfficialRole.CONTACTPERSOON, school);
        reports = new TestReports(site, school);
    }

    @Test
    void whatNobodyCanOpenIsNamedAndNeverMissing() {
        Sent sent = reports.send(story, List.of(sanne), Set.of());
        assertThat(site.signIn(sanne).get(sent.ref().path()).body()).contains(story);

        Browser browser = site.signIn(SecondStart.of(site, sanne));

        assertThat(browser.get("/medewerker").body())
                .contains(sent.ref().path())
                .contains(TEXTS.of("inbox.locked", TEXTS.of("status.gelezen")));
        Page page = browser.get(sent.ref().path());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(UNREADABLE, TEXTS.of("case.readers.nobody"))
                .doesNotContain(story, TEXTS.of("case.readers.only"));
    }

    @Test
    void aColleagueWhoCanStillOpenItGivesAccessAgain() throws SQLException {
        Sent sent = reports.send(story, List.of(sanne, omar), Set.of());
        giveToReserve(sent);
        Person again = SecondStart.of(site, sanne);
        Browser locked = site.signIn(again);
        assertThat(locked.get(sent.ref().path()).body())
                .contains(UNREADABLE, TEXTS.of("case.readers.others", "Omar Visser"))
                .doesNotContain(story);

        Browser colleague = site.signIn(omar);
        Page page = colleague.get(sent.ref().path());
        assertThat(page.body()).contains(story, TEXTS.of("case.access.again", "Sanne Bakker"));
        Page given = giveAccess(colleague, sent, sanne.id());

        assertThat(given.location()).isEqualTo(sent.ref().path());
        assertThat(locked.get(sent.ref().path()).body()).contains(story).doesNotContain(UNREADABLE);
        assertThat(locked.get("/medewerker").body()).doesNotContain("kan niet open");
        assertThat(colleague.get(sent.ref().path()).body()).doesNotContain("/toegang");
        assertThat(audited(omar.id()))
                .contains(
                        "melding.toegang_hersteld " + sent.ref().report(),
                        "functionaris.toegang_hersteld " + sanne.id());

        int entries = audited(omar.id()).size();
        assertThat(giveAccess(colleague, sent, sanne.id()).status())
                .as("a second click")
                .isEqualTo(303);
        assertThat(audited(omar.id())).hasSize(entries);
    }

    @Test
    void nobodyGivesAccessToWhomeverMustNotKnowOrNeverHadIt() throws SQLException {
        Person accused = site.person(board, "Rob Mulder", OfficialRole.AANSPREEKPUNT_PESTEN, school);
        Person stranger = site.person(board, "Noor Smit", OfficialRole.CONTACTPERSOON, school);
        Sent sent = reports.send(story, List.of(sanne), Set.of(accused));
        // the worst case: some mistake gave the accused an active grant
        update("""
                insert into report_grant (school_id, report_id, official_id, position, state, sealed_key, key_number)
                select school_id, report_id, ?, 9, 'actief', '', 1 from report_grant
                 where report_id = ? and position = 0
                """, accused.id(), sent.ref().report());
        Person accusedAgain = SecondStart.of(site, accused);
        Person strangerAgain = SecondStart.of(site, stranger);
        Browser colleague = site.signIn(sanne);

        assertThat(colleague.get(sent.ref().path()).body()).doesNotContain("Rob Mulder", "/toegang");
        giveAccess(colleague, sent, accused.id());
        giveAccess(colleague, sent, stranger.id());
        giveAccess(colleague, sent, UUID.randomUUID());

        for (Person person : List.of(accusedAgain, strangerAgain)) {
            Browser browser = site.signIn(person);
            assertThat(browser.get("/medewerker").body())
                    .doesNotContain(sent.ref().path());
            assertThat(browser.get(sent.ref().path()).status()).isEqualTo(404);
        }
    }

    @Test
    void whoCantOpenItGivesNobodyAccessAndAStrangerCantEvenTell() throws SQLException {
        Sent sent = reports.send(story, List.of(sanne, omar), Set.of());
        giveToReserve(sent);
        Browser first = site.signIn(SecondStart.of(site, sanne));
        Browser other = site.signIn(SecondStart.of(site, omar));
        Browser stranger = site.signIn(site.person(board, "Noor Smit", OfficialRole.CONTACTPERSOON, school));

        giveAccess(first, sent, omar.id());

        assertThat(other.get(sent.ref().path()).body()).contains(UNREADABLE).doesNotContain("/toegang");
        assertThat(giveAccess(stranger, sent, omar.id()).status()).isEqualTo(404);
        assertThat(stranger.post(sent.ref().path() + "/toegang", Map.of("collega", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aNewColleagueGetsNoOldCases() {
        Sent sent = reports.send(story, List.of(sanne, omar), Set.of());

        Browser browser = site.signIn(site.person(board, "Kim Vos", OfficialRole.CONTACTPERSOON, school));

        assertThat(browser.get("/medewerker").body()).doesNotContain(sent.ref().path());
        assertThat(browser.get(sent.ref().path()).status()).isEqualTo(404);
    }

    @Test
    void newReportsAreSealedToTheNewKeysEvenWhenTheChatKnewTheOldOnes() {
        SchoolProfile known = reports.school();
        Person again = SecondStart.of(site, sanne);
        assertThat(known.official(sanne.id()).orElseThrow().publicKey())
                .isNotEqualTo(
                        reports.school().official(sanne.id()).orElseThrow().publicKey());

        Sent sent = reports.send(known, story, List.of(again), Set.of());

        assertThat(site.signIn(again).get(sent.ref().path()).body()).contains(story);
    }

    @Test
    void anUnopenedReportGoesToSomebodyWhoCanOpenIt() {
        Person els = site.person(board, "Els de Groot", OfficialRole.EXTERNE_VERTROUWENSPERSOON, school);
        Sent sent = reports.send(story, List.of(sanne, omar, els), Set.of());
        Browser lost = site.signIn(SecondStart.of(site, omar));
        site.clock.advance(Duration.ofDays(7));

        StaffSite.await(new Escalation(site.database, site.audit, site.clock).run());

        assertThat(lost.get("/medewerker").body()).doesNotContain(sent.ref().path());
        assertThat(site.signIn(els).get(sent.ref().path()).body()).contains(story);
    }

    /** As if the second in line had been brought in: both have it now. */
    private static void giveToReserve(Sent sent) throws SQLException {
        update(
                "update report_grant set state = 'actief' where report_id = ?",
                sent.ref().report());
    }

    private static Page giveAccess(Browser browser, Sent sent, UUID colleague) {
        return browser.post(
                sent.ref().path() + "/toegang",
                Map.of("bewijs", Tokens.formToken(browser), "collega", colleague.toString()));
    }

    private static List<String> audited(UUID actor) throws SQLException {
        try (Connection owner = TestDatabase.shared().owner();
                PreparedStatement query = owner.prepareStatement(
                        "select action || ' ' || subject from audit where actor = ? order by entry")) {
            query.setObject(1, actor);
            List<String> entries = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(rows.getString(1));
                }
            }
            return entries;
        }
    }

    private static void update(String sql, Object... values) throws SQLException {
        try (Connection owner = TestDatabase.shared().owner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isPositive();
        }
    }
}
