package nl.wegwijzer.casework;

import static nl.wegwijzer.account.StaffSite.await;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.wegwijzer.account.StaffSite;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.reading.WeighedWord;
import nl.wegwijzer.report.Delivery;
import nl.wegwijzer.report.FoundReport;
import nl.wegwijzer.report.NewReport;
import nl.wegwijzer.report.ReceiptWords;
import nl.wegwijzer.report.ReportContent;
import nl.wegwijzer.report.ReportDelivery;
import nl.wegwijzer.report.ReporterAccess;
import nl.wegwijzer.report.ReporterKey;
import nl.wegwijzer.report.ReporterView;
import nl.wegwijzer.routing.Notice;
import nl.wegwijzer.routing.Reason;
import nl.wegwijzer.routing.RoutingDecision;
import nl.wegwijzer.school.SchoolDirectory;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.seal.Randomness;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Language;
import nl.wegwijzer.taxonomy.ReporterKind;
import nl.wegwijzer.taxonomy.Urgency;

/** Reporters, as far as the officials' side needs them: they send, and come back with their code. */
final class TestReports {
    private final StaffSite site;
    private final String slug;
    private final ReceiptWords words = ReceiptWords.load();
    private final byte[] pepper = Randomness.bytes(32);
    private final ReportDelivery delivery;
    private final ReporterAccess access;

    TestReports(StaffSite site, String slug) {
        this.site = site;
        this.slug = slug;
        this.delivery = new ReportDelivery(site.database, site.slowWork, words, () -> pepper, site.clock);
        this.access = new ReporterAccess(site.database, site.slowWork, words, () -> List.of(pepper), site.clock);
    }

    /** A report in the reporter's hands. */
    record Sent(CaseRef ref, String code) {}

    SchoolProfile school() {
        return await(new SchoolDirectory(site.database, photo -> photo, site.clock).find(slug))
                .orElseThrow();
    }

    /** Sends a story to the first reader; the others take over when it stays unopened. */
    Sent send(String story, List<Person> readers, Set<Person> blind) {
        return send(school(), story, readers, blind);
    }

    /** Sends a story with what the chat knows of the school, which may be minutes old. */
    Sent send(SchoolProfile school, String story, List<Person> readers, Set<Person> blind) {
        List<String> ids =
                readers.stream().map(person -> person.id().toString()).toList();
        RoutingDecision routing = new RoutingDecision(
                Optional.of(ids.get(0)),
                List.of(),
                ids.subList(1, ids.size()),
                Set.of(Notice.MELDCODE),
                blind.stream().map(person -> person.id().toString()).collect(Collectors.toSet()),
                Reason.EIGEN_KEUZE);
        ReportContent content = new ReportContent(
                Language.NL,
                List.of(
                        new ReportContent.Entry("wie", List.of("leerling"), ""),
                        new ReportContent.Entry("verhaal", List.of(), story),
                        new ReportContent.Entry("wie_doet_dit", List.of("leerling"), "")),
                List.of(Alert.THUIS),
                Category.PESTEN,
                Category.INTIMIDATIE,
                List.of(new WeighedWord("Mij", 1.3), new WeighedWord("gescholden", 1.2)),
                Optional.empty(),
                Optional.empty(),
                site.clock.instant());
        Delivery sent = await(delivery.deliver(
                new NewReport(
                        UUID.randomUUID(),
                        Randomness.bytes(16),
                        school.id(),
                        Optional.of(Category.PESTEN),
                        Urgency.HOOG,
                        Accused.LEERLING,
                        ReporterKind.LEERLING,
                        false,
                        routing,
                        content),
                school));
        String code = sent.receipt().shown();
        ReporterKey key = open(code);
        return new Sent(new CaseRef(key.school(), key.report()), code);
    }

    /** What the reporter sees on coming back. */
    ReporterView read(Sent sent) {
        return await(access.read(open(sent.code()))).orElseThrow();
    }

    void write(Sent sent, String text) {
        await(access.write(open(sent.code()), UUID.randomUUID(), text));
    }

    ReporterAccess access() {
        return access;
    }

    ReporterKey open(String code) {
        return ((FoundReport.Readable) await(access.open(school().id(), code)).orElseThrow()).key();
    }
}
