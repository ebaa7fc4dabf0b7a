package nl.wegwijzer.casework;

import static nl.wegwijzer.account.StaffSite.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wegwijzer.account.Browser;
import nl.wegwijzer.account.Browser.Page;
import nl.wegwijzer.account.StaffSite;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.account.Tokens;
import nl.wegwijzer.casework.TestReports.Sent;
import nl.wegwijzer.report.ReporterView;
import nl.wegwijzer.report.Status;
import nl.wegwijzer.retention.Terms;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.seal.Randomness;
import nl.wegwijzer.server.TestDatabase;
import nl.wegwijzer.store.Audit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseworkIT {
    private static StaffSite site;
    private static TestReports reports;
    private static UUID board;
    private static Person reader;
    private static Person second;
    private static Person external;
    private static Person accused;
    private static Person administrator;
    private static Person elsewhere;

    private final String story = "Ze schelden mij uit " + UUID.randomUUID();

    @BeforeAll
    static void open() {
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
        String school = site.school(board);
        String otherSchool = site.school(board);
        reader = site.person(board, "Sanne Bakker", OfficialRole.CONTACTPERSOON, school);
        second = site.person(board, "Omar Visser", OfficialRole.CONTACTPERSOON, school);
        external = site.person(board, "Els de Groot", OfficialRole.EXTERNE_VERTROUWENSPERSOON, school, otherSchool);
        accused = site.person(board, "Rob Mulder", OfficialRole.AANSPREEKPUNT_PESTEN, school);
        elsewhere = site.person(board, "Noor Smit", OfficialRole.CONTACTPERSOON, otherSchool);
        administrator = site.administrator(board, "Bea de Boer");
        reports = new TestReports(site, school);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void codesAreNotReused() {
        site.clock.advance(Duration.ofSeconds(30));
    }

    @Test
    void theReaderFindsTheReportOpensItAndAnswersAndTheReporterReadsTheAnswer() {
        Sent sent = reports.send(story, List.of(reader, second), Set.of(accused));
        Browser browser = site.signIn(reader);

        Page inbox = browser.get("/medewerker");
        assertThat(inbox.body()).contains(sent.ref().path(), "Pesten", "De Proefschool");
        assertThat(rowOf(inbox, sent)).contains("is-new");

        Page page = browser.get(sent.ref().path());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(story, "Wat er is gebeurd", "Een leerling of een groep leerlingen", "gescholden")
                .contains("Volg de stappen van de meldcode", "Signaal: onveilig thuis", "<li>Overleg met Veilig Thuis")
                .contains("De computer las: Pesten. De tweede keus was: Intimidatie.", "<li>gescholden</li>")
                .doesNotContain("<li>Mij</li>", "value=\"nieuw\"")
                .doesNotContain("Rob Mulder", "wie_doet_dit");
        assertThat(rowOf(browser.get("/medewerker"), sent)).doesNotContain("is-new");

        Page done = reply(browser, sent, page, "Wat fijn dat je dit vertelt.");
        assertThat(done.status()).isEqualTo(303);
        assertThat(browser.get(sent.ref().path()).body()).contains("Wat fijn dat je dit vertelt.");

        ReporterView view = reports.read(sent);
        assertThat(view.status()).isEqualTo(Status.GELEZEN);
        assertThat(view.messages()).singleElement().satisfies(line -> {
            assertThat(line.text()).isEqualTo("Wat fijn dat je dit vertelt.");
            assertThat(line.author()).isEqualTo("Sanne Bakker");
        });
        assertThat(view.events()).extracting(ReporterView.Event::kind).containsExactly("ontvangen", "geopend");
    }

    @Test
    void aMessageOfTheReporterIsNewUntilItWasSeen() {
        Sent sent = reports.send(story, List.of(reader), Set.of());
        Browser browser = site.signIn(reader);
        browser.get(sent.ref().path());

        reports.write(sent, "Het is weer gebeurd.");

        assertThat(rowOf(browser.get("/medewerker"), sent)).contains("is-new");
        assertThat(browser.get(sent.ref().path()).body()).contains("Het is weer gebeurd.", "class=\"fresh\"");
        assertThat(rowOf(browser.get("/medewerker"), sent)).doesNotContain("is-new");
        assertThat(browser.get(sent.ref().path()).body()).doesNotContain("class=\"fresh\"");
    }

    @Test
    void anExcludedOfficialNeverSeesTheReportEvenWithAGrant() throws SQLException {
        Sent sent = reports.send(story, List.of(reader, second), Set.of(accused));
        Browser browser = site.signIn(accused);
        String before = counters(browser.get("/medewerker"));

        // the worst case: some mistake gave the accused an active grant
        update("""
                insert into report_grant (school_id, report_id, official_id, position, state, sealed_key, key_number)
                select school_id, report_id, ?, 9, 'actief', sealed_key, 1 from report_grant
                 where report_id = ? and position = 0
                """, accused.id(), sent.ref().report());

        Page inbox = browser.get("/medewerker");
        assertThat(inbox.body()).doesNotContain(sent.ref().path());
        assertThat(counters(inbox)).isEqualTo(before);
        assertCantBeTold(browser, sent);
    }

    @Test
    void signingInAsTheWrongPersonShowsNothingOfACase() {
        Sent sent = reports.send(story, List.of(reader, second), Set.of());

        for (Person person : List.of(second, external, elsewhere, administrator)) {
            Browser browser = site.signIn(person);
            assertThat(browser.get("/medewerker").body())
                    .doesNotContain(sent.ref().path());
            assertCantBeTold(browser, sent);
        }
    }

    @Test
    void aGrantAtASchoolWhereTheOfficialNoLongerWorksOpensNothing() throws SQLException {
        Sent sent = reports.send(story, List.of(second), Set.of());
        Browser browser = site.signIn(second);
        assertThat(browser.get(sent.ref().path()).status()).isEqualTo(200);
        update("delete from school_official where official_id = ? and role = ?", second.id(), "contactpersoon");
        try {
            assertCantBeTold(browser, sent);
        } finally {
            update(
                    "insert into school_official (school_id, official_id, role, position) values (?, ?, ?, 2)",
                    sent.ref().school(),
                    second.id(),
                    "contactpersoon");
        }
    }

    @Test
    void aDoubleSubmittedReplyIsStoredOnce() {
        Sent sent = reports.send(story, List.of(reader), Set.of());
        Browser browser = site.signIn(reader);
        Page page = browser.get(sent.ref().path());

        assertThat(reply(browser, sent, page, "Eén keer").status()).isEqualTo(303);
        assertThat(reply(browser, sent, page, "Eén keer").status()).isEqualTo(303);
        assertThat(reports.read(sent).messages()).hasSize(1);

        assertThat(reply(browser, sent, browser.get(sent.ref().path()), "Nog een keer")
                        .status())
                .isEqualTo(303);
        assertThat(reports.read(sent).messages()).hasSize(2);
    }

    @Test
    void anEmptyOrTooLongReplyKeepsWhatWasTyped() {
        Sent sent = reports.send(story, List.of(reader), Set.of());
        Browser browser = site.signIn(reader);
        Page page = browser.get(sent.ref().path());
        String tooLong = "Een heel lange brief. ".repeat(500);

        Page empty = reply(browser, sent, page, " \n\u0000 ");
        Page kept = reply(browser, sent, page, tooLong);

        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("Er staat nog niets in uw antwoord.");
        assertThat(kept.status()).isEqualTo(422);
        assertThat(kept.body()).contains(tooLong.strip(), "Uw antwoord is te lang");
        assertThat(kept.hidden("inzending")).isEqualTo(page.hidden("inzending"));
        assertThat(reports.read(sent).messages()).isEmpty();
    }

    @Test
    void aWrongFormTokenChangesNothingAndGivesTheTextBack() {
        Sent sent = reports.send(story, List.of(reader), Set.of());
        Browser browser = site.signIn(reader);
        Page page = browser.get(sent.ref().path());

        Page refused = browser.post(
                sent.ref().path() + "/antwoord",
                Map.of("bewijs", "onzin", "inzending", page.hidden("inzending"), "tekst", "Mijn brief"));
        Page signedOut = site.browser()
                .post(
                        sent.ref().path() + "/antwoord",
                        Map.of(
                                "bewijs",
                                page.hidden("bewijs"),
                                "inzending",
                                page.hidden("inzending"),
                                "tekst",
                                "Mijn brief"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Mijn brief");
        assertThat(signedOut.status()).isEqualTo(403);
        assertThat(signedOut.body()).contains("Mijn brief");
        assertThat(reports.read(sent).messages()).isEmpty();
    }

    @Test
    void theReporterSeesTheStatusThatTheOfficialSets() {
        Sent sent = reports.send(story, List.of(reader), Set.of());
        Browser browser = site.signIn(reader);
        String token = browser.get(sent.ref().path()).hidden("bewijs");

        for (String status : List.of("in_behandeling", "afgesloten", "afgesloten")) {
            Page done = browser.post(sent.ref().path() + "/status", Map.of("bewijs", token, "status", status));
            assertThat(done.status()).isEqualTo(303);
        }

        assertThat(browser.post(sent.ref().path() + "/status", Map.of("bewijs", token, "status", "nieuw"))
                        .status())
                .isEqualTo(303);

        assertThat(reports.read(sent).status()).isEqualTo(Status.AFGESLOTEN);
        assertThat(reports.read(sent).events())
                .extracting(ReporterView.Event::kind)
                .containsExactly("ontvangen", "geopend", "status", "status");
        assertThat(browser.post(sent.ref().path() + "/status", Map.of("bewijs", token, "status", "weg"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void closingACaseIsAskedTwice() {
        Sent sent = reports.send(story, List.of(reader), Set.of());
        Browser browser = site.signIn(reader);
        Page open = browser.get(sent.ref().path());
        assertThat(open.body()).contains("Weet u het zeker?", "<summary class=\"status-choice\">Afgesloten");

        browser.post(sent.ref().path() + "/status", Map.of("bewijs", open.hidden("bewijs"), "status", "afgesloten"));

        assertThat(browser.get(sent.ref().path()).body()).doesNotContain("Weet u het zeker?");
    }

    @Test
    void aCaseWhoseKeyIsLostIsNamedAndNotCountedAsOpened() throws SQLException {
        Sent sent = reports.send(story, List.of(reader), Set.of());
        update(
                "update report_grant set sealed_key = ? where report_id = ?",
                Randomness.bytes(80),
                sent.ref().report());
        Browser browser = site.signIn(reader);

        assertThat(browser.get("/medewerker").body()).contains(sent.ref().path());
        Page page = browser.get(sent.ref().path());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("U kunt deze melding niet openen").doesNotContain(story);
        assertThat(reply(browser, sent, page, "Hallo").status()).isEqualTo(422);
        assertThat(reports.read(sent).events())
                .extracting(ReporterView.Event::kind)
                .containsExactly("ontvangen");
    }

    @Test
    void everyChangeStandsInAnAuditChainThatShowsTampering() throws SQLException {
        Sent sent = reports.send(story, List.of(reader), Set.of());
        Browser browser = site.signIn(reader);
        Page page = browser.get(sent.ref().path());
        reply(browser, sent, page, "Geheime woorden");
        browser.post(
                sent.ref().path() + "/status", Map.of("bewijs", page.hidden("bewijs"), "status", "in_behandeling"));

        assertThat(actionsOn(sent))
                .containsExactly("melding.geopend", "melding.beantwoord", "melding.status.in_behandeling");
        assertThat(firstBroken()).isEmpty();

        update(
                "update audit set action = ? where subject = ? and action = 'melding.geopend'",
                "niets",
                sent.ref().report());
        assertThat(firstBroken()).isPresent();
        update(
                "update audit set action = ? where subject = ? and action = 'niets'",
                "melding.geopend",
                sent.ref().report());
        assertThat(firstBroken()).isEmpty();
    }

    @Test
    void theAdministratorManagesPeopleAndSeesNoReport() {
        reports.send(story, List.of(reader), Set.of());
        Browser browser = site.signIn(administrator);

        assertThat(browser.get("/medewerker").status()).isEqualTo(303);
        assertThat(browser.get("/medewerker").location()).isEqualTo("/medewerker/school");
        assertThat(browser.get("/medewerker/meldingen").body()).contains("Er zijn geen meldingen");
        Page page = browser.get("/medewerker/school");
        assertThat(page.body())
                .contains("Sanne Bakker", "Els de Groot", "heeft minder dan twee contactpersonen")
                .doesNotContain(story, "/medewerker/melding/");

        Map<String, String> away =
                Map.of("bewijs", page.hidden("bewijs"), "persoon", accused.id().toString(), "afwezig", "ja");
        assertThat(browser.post("/medewerker/school/afwezig", away).status()).isEqualTo(303);
        assertThat(browser.post("/medewerker/school/afwezig", away).status()).isEqualTo(303);
        assertThat(reports.school().official(accused.id()).orElseThrow().away()).isTrue();
        Map<String, String> back =
                Map.of("bewijs", page.hidden("bewijs"), "persoon", accused.id().toString(), "afwezig", "nee");
        assertThat(browser.post("/medewerker/school/afwezig", back).status()).isEqualTo(303);
        assertThat(reports.school().official(accused.id()).orElseThrow().away()).isFalse();
    }

    @Test
    void thePagesSignOutHereAndEverywhere() {
        Browser here = site.signIn(reader);
        Browser there = site.signIn(reader);
        Page inbox = here.get("/medewerker");
        assertThat(inbox.body().split("action=\"/medewerker/afmelden\"", -1)).hasSize(3);
        assertThat(inbox.body()).contains("name=\"overal\" value=\"ja\"");

        here.post("/medewerker/afmelden", Map.of("bewijs", inbox.hidden("bewijs")));
        assertThat(here.get("/medewerker").status()).isEqualTo(303);
        assertThat(there.get("/medewerker").status()).isEqualTo(200);
    }

    @Test
    void linksOnThePagesLeadSomewhere() {
        Sent sent = reports.send(story, List.of(reader), Set.of());
        Browser browser = site.signIn(reader);
        Browser manager = site.signIn(administrator);
        assertLinksWork(browser, browser.get("/medewerker"));
        assertLinksWork(browser, browser.get(sent.ref().path()));
        assertLinksWork(manager, manager.get("/medewerker/school"));
        assertLinksWork(browser, browser.get("/medewerker/melding/x/y"));
    }

    private static void assertLinksWork(Browser browser, Page page) {
        Pattern.compile("href=\"(/medewerker[^\"]*)\"")
                .matcher(page.body())
                .results()
                .map(link -> link.group(1))
                .distinct()
                .forEach(path -> assertThat(browser.get(path).status()).as(path).isEqualTo(200));
        Pattern.compile("action=\"([^\"]*)\"")
                .matcher(page.body())
                .results()
                .map(form -> form.group(1))
                .distinct()
                .forEach(path -> assertThat(browser.post(path, Map.of()).status())
                        .as(path)
                        .isEqualTo(403));
    }

    @Test
    void othersCantManagePeopleAndNobodyManagesAnotherBoard() {
        assertThat(site.signIn(second).get("/medewerker/school").status()).isEqualTo(404);

        Person stranger = site.administrator(site.board(), "Vreemde Beheerder");
        Browser browser = site.signIn(stranger);
        Page page = browser.get("/medewerker/school");
        assertThat(page.body()).doesNotContain("Sanne Bakker");
        String token = Tokens.formToken(browser);
        assertThat(browser.post(
                                "/medewerker/school/afwezig",
                                Map.of("bewijs", token, "persoon", reader.id().toString(), "afwezig", "ja"))
                        .status())
                .isEqualTo(404);
    }

    private static void assertCantBeTold(Browser browser, Sent sent) {
        Page page = browser.get(sent.ref().path());
        Page nowhere = browser.get(new CaseRef(sent.ref().school(), UUID.randomUUID()).path());
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).isEqualTo(nowhere.body());
        String token = Tokens.formToken(browser);
        Map<String, String> reply =
                Map.of("bewijs", token, "inzending", UUID.randomUUID().toString(), "tekst", "Ik weet wie je bent");
        assertThat(browser.post(sent.ref().path() + "/antwoord", reply).status())
                .isEqualTo(404);
        assertThat(browser.post(sent.ref().path() + "/status", Map.of("bewijs", token, "status", "afgesloten"))
                        .status())
                .isEqualTo(404);
        assertThat(reports.read(sent).messages()).isEmpty();
        assertThat(reports.read(sent).status()).isNotEqualTo(Status.AFGESLOTEN);
    }

    private static Page reply(Browser browser, Sent sent, Page page, String text) {
        return browser.post(
                sent.ref().path() + "/antwoord",
                Map.of("bewijs", page.hidden("bewijs"), "inzending", page.hidden("inzending"), "tekst", text));
    }

    private static String rowOf(Page inbox, Sent sent) {
        return Stream.of(inbox.body().split("<li "))
                .filter(row -> row.contains(sent.ref().path()))
                .findFirst()
                .orElseThrow();
    }

    private static String counters(Page inbox) {
        return inbox.body()
                .lines()
                .filter(line -> line.contains("data-counts"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> actionsOn(Sent sent) throws SQLException {
        try (Connection connection = TestDatabase.shared().owner();
                PreparedStatement query =
                        connection.prepareStatement("select action from audit where subject = ? order by entry")) {
            query.setObject(1, sent.ref().report());
            List<String> actions = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    actions.add(rows.getString(1));
                }
            }
            return actions;
        }
    }

    private static OptionalLong firstBroken() {
        return await(site.database.inBoard(board, connection -> Audit.firstBroken(connection, board)));
    }

    private static void update(String sql, Object... values) throws SQLException {
        try (Connection connection = TestDatabase.shared().owner();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isPositive();
        }
    }
}
