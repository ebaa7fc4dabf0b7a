package nl.wegwijzer.casework;

import static nl.wegwijzer.account.StaffSite.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.wegwijzer.account.Browser;
import nl.wegwijzer.account.Browser.Page;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.account.StaffSite;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.account.Tokens;
import nl.wegwijzer.casework.TestReports.Sent;
import nl.wegwijzer.report.FoundReport;
import nl.wegwijzer.report.ReporterKey;
import nl.wegwijzer.report.Status;
import nl.wegwijzer.retention.Erasure;
import nl.wegwijzer.retention.Term;
import nl.wegwijzer.retention.Terms;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.seal.Randomness;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.taxonomy.ReporterKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One school for all tests; each tells of reports of its own, and the clock only goes forward. */
class ErasureIT {
    private static final String STORY = "Ze schelden mij uit";

    private static StaffSite site;
    private static UUID board;
    private static TestReports reports;
    private static Erasure erasure;
    private static CaseChanges changes;
    private static Person reader;
    private static Person second;
    private static Person accused;
    private static Session atWork;

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
        board = site.board();
        String school = site.school(board);
        reader = site.person(board, "Sanne Bakker", OfficialRole.CONTACTPERSOON, school);
        second = site.person(board, "Omar Visser", OfficialRole.CONTACTPERSOON, school);
        accused = site.person(board, "Rob Mulder", OfficialRole.AANSPREEKPUNT_PESTEN, school);
        reports = new TestReports(site, school);
        erasure = new Erasure(site.database, site.audit, site.clock);
        atWork = site.session(reader);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void afterErasureNothingIsLeftThatAnyKeyOpensAndTheShellIsCounted() throws SQLException {
        LocalDate today = LocalDate.now(site.clock);
        Sent sent = send();
        UUID report = sent.ref().report();
        addPicture(sent);
        answer(sent, "Wat goed dat je dit vertelt.");
        reports.write(sent, "Dank u wel.");
        days(1);
        answer(sent, "Graag gedaan.");
        closeCase(sent);
        drawErasureKey(report);
        List<String> sealed = WatchedDatabase.sealed(report);
        assertThat(sealed).hasSizeGreaterThan(10).allMatch(hex -> hex.length() >= 64);
        List<String> identifying = List.of(accused.id().toString(), second.id().toString());
        assertThat(ofReport(report))
                .containsKeys("report_grant", "report_blind", "report_item", "attachment_chunk", "report_erasure_key");
        assertThat(WatchedDatabase.texts("select official_id from report_blind where report_id = ?", report))
                .isSubsetOf(identifying);

        toTheEnd(90);

        Map<String, String> dump = WatchedDatabase.dump();
        for (String ciphertext : sealed) {
            assertThat(dump).allSatisfy((table, rows) -> assertThat(rows).doesNotContain(ciphertext));
        }
        assertThat(ofReport(report)).containsOnlyKeys("report", "audit");
        assertThat(WatchedDatabase.row(report))
                .containsOnlyKeys(
                        "school_id",
                        "report_id",
                        "lookup_id",
                        "category",
                        "urgency",
                        "accused",
                        "reporter",
                        "anonymous",
                        "status",
                        "received_on",
                        "open_before",
                        "opened_on",
                        "closed_on",
                        "first_answer_on",
                        "erased_on",
                        "emptied")
                .containsEntry("category", "pesten")
                .containsEntry("status", "afgesloten")
                .containsEntry("received_on", today.toString())
                .containsEntry("first_answer_on", today.toString())
                .containsEntry("closed_on", today.plusDays(1).toString())
                .containsEntry("erased_on", today.plusDays(91).toString());
        assertThat(actions(sent))
                .contains("melding.wissen_aangekondigd", "melding.sleutels_gewist", "melding.gewist")
                .containsOnlyOnce("melding.gewist");
        OptionalLong broken = await(site.database.inBoard(board, connection -> Audit.firstBroken(connection, board)));
        assertThat(broken).isEmpty();
    }

