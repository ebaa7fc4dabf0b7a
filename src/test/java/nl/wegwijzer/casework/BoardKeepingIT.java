package nl.wegwijzer.casework;

import static nl.wegwijzer.account.StaffSite.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.account.StaffSite;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.casework.TestReports.Sent;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.report.Status;
import nl.wegwijzer.retention.Erasure;
import nl.wegwijzer.retention.PostponeReason;
import nl.wegwijzer.retention.Term;
import nl.wegwijzer.retention.Terms;
import nl.wegwijzer.routing.OfficialRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the administrator sees of keeping and erasing. The clock starts on Monday 23 November 2026. */
class BoardKeepingIT {
    private static final String STORY = "Ze schelden mij uit";

    private StaffSite site;
    private UUID board;
    private String school;
    private Person sanne;
    private Person administrator;
    private TestReports reports;
    private CaseChanges changes;
    private Terms terms;
    private Session atWork;

    @BeforeEach
    void open() {
        site = new StaffSite();
        terms = new Terms(site.database, site.audit, site.clock);
        changes = new CaseChanges(site.database, site.audit, site.clock);
        new PeopleRoutes(
                        new People(site.database, site.audit, site.clock),
                        new Unheard(site.database, site.clock),
                        new BoardKeeping(site.database, terms, site.clock),
                        site.signedIn,
                        site.pages,
                        () -> "",
                        site.clock)
                .mount(site.router);
        site.start();
        board = site.board();
        school = site.school(board);
        sanne = site.person(board, "Sanne Bakker", OfficialRole.CONTACTPERSOON, school);
        administrator = site.administrator(board, "Bea de Boer");
        reports = new TestReports(site, school);
        atWork = site.session(sanne);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void tellsTheStandardTermAndThatNothingIsPlanned() {
        assertThat(page())
                .contains("90 dagen na het afsluiten", "Uiterlijk 24 maanden na ontvangst")
                .contains(StaffTexts.dutch().of("keeping.months.none"));
        assertThat(site.signIn(administrator).get(PeopleRoutes.PEOPLE).body()).contains(PeopleRoutes.KEEPING);
    }

    @Test
    void tellsWhatTheBoardAndItsSchoolsChoseAndWhatComes() {
        choose(Optional.empty(), LocalDate.of(2026, 12, 1), new Term(60, 18));
        choose(Optional.of(school), LocalDate.of(2026, 12, 1), new Term(45, 12));
        assertThat(page())
                .contains("90 dagen na het afsluiten")
                .contains("Vanaf dinsdag 1 december wordt dat 60 dagen, en uiterlijk 18 maanden na ontvangst.")
                .contains("Op De Proefschool wordt dat vanaf dinsdag 1 december 45 dagen,");

        site.clock.advance(Duration.ofDays(30));

        assertThat(page())
                .contains("60 dagen na het afsluiten", "Uiterlijk 18 maanden na ontvangst")
                .contains("Op De Proefschool is dat 45 dagen, en uiterlijk 12 maanden na ontvangst.")
                .doesNotContain("Vanaf dinsdag", "90 dagen na");
    }

    @Test
    void countsPerMonthWhatEndsAndWhatWasPutOff() {
        handled();
        Sent putOff = handled();
        Sent waits = handled();
        reports.write(waits, "Het begint weer.");
        reports.send(STORY, List.of(sanne), Set.of());

        assertThat(page())
                .containsPattern(row("februari 2027", 2, 0))
                .contains(
                        "Eén melding is nog open.", "Eén melding is afgesloten, maar de melder wacht nog op antwoord.")
                .doesNotContain(STORY, "Pesten", "/medewerker/melding/");

        site.clock.advance(Duration.ofDays(80));
        await(new Erasure(site.database, site.audit, site.clock).run());
        assertThat(await(changes.postpone(atWork, putOff.ref(), PostponeReason.GESPREK_LOOPT)))
                .isEqualTo(CaseChanges.Outcome.DONE);

        assertThat(page()).containsPattern(row("februari 2027", 1, 0)).containsPattern(row("mei 2027", 1, 1));
        site.clock.advance(Duration.ofDays(14));
        await(new Erasure(site.database, site.audit, site.clock).run());
        assertThat(page()).doesNotContain("februari 2027").containsPattern(row("mei 2027", 1, 1));
    }

    @Test
    void countsNothingThatTheAdministratorMustNotKnowOrThatIsAnothersBoard() throws SQLException {
        Sent hidden = handled();
        WatchedDatabase.change(
                "insert into report_blind (school_id, report_id, official_id) values (?, ?, ?)",
                hidden.ref().school(),
                hidden.ref().report(),
                administrator.id());
        assertThat(page()).doesNotContain("februari 2027");
        handled();
        assertThat(page()).containsPattern(row("februari 2027", 1, 0));

        Person stranger = site.administrator(site.board(), "Vreemde Beheerder");
        assertThat(site.signIn(stranger).get(PeopleRoutes.KEEPING).body()).doesNotContain("februari 2027");
        assertThat(site.signIn(sanne).get(PeopleRoutes.KEEPING).status()).isEqualTo(404);
    }

    private String page() {
        return site.signIn(administrator).get(PeopleRoutes.KEEPING).body();
    }

    private static Pattern row(String month, int reports, int postponed) {
        return Pattern.compile(month + "</th><td>" + reports + "</td><td>" + postponed + "</td>");
    }

    private void choose(Optional<String> place, LocalDate from, Term term) {
        assertThat(await(terms.choose(board, new Terms.Dated(place, from, term))))
                .isEqualTo(Terms.Outcome.SET);
    }

    /** Sent, answered and closed today. */
    private Sent handled() {
        Sent sent = reports.send(STORY, List.of(sanne), Set.of());
        await(changes.reply(atWork, sent.ref(), UUID.randomUUID(), ReplyText.of("Wat goed dat je dit vertelt.")));
        await(changes.changeStatus(atWork, sent.ref(), Status.AFGESLOTEN));
        return sent;
    }
}
