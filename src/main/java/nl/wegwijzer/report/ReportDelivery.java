package nl.wegwijzer.report;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.wegwijzer.routing.Notice;
import nl.wegwijzer.routing.RoutingDecision;
import nl.wegwijzer.school.OfficialCard;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.seal.Box;
import nl.wegwijzer.seal.BoxKeyPair;
import nl.wegwijzer.seal.ContentKey;
import nl.wegwijzer.seal.ReceiptKeys;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;
import nl.wegwijzer.taxonomy.Category;

/**
 * Delivers a report: seals it to its reader, to those who take over when it stays unopened, and to the reporter, and
 * stores all of it in one transaction. A submission is stored once, however often it is sent.
 */
public final class ReportDelivery {
    private static final String STORY = "verhaal";
    private static final int STORY_ITEM = 1;

    private final Database database;
    private final SlowWork slowWork;
    private final ReceiptWords words;
    private final Supplier<byte[]> pepper;
    private final Clock clock;

    /** Takes its collaborators; {@code pepper} tells the deployment's secret for receipts of now. */
    public ReportDelivery(
            Database database, SlowWork slowWork, ReceiptWords words, Supplier<byte[]> pepper, Clock clock) {
        this.database = database;
        this.slowWork = slowWork;
        this.words = words;
        this.pepper = pepper;
        this.clock = clock;
    }

    /** A reader's public key of this moment, and which of their keys it is. */
    private record ReaderKey(byte[] publicKey, int number) {}

    private record Grant(UUID official, int position, byte[] sealedKey, int keyNumber) {}

    private record Sealed(
            UUID report,
            Receipt receipt,
            byte[] lookupId,
            byte[] reporterPublicKey,
            byte[] reporterKey,
            byte[] story,
            List<Grant> grants) {}

    /**
     * Delivers a report to the school's people.
     *
     * @param school the profile by which the report was routed
     */
    public Future<Delivery> deliver(NewReport report, SchoolProfile school) {
        return keys(report)
                .compose(keys -> slowWork.run(() -> seal(report, school, keys)))
                .compose(parts -> database.inSchool(
                                report.school(), connection -> store(connection, report, school, parts))
                        .map(stored -> new Delivery(parts.receipt(), !stored)));
    }

