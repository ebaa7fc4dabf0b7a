package nl.wegwijzer.casework;

import static nl.wegwijzer.account.StaffSite.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.wegwijzer.account.Browser;
import nl.wegwijzer.account.SecondStart;
import nl.wegwijzer.account.StaffSite;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.casework.TestReports.Sent;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.report.ReporterView;
import nl.wegwijzer.retention.Terms;
import nl.wegwijzer.routing.OfficialRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clock starts on Monday 23 November 2026; the reports are urgent and may stay unopened for one school day. */
class UnheardIT {
    private static final StaffTexts TEXTS = StaffTexts.dutch();
    private static final String UNOPENED = TEXTS.of("board.unopened");
    private static final String LOCKED = TEXTS.of("board.locked");
    private static final String STORY = "Ze wachten me op bij het fietsenhok";

    private StaffSite site;
    private UUID board;
    private String school;
    private TestReports reports;
    private Person sanne;
    private Person omar;
    private Person administrator;

    @BeforeEach
    void open() {
        site = new StaffSite();
        CaseworkSite.mountCases(site);
        new PeopleRoutes(
                        new People(site.database, site.audit, site.clock),
                        new Unheard(site.database, site.clock),
                        new BoardKeeping(site.database, new Terms(site.database, site.audit, site.clock), site.clock),
                        site.signedIn,
                        site.pages,
                        () -> "",
                        site.clock)
                .mount(site.router);
        site.start();
        board = site.board();
        school = site.school(board);
        sanne = site.person(board, "Sanne Bakker", OfficialRole.CONTACTPERSOON, school);
        omar = site.person(board, "Omar Visser", OfficialRole.CONTACTPERSOON, school);
        administrator = site.administrator(board, "Bea de Boer");
        reports = new TestReports(site, school);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatTheLastInLineDidNotOpenIsToldToTheAdministratorUntilItIsOpened() {
        Sent first = send(sanne, omar);
        Sent second = send(sanne, omar);
        assertThat(people()).doesNotContain(UNOPENED);

        days(2);
        assertThat(people())
                .as("before the round, the next one can still take over")
                .doesNotContain(UNOPENED);
        escalate();
        assertThat(people()).as("it is the last one's turn").doesNotContain(UNOPENED);
        days(1);
        escalate();
        assertThat(people()).as("the last one's day").doesNotContain(UNOPENED);

        days(1);
        escalate();
        String page = people();
        assertThat(page)
                .contains(UNOPENED)
                .contains(
                        "De Proefschool: 2 meldingen zijn nog niet geopend. De oudste wacht sinds maandag 23 november.")
                .contains("Bel vandaag de contactpersonen")
                .doesNotContain(LOCKED, STORY, "Pesten", "/medewerker/melding/")
                .doesNotContain(first.ref().report().toString());

        Browser desk = site.signIn(omar);
        assertThat(desk.get(first.ref().path()).body()).contains(STORY);
        assertThat(people()).contains("De Proefschool: één melding is nog niet geopend. Die wacht sinds");
        desk.get(second.ref().path());
        assertThat(people()).doesNotContain(UNOPENED);
    }

    @Test
    void anAdministratorWhoMustNotKnowAndOneOfAnotherBoardAreToldNothing() throws SQLException {
        Sent sent = send(sanne);
        Sent hidden = send(sanne);
        WatchedDatabase.change(
                "insert into report_blind (school_id, report_id, official_id) values (?, ?, ?)",
                hidden.ref().school(),
                hidden.ref().report(),
                administrator.id());
        days(2);

        assertThat(people()).contains("De Proefschool: één melding is nog niet geopend.");
        WatchedDatabase.change(
                "insert into report_blind (school_id, report_id, official_id) values (?, ?, ?)",
                sent.ref().school(),
                sent.ref().report(),
                administrator.id());
        assertThat(people()).doesNotContain(UNOPENED);
        Person stranger = site.administrator(site.board(), "Vreemde Beheerder");
        assertThat(site.signIn(stranger).get(PeopleRoutes.PEOPLE).body()).doesNotContain(UNOPENED, LOCKED);
    }

    @Test
    void aReportThatWasNotOpenedBeforeTheKeysWereLostStaysInSightAndGoesOnToTheNext() {
        Sent sent = send(sanne, omar);
        Browser again = site.signIn(SecondStart.of(site, sanne));

        assertThat(again.get("/medewerker").body())
                .contains(sent.ref().path(), "is-new")
                .contains(TEXTS.of("inbox.locked", TEXTS.of("status.nieuw")));
        assertThat(again.get(sent.ref().path()).body())
                .contains(TEXTS.of("case.unreadable"), TEXTS.of("case.readers.nobody"))
                .doesNotContain(STORY);
        assertThat(reports.read(sent).events())
                .as("looking at what does not open is no opening")
                .extracting(ReporterView.Event::kind)
                .containsExactly("ontvangen");
        assertThat(people()).as("somebody else can still open it").doesNotContain(LOCKED, UNOPENED);

        days(2);
        escalate();
        assertThat(site.signIn(omar).get(sent.ref().path()).body()).contains(STORY);
        assertThat(people()).doesNotContain(LOCKED, UNOPENED);
    }

    @Test
    void aReportThatNobodyCanOpenAnyMoreIsToldAtOnce() {
        Sent unopened = send(sanne);
        Sent opened = send(omar);
        site.signIn(omar).get(opened.ref().path());
        assertThat(people()).doesNotContain(LOCKED);

        Browser again = site.signIn(SecondStart.of(site, sanne));
        SecondStart.of(site, omar);

        assertThat(again.get("/medewerker").body())
                .contains(unopened.ref().path(), TEXTS.of("inbox.locked", TEXTS.of("status.nieuw")));
        assertThat(people())
                .contains(LOCKED, "De Proefschool: 2 meldingen. De oudste is ontvangen op maandag 23 november.")
                .doesNotContain(UNOPENED, STORY);
        days(5);
        escalate();
        assertThat(people()).contains("De Proefschool: 2 meldingen.").doesNotContain(UNOPENED);
    }

    @Test
    void aReportOfSomebodyWhoLeftTheSchoolIsNotForgotten() throws SQLException {
        Sent sent = send(sanne);
        site.signIn(sanne).get(sent.ref().path());
        assertThat(people()).doesNotContain(LOCKED);

        WatchedDatabase.change("delete from school_official where official_id = ?", sanne.id());

        assertThat(people()).contains(LOCKED, "De Proefschool: één melding, ontvangen op maandag 23 november.");
    }

    private Sent send(Person... readers) {
        return reports.send(STORY, List.of(readers), Set.of());
    }

    private String people() {
        return site.signIn(administrator).get(PeopleRoutes.PEOPLE).body();
    }

    private void escalate() {
        await(new Escalation(site.database, site.audit, site.clock).run());
    }

    private void days(int days) {
        site.clock.advance(Duration.ofDays(days));
    }
}
