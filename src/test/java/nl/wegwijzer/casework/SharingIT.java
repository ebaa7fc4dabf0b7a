package nl.wegwijzer.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.wegwijzer.account.Browser;
import nl.wegwijzer.account.Browser.Page;
import nl.wegwijzer.account.NewOfficial;
import nl.wegwijzer.account.SecondStart;
import nl.wegwijzer.account.StaffSite;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.account.Tokens;
import nl.wegwijzer.casework.TestReports.Sent;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.report.ReporterView;
import nl.wegwijzer.routing.OfficialRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An official lets a colleague read along. */
class SharingIT {
    private static final StaffTexts TEXTS = StaffTexts.dutch();
    private static final String SHARE = TEXTS.of("case.share");

    private static StaffSite site;

    private final String story = "Ze schelden mij uit " + UUID.randomUUID();
    private UUID board;
    private String school;
    private Person sanne;
    private Person omar;
    private Person kim;
    private Person els;
    private Person rob;
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
    void fiveColleagues() {
        board = site.board();
        school = site.school(board);
        sanne = site.person(board, "Sanne Bakker", OfficialRole.CONTACTPERSOON, school);
        omar = site.person(board, "Omar Visser", OfficialRole.CONTACTPERSOON, school);
        kim = site.person(board, "Kim Vos", OfficialRole.CONTACTPERSOON, school);
        els = site.person(board, "Els de Groot", OfficialRole.EXTERNE_VERTROUWENSPERSOON, school);
        rob = site.person(board, "Rob Mulder", OfficialRole.AANSPREEKPUNT_PESTEN, school);
        reports = new TestReports(site, school);
    }

    @Test
    void aColleagueWhoWasLetInReadsAllAndTheReporterIsTold() throws SQLException {
        Sent sent = reports.send(story, List.of(sanne, omar), Set.of());
        Browser reader = site.signIn(sanne);
        Page page = reader.get(sent.ref().path());
        assertThat(page.body())
                .contains(SHARE, "Kim Vos (Contactpersoon)", "Omar Visser (Contactpersoon)")
                .contains(TEXTS.of("case.share.sure", "Kim Vos"), TEXTS.of("case.share.go", "Kim Vos"));

        for (Person colleague : List.of(kim, omar)) {
            assertThat(letIn(reader, sent, colleague).location())
                    .isEqualTo(sent.ref().path());
        }

        for (Person colleague : List.of(kim, omar)) {
            Browser desk = site.signIn(colleague);
            assertThat(desk.get("/medewerker").body()).contains(sent.ref().path(), "is-new");
            Page shared = desk.get(sent.ref().path());
            assertThat(shared.body()).contains(story);
            assertThat(desk.post(
                                    sent.ref().path() + "/antwoord",
                                    Map.of(
                                            "bewijs",
                                            shared.hidden("bewijs"),
                                            "inzending",
                                            shared.hidden("inzending"),
                                            "tekst",
                                            "Ik lees mee"))
                            .status())
                    .isEqualTo(303);
        }
        assertThat(reader.get(sent.ref().path()).body())
                .contains(TEXTS.of("case.readers", "Kim Vos, Omar Visser"))
                .doesNotContain(TEXTS.of("case.share.go", "Kim Vos"));
        ReporterView view = reports.read(sent);
        assertThat(view.recipient()).as("whom the reporter talks to").contains("Sanne Bakker");
        assertThat(view.messages()).extracting(ReporterView.Line::author).containsExactly("Kim Vos", "Omar Visser");
        assertThat(view.events())
                .filteredOn(event -> event.kind().equals("meegelezen"))
                .extracting(ReporterView.Event::official)
                .containsExactly("Kim Vos", "Omar Visser");
    }

    @Test
    void itStandsInTheAuditOnceHoweverOftenTheButtonIsPressed() throws SQLException {
        Sent sent = reports.send(story, List.of(sanne), Set.of());
        Browser reader = site.signIn(sanne);
        reader.get(sent.ref().path());

        letIn(reader, sent, kim);
        letIn(reader, sent, kim);

        assertThat(WatchedDatabase.texts(
                        "select action || ' ' || subject from audit where actor = ? order by entry", sanne.id()))
                .containsOnlyOnce("melding.gedeeld " + sent.ref().report(), "functionaris.leest_mee " + kim.id());
        assertThat(reports.read(sent).events())
                .extracting(ReporterView.Event::kind)
                .containsOnlyOnce("meegelezen");
    }