    /** Reads the keys of now: the profile may be minutes old, and nobody opens what was sealed to replaced keys. */
    private Future<Map<UUID, ReaderKey>> keys(NewReport report) {
        return database.inSchool(report.school(), connection -> connection
                .preparedQuery("""
                        select official_id, public_key, key_number from official
                         where official_id = any($1) and public_key is not null
                        """)
                .execute(Tuple.tuple().addArrayOfUUID(readers(report.routing()).toArray(new UUID[0])))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> row.getUUID("official_id"),
                                row -> new ReaderKey(
                                        row.getBuffer("public_key").getBytes(), row.getInteger("key_number"))))));
    }

    private Sealed seal(NewReport report, SchoolProfile school, Map<UUID, ReaderKey> keys) {
        UUID id = UUID.randomUUID();
        Receipt receipt = words.ofSeed(report.receiptSeed());
        ReceiptKeys reporterKeys = ReceiptKeys.derive(receipt.normal(), report.school(), pepper.get());
        BoxKeyPair reporter = reporterKeys.keyPair();
        ContentKey key = ContentKey.generate();
        List<Grant> grants = new ArrayList<>();
        for (UUID official : readers(report.routing())) {
            ReaderKey reader = school.official(official)
                    .map(OfficialCard::id)
                    .map(keys::get)
                    .orElseThrow(() -> new IllegalArgumentException("routed to somebody outside the school"));
            grants.add(new Grant(
                    official,
                    grants.size(),
                    Box.seal(reader.publicKey(), ReportPlaces.grant(report.school(), id, official), key.bytes()),
                    reader.number()));
        }
        return new Sealed(
                id,
                receipt,
                reporterKeys.lookupId(),
                reporter.publicKey(),
                Box.seal(reporter.publicKey(), ReportPlaces.reporter(report.school(), id), key.bytes()),
                key.encrypt(
                        ReportPlaces.item(report.school(), id, STORY_ITEM, STORY), ContentJson.write(report.content())),
                grants);
    }

    /** The reader first, then those who take over, never anyone who must not know. */
    private static List<UUID> readers(RoutingDecision routing) {
        List<UUID> readers = new ArrayList<>();
        routing.recipient().map(UUID::fromString).ifPresent(readers::add);
        routing.successors().stream()
                .filter(id -> !routing.forbidden().contains(id))
                .map(UUID::fromString)
                .filter(id -> !readers.contains(id))
                .forEach(readers::add);
        return readers;
    }

    private Future<Boolean> store(SqlConnection connection, NewReport report, SchoolProfile school, Sealed parts) {
        LocalDate today = LocalDate.now(clock);
        return connection
                .preparedQuery("""
                        insert into report (school_id, report_id, submission_id, lookup_id, reporter_public_key,
                                reporter_key, category, read_category, urgency, accused, reporter, anonymous, status,
                                routing_reason, received_on, open_before)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'nieuw', $13, $14, $15)
                        on conflict (school_id, submission_id) do nothing
                        """)
                .execute(Tuple.from(List.of(
                        report.school(),
                        parts.report(),
                        report.submission(),
                        Buffer.buffer(parts.lookupId()),
                        Buffer.buffer(parts.reporterPublicKey()),
                        Buffer.buffer(parts.reporterKey()),
                        report.category().orElse(Category.OVERIG).wire(),
                        report.content().readCategory().wire(),
                        report.urgency().wire(),
                        report.accused().wire(),
                        report.reporter().wire(),
                        report.content().name().isEmpty(),
                        report.routing().reason().wire(),
                        today,
                        school.calendar().openBefore(today, report.urgency()))))
                .compose(inserted -> inserted.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : storeParts(connection, report, parts, today).map(true));
    }

    private Future<Void> storeParts(SqlConnection connection, NewReport report, Sealed parts, LocalDate today) {
        UUID school = report.school();
        UUID id = parts.report();
        List<Tuple> grants = parts.grants().stream()
                .map(grant -> Tuple.of(
                        school,
                        id,
                        grant.official(),
                        grant.position(),
                        grant.position() == 0 && report.routing().recipient().isPresent() ? "actief" : "reserve",
                        Buffer.buffer(grant.sealedKey()),
                        grant.keyNumber()))
                .toList();
        List<Tuple> blind = report.routing().forbidden().stream()
                .map(official -> Tuple.of(school, id, UUID.fromString(official)))
                .toList();
        List<Tuple> notices = report.routing().notices().stream()
                .map(notice -> Tuple.of(school, id, notice.wire()))
                .toList();
        return batch(connection, """
                        insert into report_grant (school_id, report_id, official_id, position, state, sealed_key,
                                key_number)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        """, grants)
                .compose(done -> batch(
                        connection,
                        "insert into report_blind (school_id, report_id, official_id) values ($1, $2, $3)",
                        blind))
                .compose(done -> batch(
                        connection,
                        "insert into report_notice (school_id, report_id, notice) values ($1, $2, $3)",
                        notices))
                .compose(done -> connection
                        .preparedQuery("""
                                insert into report_item (school_id, report_id, item_number, kind, author,
                                        submission_id, sealed, written_on)
                                values ($1, $2, $3, $4, 'melder', $5, $6, $7)
                                """)
                        .execute(Tuple.of(
                                school,
                                id,
                                STORY_ITEM,
                                STORY,
                                report.submission(),
                                Buffer.buffer(parts.story()),
                                today)))
                .compose(done -> connection
                        .preparedQuery("""
                                insert into report_event (school_id, report_id, event_number, kind, official_id, happened_on)
                                values ($1, $2, 1, 'ontvangen', $3, $4)
                                """)
                        .execute(Tuple.of(
                                school,
                                id,
                                report.routing()
                                        .recipient()
                                        .map(UUID::fromString)
                                        .orElse(null),
                                today)))
                .compose(done -> noticeToBoard(connection, report, today));
    }

    /** Type, school and day only: the law asks the board to act, not to read (domain §3). */
    private static Future<Void> noticeToBoard(SqlConnection connection, NewReport report, LocalDate today) {
        if (!report.routing().notices().contains(Notice.BEVOEGD_GEZAG)) {
            return Future.succeededFuture();
        }
        Optional<UUID> reader = report.routing().recipient().map(UUID::fromString);
        return connection
                .preparedQuery("""
                        insert into board_notice (school_id, notice_id, kind, to_supervisory_contact, phone_official, created_on)
                        values ($1, $2, $3, $4, $5, $6)
                        """)
                .execute(Tuple.of(
                        report.school(),
                        UUID.randomUUID(),
                        reader.isPresent() ? "zedenmisdrijf" : "niemand_over",
                        report.boardAccused(),
                        reader.orElse(null),
                        today))
                .mapEmpty();
    }

    private static Future<Void> batch(SqlConnection connection, String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Future.succeededFuture()
                : connection.preparedQuery(sql).executeBatch(rows).mapEmpty();
    }
}
