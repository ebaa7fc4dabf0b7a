package nl.wegwijzer.casework;

import static nl.wegwijzer.account.StaffSite.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.wegwijzer.account.Browser;
import nl.wegwijzer.account.Browser.Page;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.account.StaffSite;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.casework.TestReports.Sent;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.report.Status;
import nl.wegwijzer.retention.Erasure;
import nl.wegwijzer.routing.OfficialRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case goes away while an official has its page open and writes. */
class GoneCaseIT {
    private static final StaffTexts TEXTS = StaffTexts.dutch();
    private static final String UNSAVED = TEXTS.of("notice.case.gone.unsaved");
    private static final String GIVEN_BACK = TEXTS.of("notice.typed");
    private static final String LETTER = "Beste melder,\n\nik heb een uur aan deze brief <gewerkt> & geschaafd.";

    private static StaffSite site;
    private static CaseChanges changes;

    private Person reader;
    private TestReports reports;

    @BeforeAll
    static void open() {
        site = new StaffSite();
        changes = new CaseChanges(site.database, site.audit, site.clock);
        new CaseworkRoutes(
                        new Inbox(site.database),
                        new CaseFile(site.database, site.audit, site.clock),
                        changes,
                        new Sharing(site.database, site.audit, site.clock),
                        site.signedIn,
                        site.pages,
                        site.clock)
                .mount(site.router);
        site.start();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void someone() {
        UUID board = site.board();
        String school = site.school(board);
        reader = site.person(board, "Sanne Bakker", OfficialRole.CONTACTPERSOON, school);
        reports = new TestReports(site, school);
    }

    @Test
    void whatWasTypedForACaseThatWasErasedMeanwhileIsGivenBack() {
        Erasure erasure = new Erasure(site.database, site.audit, site.clock);
        Sent sent = reports.send("Ze schelden mij uit", List.of(reader), Set.of());
        Session session = site.session(reader);
        await(changes.reply(session, sent.ref(), UUID.randomUUID(), ReplyText.of("Wat goed dat je dit vertelt.")));
        await(changes.changeStatus(session, sent.ref(), Status.AFGESLOTEN));
        site.clock.advance(Duration.ofDays(76));
        await(erasure.run());
        site.clock.advance(Duration.ofDays(14));
        Browser browser = site.signIn(reader);
        Page page = browser.get(sent.ref().path());
        assertThat(page.status()).isEqualTo(200);

        await(erasure.run());

        assertNothingIsLost(browser, sent, page);
    }

    @Test
    void whatWasTypedForACaseThatMovedAwayIsGivenBack() throws SQLException {
        Sent handedOver = reports.send("Ze schelden mij uit", List.of(reader), Set.of());
        Sent excluded = reports.send("Ze wachten mij op", List.of(reader), Set.of());
        Browser browser = site.signIn(reader);
        Page first = browser.get(handedOver.ref().path());
        Page second = browser.get(excluded.ref().path());

        WatchedDatabase.change(
                "update report_grant set state = 'ingetrokken', sealed_key = '' where report_id = ?",
                handedOver.ref().report());
        WatchedDatabase.change(
                "insert into report_blind (school_id, report_id, official_id) values (?, ?, ?)",
                excluded.ref().school(),
                excluded.ref().report(),
                reader.id());

        assertNothingIsLost(browser, handedOver, first);
        assertNothingIsLost(browser, excluded, second);
    }

    @Test
    void theWordsAreThoseForACaseThatNeverWas() throws SQLException {
        Sent sent = reports.send("Ze schelden mij uit", List.of(reader), Set.of());
        CaseRef nowhere = new CaseRef(sent.ref().school(), UUID.randomUUID());
        Browser browser = site.signIn(reader);
        Page page = browser.get(sent.ref().path());
        WatchedDatabase.change(
                "insert into report_blind (school_id, report_id, official_id) values (?, ?, ?)",
                sent.ref().school(),
                sent.ref().report(),
                reader.id());

        assertThat(browser.get(sent.ref().path())).isEqualTo(browser.get(nowhere.path()));
        for (String action : List.of("/antwoord", "/status", "/uitstel", "/toegang")) {
            assertThat(post(browser, sent.ref().path() + action, page))
                    .as(action)
                    .isEqualTo(post(browser, nowhere.path() + action, page));
        }
    }

    @Test
    void anAnswerThatWasBegunSurvivesEveryOtherButton() {
        Sent sent = reports.send("Ze schelden mij uit", List.of(reader), Set.of());
        Browser browser = site.signIn(reader);
        Page page = browser.get(sent.ref().path());
        assertThat(page.body())
                .contains("form=\"antwoord\" formaction=\"" + sent.ref().path() + "/status\"");

        Page after = post(browser, sent.ref().path() + "/status", page);

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body()).contains("ik heb een uur aan deze brief &lt;gewerkt&gt; &amp; geschaafd.</textarea>");
        assertThat(after.hidden("inzending")).isEqualTo(page.hidden("inzending"));
        assertThat(reports.read(sent).status()).isEqualTo(Status.IN_BEHANDELING);
        assertThat(reports.read(sent).messages()).isEmpty();
    }

    private void assertNothingIsLost(Browser browser, Sent sent, Page page) {
        for (String action : List.of("/antwoord", "/status", "/uitstel", "/toegang")) {
            Page answer = post(browser, sent.ref().path() + action, page);
            assertThat(answer.status()).as(action).isEqualTo(404);
            assertThat(answer.body())
                    .as(action)
                    .contains(UNSAVED, GIVEN_BACK, "Beste melder,")
                    .contains("ik heb een uur aan deze brief &lt;gewerkt&gt; &amp; geschaafd.");
        }
        Page refused = browser.post(
                sent.ref().path() + "/antwoord",
                Map.of("bewijs", page.hidden("bewijs"), "inzending", page.hidden("inzending"), "tekst", tooLong()));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body()).contains(UNSAVED, tooLong());
        assertThat(browser.get(sent.ref().path()).body())
                .contains(TEXTS.of("notice.case.gone"))
                .doesNotContain(UNSAVED);
    }

    private static String tooLong() {
        return "Een heel lange brief. ".repeat(500).strip();
    }

    private static Page post(Browser browser, String path, Page page) {
        return browser.post(
                path,
                Map.of(
                        "bewijs",
                        page.hidden("bewijs"),
                        "inzending",
                        page.hidden("inzending"),
                        "tekst",
                        LETTER,
                        "status",
                        "in_behandeling",
                        "reden",
                        "gesprek_loopt",
                        "collega",
                        UUID.randomUUID().toString()));
    }
}