    @Test
    void theAccusedTheExcludedAndStrangersCantBeLetIn() throws SQLException {
        String elsewhere = site.school(board);
        Person noor = site.person(board, "Noor Smit", OfficialRole.CONTACTPERSOON, elsewhere);
        Person manager = site.administrator(board, "Bea de Boer");
        UUID invited = StaffSite.await(site.administration.createOfficial(new NewOfficial(
                        board,
                        "i" + UUID.randomUUID(),
                        "Ivo Nieuw",
                        "",
                        "",
                        List.of(new NewOfficial.Post(school, OfficialRole.CONTACTPERSOON)),
                        false)))
                .official();
        Sent sent = reports.send(story, List.of(sanne), Set.of(rob, omar));
        Browser reader = site.signIn(sanne);

        assertThat(reader.get(sent.ref().path()).body())
                .contains("Kim Vos (", "Els de Groot (")
                .doesNotContain("Rob Mulder", "Omar Visser", "Noor Smit", "Bea de Boer", "Ivo Nieuw", "Sanne Bakker (");
        for (UUID person : List.of(rob.id(), omar.id(), noor.id(), manager.id(), invited, sanne.id())) {
            reader.post(
                    sent.ref().path() + "/meelezen",
                    Map.of("bewijs", Tokens.formToken(reader), "collega", person.toString()));
        }

        assertThat(WatchedDatabase.texts(
                        "select official_id from report_grant where report_id = ?",
                        sent.ref().report()))
                .containsExactly(sanne.id().toString());
        for (Person person : List.of(rob, omar, noor)) {
            assertThat(site.signIn(person).get(sent.ref().path()).status()).isEqualTo(404);
        }
        assertThat(reports.read(sent).events())
                .extracting(ReporterView.Event::kind)
                .doesNotContain("meegelezen");
    }

    @Test
    void whoTheCaseCouldNotHaveGoneToIsNotOffered() throws SQLException {
        Sent sent = reports.send(story, List.of(sanne), Set.of());
        Browser reader = site.signIn(sanne);
        assertThat(reader.get(sent.ref().path()).body()).contains("Rob Mulder (", "Kim Vos (", "Els de Groot (");

        accuse(sent, "personeel");
        assertThat(reader.get(sent.ref().path()).body())
                .contains("Kim Vos (", "Els de Groot (")
                .doesNotContain("Rob Mulder");
        accuse(sent, "functionaris");
        assertThat(reader.get(sent.ref().path()).body())
                .contains("Els de Groot (")
                .doesNotContain("Kim Vos", "Rob Mulder");
        letIn(reader, sent, kim);
        assertThat(site.signIn(kim).get(sent.ref().path()).status()).isEqualTo(404);
    }

    @Test
    void aNameGoesToAnExternalCounsellorOnlyWithAWordOfWarning() throws SQLException {
        Sent sent = reports.send(story, List.of(sanne), Set.of());
        Browser reader = site.signIn(sanne);
        String warning = TEXTS.of("case.share.named");

        assertThat(reader.get(sent.ref().path()).body()).doesNotContain(warning);
        WatchedDatabase.change(
                "update report set anonymous = false where report_id = ?",
                sent.ref().report());
        assertThat(reader.get(sent.ref().path()).body()).containsOnlyOnce(warning);
    }

    @Test
    void whoCantOpenItLetsNobodyInAndAStrangerCantEvenTell() throws SQLException {
        Sent sent = reports.send(story, List.of(sanne), Set.of());
        Browser stranger = site.signIn(omar);
        assertThat(letIn(stranger, sent, kim).status()).isEqualTo(404);
        Browser locked = site.signIn(SecondStart.of(site, sanne));

        assertThat(locked.get(sent.ref().path()).body()).doesNotContain(SHARE);
        letIn(locked, sent, kim);

        assertThat(site.signIn(kim).get(sent.ref().path()).status()).isEqualTo(404);
        assertThat(letIn(locked, sent, new Person(UUID.randomUUID(), "", new byte[0]))
                        .status())
                .isEqualTo(303);
        assertThat(locked.post(sent.ref().path() + "/meelezen", Map.of("bewijs", Tokens.formToken(locked)))
                        .status())
                .isEqualTo(400);
    }

    private static void accuse(Sent sent, String kind) throws SQLException {
        WatchedDatabase.change(
                "update report set accused = ? where report_id = ?",
                kind,
                sent.ref().report());
    }

    private static Page letIn(Browser browser, Sent sent, Person colleague) {
        return browser.post(
                sent.ref().path() + "/meelezen",
                Map.of(
                        "bewijs",
                        Tokens.formToken(browser),
                        "collega",
                        colleague.id().toString()));
    }
}