    @Test
    void aKeyThatSomebodyKeptFindsNothingAnyMore() throws SQLException {
        Sent sent = handled();
        ReporterKey key = reports.open(sent.code());
        WatchedDatabase.change(
                "create table if not exists kept_by_somebody as select * from report_grant where report_id = ?",
                sent.ref().report());
        try {
            toTheEnd(90);
            assertThat(WatchedDatabase.change("insert into report_grant select * from kept_by_somebody"))
                    .isPositive();

            Browser browser = site.signIn(reader);
            assertThat(browser.get("/medewerker").body())
                    .doesNotContain(sent.ref().path());
            Page page = browser.get(sent.ref().path());
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.body()).doesNotContain(STORY);
            assertThat(await(reports.access().read(key))).isEmpty();
        } finally {
            WatchedDatabase.change("drop table kept_by_somebody");
        }
    }

    @Test
    void theCodeLeadsToAKindWordForThirtyDaysAndThenNowhere() throws SQLException {
        Sent sent = handled();
        ReporterKey key = reports.open(sent.code());
        toTheEnd(90);
        LocalDate day = LocalDate.now(site.clock);
        FoundReport.Erased erased = new FoundReport.Erased(day, ReporterKind.LEERLING);

        assertThat(find(sent)).contains(erased);
        assertThat(await(reports.access().erased(key))).contains(erased);
        days(29);
        await(erasure.run());
        assertThat(find(sent)).contains(erased);
        days(1);
        await(erasure.run());
        assertThat(find(sent)).isEmpty();
        assertThat(WatchedDatabase.row(sent.ref().report())).doesNotContainKey("lookup_id");
    }

    @Test
    void nothingIsKeptThatArrivesTooLate() throws SQLException {
        Sent sent = handled();
        ReporterKey key = reports.open(sent.code());
        toTheEnd(90);

        assertThat(await(reports.access().write(key, UUID.randomUUID(), "Bent u er nog?")))
                .isFalse();
        assertThat(ofReport(sent.ref().report())).containsOnlyKeys("report", "audit");
    }

    @Test
    void aReporterWhoWaitsForAnAnswerKeepsTheClockWaiting() throws SQLException {
        Sent sent = handled();
        days(20);
        reports.write(sent, "Het begint weer.");
        days(200);
        await(erasure.run());
        days(20);
        await(erasure.run());

        assertThat(reports.read(sent).keptUntil()).isEmpty();
        assertThat(site.signIn(reader).get(sent.ref().path()).body())
                .contains("wacht op antwoord")
                .doesNotContain("Wordt gewist op");

        answer(sent, "Ik bel je morgen.");
        assertThat(reports.read(sent).keptUntil())
                .contains(LocalDate.now(site.clock).plusDays(90));
    }

    @Test
    void aPictureThatNobodyAnsweredKeepsTheClockWaitingToo() throws SQLException {
        Sent sent = handled();
        addPicture(sent);
        days(100);
        await(erasure.run());
        days(20);
        await(erasure.run());
        assertThat(reports.read(sent).keptUntil()).isEmpty();

        answer(sent, "Dank je voor de foto.");
        assertThat(reports.read(sent).keptUntil()).isPresent();
    }

    @Test
    void everybodyWithTheCaseIsWarnedTwoWeeksBeforeAndNobodyElse() throws SQLException {
        Sent sent = handled();
        LocalDate end = LocalDate.now(site.clock).plusDays(90);
        assertThat(reports.read(sent).keptUntil()).contains(end);
        days(75);
        await(erasure.run());
        Browser browser = site.signIn(reader);
        assertThat(rowOf(browser.get("/medewerker"), sent)).doesNotContain("gewist");
        assertThat(browser.get(sent.ref().path()).body())
                .contains("Wordt gewist op " + DutchDay.of(end, LocalDate.now(site.clock)))
                .doesNotContain("Deze melding wordt gewist", "/uitstel");

        days(1);
        await(erasure.run());
        await(erasure.run());
        browser = site.signIn(reader);
        String day = DutchDay.of(end, LocalDate.now(site.clock));
        assertThat(rowOf(browser.get("/medewerker"), sent)).contains("Wordt gewist op " + day);
        assertThat(browser.get(sent.ref().path()).body())
                .contains("Deze melding wordt gewist op " + day, "name=\"reden\" value=\"jaarverslag\"");
        assertThat(site.signIn(accused).get("/medewerker").body()).doesNotContain("gewist");
        assertThat(actions(sent)).containsOnlyOnce("melding.wissen_aangekondigd");
    }

    @Test
    void anOfficialCanPutItOffOnceWithAReasonFromTheList() throws SQLException {
        Sent sent = handled();
        days(76);
        await(erasure.run());
        Browser browser = site.signIn(reader);
        String token = browser.get(sent.ref().path()).hidden("bewijs");

        assertThat(postpone(browser, sent, token, "gewoon zo").status()).isEqualTo(400);
        Browser blind = site.signIn(accused);
        assertThat(postpone(blind, sent, Tokens.formToken(blind), "jaarverslag").status())
                .isEqualTo(404);
        assertThat(actions(sent)).noneMatch(action -> action.startsWith("melding.uitgesteld"));

        assertThat(postpone(browser, sent, token, "klachtenprocedure").status()).isEqualTo(303);
        assertThat(postpone(browser, sent, token, "jaarverslag").status()).isEqualTo(303);
        assertThat(actions(sent).stream().filter(action -> action.startsWith("melding.uitgesteld")))
                .containsExactly("melding.uitgesteld.klachtenprocedure");
        LocalDate later = LocalDate.now(site.clock).plusDays(90);
        assertThat(reports.read(sent).keptUntil()).contains(later);

        days(30);
        await(erasure.run());
        assertThat(reports.read(sent).story()).as("past the first day").isNotNull();
        days(46);
        await(erasure.run());
        assertThat(site.signIn(reader).get(sent.ref().path()).body())
                .contains("Deze melding wordt gewist op")
                .doesNotContain("name=\"reden\"");
        days(14);
        await(erasure.run());
        assertThat(find(sent)).contains(new FoundReport.Erased(later, ReporterKind.LEERLING));
    }

    @Test
    void reopeningStopsTheClockAndClosingAgainBeginsItAnew() throws SQLException {
        Sent sent = handled();
        days(80);
        await(erasure.run());
        await(changes.changeStatus(atWork, sent.ref(), Status.IN_BEHANDELING));
        days(30);
        await(erasure.run());
        assertThat(reports.read(sent).keptUntil()).isEmpty();

        closeCase(sent);
        assertThat(reports.read(sent).keptUntil())
                .contains(LocalDate.now(site.clock).plusDays(90));
        toTheEnd(90);
        assertThat(find(sent)).containsInstanceOf(FoundReport.Erased.class);
    }

    @Test
    void atTheCapAWaitingReporterIsTheFirstInTheInboxForThirtyDays() throws SQLException {
        Sent waiting = send();
        LocalDate today = LocalDate.now(site.clock);
        days((int) today.until(today.plusYears(2), ChronoUnit.DAYS));
        await(erasure.run());
        Sent fresh = send();

        String inbox = site.signIn(reader).get("/medewerker").body();
        assertThat(inbox)
                .contains("De melder wacht nog op antwoord. Wordt gewist op")
                .containsSubsequence("row-end is-late", fresh.ref().path());
        assertThat(inbox.indexOf(waiting.ref().path()))
                .isLessThan(inbox.indexOf(fresh.ref().path()));
        days(29);
        await(erasure.run());
        assertThat(find(waiting)).containsInstanceOf(FoundReport.Readable.class);
        days(1);
        await(erasure.run());
        assertThat(find(waiting)).containsInstanceOf(FoundReport.Erased.class);
        assertThat(WatchedDatabase.row(waiting.ref().report())).containsEntry("status", "nieuw");
    }

    @Test
    void afterALongStandstillNobodyIsTakenBySurprise() throws SQLException {
        Sent sent = handled();
        days(400);
        await(erasure.run());
        assertThat(reports.read(sent).keptUntil())
                .contains(LocalDate.now(site.clock).plusDays(14));
        days(13);
        await(erasure.run());
        assertThat(find(sent)).containsInstanceOf(FoundReport.Readable.class);
        days(1);
        await(erasure.run());
        assertThat(find(sent)).containsInstanceOf(FoundReport.Erased.class);
    }

    @Test
    void aCrashBetweenKeysAndContentLeavesNothingReadableAndIsFinishedLater() throws SQLException {
        Sent sent = handled();
        Sent other = handled();
        UUID report = sent.ref().report();
        drawErasureKey(report);
        String crash = "crash_" + report.toString().replace('-', '_');
        WatchedDatabase.change("create function " + crash + "() returns trigger language plpgsql as $$ begin"
                + " if old.report_id = '" + report + "' then raise exception 'crash'; end if; return old; end $$");
        WatchedDatabase.change(
                "create trigger crash before delete on report_event for each row execute function " + crash + "()");
        try {
            days(76);
            await(erasure.run());
            days(14);
            assertThatThrownBy(() -> await(erasure.run())).hasStackTraceContaining("crash");

            assertThat(ofReport(report))
                    .containsKey("report_item")
                    .doesNotContainKeys("report_grant", "report_erasure_key");
            assertThat(WatchedDatabase.row(report)).doesNotContainKeys("reporter_key", "reporter_public_key");
            assertThat(find(sent)).containsInstanceOf(FoundReport.Erased.class);
            assertThat(site.signIn(reader).get(sent.ref().path()).status()).isEqualTo(404);
            assertThat(ofReport(other.ref().report()))
                    .as("one failure keeps nobody from the others")
                    .containsOnlyKeys("report", "audit");
        } finally {
            WatchedDatabase.change("drop function " + crash + " cascade");
        }

        await(erasure.run());
        assertThat(ofReport(report)).containsOnlyKeys("report", "audit");
        assertThat(actions(sent)).containsOnlyOnce("melding.sleutels_gewist").containsOnlyOnce("melding.gewist");
    }

    @Test
    void severalNodesAtOnceEraseOnce() throws SQLException {
        List<Sent> all = List.of(handled(), handled(), handled(), handled());
        days(76);
        runOnThreeNodes();
        days(14);
        runOnThreeNodes();
        await(erasure.run());

        for (Sent sent : all) {
            assertThat(ofReport(sent.ref().report())).containsOnlyKeys("report", "audit");
            assertThat(actions(sent))
                    .containsOnlyOnce("melding.wissen_aangekondigd")
                    .containsOnlyOnce("melding.sleutels_gewist")
                    .containsOnlyOnce("melding.gewist");
        }
    }

    @Test
    void otherCasesAndOtherSchoolsAreLeftAlone() throws SQLException {
        String elsewhere = site.school(board);
        Person colleague = site.person(board, "Noor Smit", OfficialRole.CONTACTPERSOON, elsewhere);
        TestReports others = new TestReports(site, elsewhere);
        Terms terms = new Terms(site.database, site.audit, site.clock);
        assertThat(await(terms.choose(
                        board,
                        new Terms.Dated(
                                Optional.of(elsewhere),
                                LocalDate.now(site.clock).plusDays(1),
                                new Term(365, 24)))))
                .isEqualTo(Terms.Outcome.SET);
        days(1);
        Sent sent = handled();
        Sent open = send();
        LocalDate closed = LocalDate.now(site.clock);
        Sent there = handled(others, colleague, site.session(colleague));

        Map<String, Long> before = ofReport(there.ref().report());

        toTheEnd(90);

        assertThat(find(sent)).containsInstanceOf(FoundReport.Erased.class);
        assertThat(ofReport(there.ref().report())).isEqualTo(before);
        assertThat(others.read(there).messages()).hasSize(1);
        assertThat(others.read(there).keptUntil()).contains(closed.plusDays(365));
        assertThat(reports.read(open).story()).isNotNull();
    }

    @Test
    void aChosenTermHoldsForWhatIsClosedFromThenOn() throws SQLException {
        UUID ours = site.board();
        String school = site.school(ours);
        Person person = site.person(ours, "Noor Smit", OfficialRole.CONTACTPERSOON, school);
        Session session = site.session(person);
        TestReports theirs = new TestReports(site, school);
        Terms terms = new Terms(site.database, site.audit, site.clock);
        LocalDate today = LocalDate.now(site.clock);
        Terms.Dated shorter = new Terms.Dated(Optional.empty(), today.plusDays(1), new Term(30, 12));
        Sent before = handled(theirs, person, session);

        assertThat(await(terms.choose(ours, new Terms.Dated(Optional.empty(), today, new Term(30, 12)))))
                .isEqualTo(Terms.Outcome.NOT_AHEAD);
        assertThat(await(terms.choose(UUID.randomUUID(), shorter))).isEqualTo(Terms.Outcome.NOT_FOUND);
        assertThat(await(terms.choose(board, new Terms.Dated(Optional.of(school), shorter.from(), shorter.term()))))
                .as("another board's school")
                .isEqualTo(Terms.Outcome.NOT_FOUND);
        assertThat(await(terms.choose(ours, shorter))).isEqualTo(Terms.Outcome.SET);
        assertThat(await(terms.choose(ours, shorter))).isEqualTo(Terms.Outcome.TAKEN);
        assertThat(await(terms.list(ours))).containsExactly(shorter);
        days(1);
        Sent after = handled(theirs, person, session);

        assertThat(theirs.read(before).keptUntil()).contains(today.plusDays(90));
        assertThat(theirs.read(after).keptUntil()).contains(today.plusDays(31));
        assertThat(WatchedDatabase.texts("select action from audit where subject = ?", ours))
                .containsOnlyOnce("bewaartermijn.gekozen");
    }

    private static Sent handled(TestReports reports, Person person, Session session) {
        Sent sent = reports.send(STORY, List.of(person), Set.of());
        await(changes.reply(session, sent.ref(), UUID.randomUUID(), ReplyText.of("Dag")));
        await(changes.changeStatus(session, sent.ref(), Status.AFGESLOTEN));
        return sent;
    }

    private static String rowOf(Page inbox, Sent sent) {
        return Stream.of(inbox.body().split("<li "))
                .filter(row -> row.contains(sent.ref().path()))
                .findFirst()
                .orElseThrow();
    }

    private static void runOnThreeNodes() {
        await(Future.join(
                new Erasure(site.database, site.audit, site.clock).run(),
                new Erasure(site.database, site.audit, site.clock).run(),
                erasure.run()));
    }

    private static Sent send() {
        return reports.send(STORY, List.of(reader, second), Set.of(accused));
    }

    /** Sent, answered and closed today. */
    private static Sent handled() {
        Sent sent = send();
        answer(sent, "Wat goed dat je dit vertelt.");
        closeCase(sent);
        return sent;
    }

    private static void answer(Sent sent, String text) {
        assertThat(await(changes.reply(atWork, sent.ref(), UUID.randomUUID(), ReplyText.of(text))))
                .isEqualTo(CaseChanges.Outcome.DONE);
    }

    private static void closeCase(Sent sent) {
        assertThat(await(changes.changeStatus(atWork, sent.ref(), Status.AFGESLOTEN)))
                .isEqualTo(CaseChanges.Outcome.DONE);
    }

    private static void addPicture(Sent sent) throws SQLException {
        UUID picture = UUID.randomUUID();
        WatchedDatabase.change(
                """
                insert into attachment (school_id, report_id, attachment_id, number, size, written_on, after_item)
                select school_id, report_id, ?, 1, 300, ?, max(item_number) from report_item
                 where report_id = ? group by school_id, report_id
                """, picture, LocalDate.now(site.clock), sent.ref().report());
        for (int chunk = 0; chunk < 3; chunk++) {
            WatchedDatabase.change(
                    "insert into attachment_chunk (school_id, report_id, attachment_id, chunk_number, sealed)"
                            + " values (?, ?, ?, ?, ?)",
                    sent.ref().school(),
                    sent.ref().report(),
                    picture,
                    chunk,
                    Randomness.bytes(100));
        }
    }

    /** As a backup does. */
    private static void drawErasureKey(UUID report) throws SQLException {
        WatchedDatabase.change(
                "insert into report_erasure_key select school_id, report_id, ? from report where report_id = ?",
                Randomness.bytes(32),
                report);
    }

    /** Announces, waits, erases. */
    private static void toTheEnd(int term) {
        days(term - 14);
        await(erasure.run());
        days(14);
        await(erasure.run());
    }

    private static void days(int days) {
        site.clock.advance(Duration.ofDays(days));
    }

    private static Optional<FoundReport> find(Sent sent) {
        return await(reports.access().open(sent.ref().school(), sent.code()));
    }

    private static Page postpone(Browser browser, Sent sent, String token, String reason) {
        return browser.post(sent.ref().path() + "/uitstel", Map.of("bewijs", token, "reden", reason));
    }

    private static List<String> actions(Sent sent) throws SQLException {
        return WatchedDatabase.texts(
                "select action from audit where subject = ? order by entry",
                sent.ref().report());
    }

    /** How many rows name this report, by table. */
    private static Map<String, Long> ofReport(UUID report) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        WatchedDatabase.dump().forEach((table, text) -> {
            long count = text.lines()
                    .filter(line -> line.contains(report.toString()))
                    .count();
            if (count > 0) {
                rows.put(table, count);
            }
        });
        return rows;
    }
}
