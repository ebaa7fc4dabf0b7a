package nl.wegwijzer.report;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.wegwijzer.retention.Outlook;
import nl.wegwijzer.retention.ReportDaysRows;
import nl.wegwijzer.seal.Box;
import nl.wegwijzer.seal.ContentKey;
import nl.wegwijzer.seal.ReceiptKeys;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;
import nl.wegwijzer.taxonomy.ReporterKind;
import nl.wegwijzer.taxonomy.WireValue;

/** The reporter's way back to their report: by the words of the code, and by nothing else. */
public final class ReporterAccess {
    private static final String MESSAGE = "bericht";

    private final Database database;
    private final SlowWork slowWork;
    private final ReceiptWords words;
    private final Supplier<List<byte[]>> peppers;
    private final Clock clock;

    /**
     * Takes its collaborators.
     *
     * @param peppers tells the deployment's secrets for receipts of now, at least one, in the order in which a code is tried
     */
    public ReporterAccess(
            Database database, SlowWork slowWork, ReceiptWords words, Supplier<List<byte[]>> peppers, Clock clock) {
        this.database = database;
        this.slowWork = slowWork;
        this.words = words;
        this.peppers = peppers;
        this.clock = clock;
    }

    /**
     * Tries a code.
     *
     * @param typed as the reporter typed it
     * @return empty when it leads to nothing at this school, which takes a derivation for each pepper; a code that can't be
     *     one of ours costs the same time
     */
    public Future<Optional<FoundReport>> open(UUID school, String typed) {
        String normal = words.parse(typed).map(Receipt::normal).orElse("geen code");
        return open(school, normal, peppers.get(), 0);
    }

    private Future<Optional<FoundReport>> open(UUID school, String normal, List<byte[]> tried, int attempt) {
        return slowWork.run(() -> ReceiptKeys.derive(normal, school, tried.get(attempt)))
                .compose(keys -> find(school, keys))
                .compose(found -> found.isPresent() || attempt + 1 == tried.size()
                        ? Future.succeededFuture(found)
                        : open(school, normal, tried, attempt + 1));
    }

    private Future<Optional<FoundReport>> find(UUID school, ReceiptKeys keys) {
        return database.inSchool(school, connection -> connection
                        .preparedQuery("""
                        select report_id, reporter_key, erased_on, reporter from report
                         where school_id = $1 and lookup_id = $2
                        """)
                        .execute(Tuple.of(school, Buffer.buffer(keys.lookupId()))))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(found(school, keys, rows.iterator().next())));
    }

    private static FoundReport found(UUID school, ReceiptKeys keys, Row row) {
        return erased(row)
                .<FoundReport>map(gone -> gone)
                .orElseGet(() -> new FoundReport.Readable(unseal(school, keys, row)));
    }

    private static Optional<FoundReport.Erased> erased(Row row) {
        return Optional.ofNullable(row.getLocalDate("erased_on"))
                .map(on -> new FoundReport.Erased(
                        on,
                        WireValue.parse(ReporterKind.class, row.getString("reporter"))
                                .orElse(ReporterKind.LEERLING)));
    }

    /** Tells when a report was erased that was open on the reporter's screen; empty when it was not. */
    public Future<Optional<FoundReport.Erased>> erased(ReporterKey key) {
        return database.inSchool(key.school(), connection -> connection
                        .preparedQuery("select erased_on, reporter from report where school_id = $1 and report_id = $2")
                        .execute(Tuple.of(key.school(), key.report())))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : erased(rows.iterator().next()));
    }

    private static ReporterKey unseal(UUID school, ReceiptKeys keys, Row row) {
        UUID report = row.getUUID("report_id");
        byte[] key = Box.open(
                keys.keyPair(),
                ReportPlaces.reporter(school, report),
                row.getBuffer("reporter_key").getBytes());
        return new ReporterKey(school, report, ContentKey.of(key));
    }

    /** Reads the report and everything said since; empty when it has been erased meanwhile. */
    public Future<Optional<ReporterView>> read(ReporterKey key) {
        return database.inSchool(key.school(), connection -> connection
                .preparedQuery("select r.status, r.open_before, " + ReportDaysRows.COLUMNS + """
                               , (select o.name from report_grant g join official o using (official_id)
                                   where g.school_id = r.school_id and g.report_id = r.report_id and g.state = 'actief'
                                   order by g.reads_along, g.position desc limit 1) as recipient
                          from report r
                        """
                        + ReportDaysRows.joinedTo("r") + """
                         where r.school_id = $1 and r.report_id = $2 and r.erased_on is null
                        """)
                .execute(Tuple.of(key.school(), key.report()))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(Optional.<ReporterView>empty())
                        : view(connection, key, rows.iterator().next()).map(Optional::of)));
    }

    private Future<ReporterView> view(SqlConnection connection, ReporterKey key, Row report) {
        return connection
                .preparedQuery("""
                        select i.item_number, i.kind, i.author, i.sealed, i.written_on, coalesce(o.name, '') as name
                          from report_item i
                          left join official o using (official_id)
                         where i.school_id = $1 and i.report_id = $2
                         order by i.item_number
                        """)
                .execute(Tuple.of(key.school(), key.report()))
                .compose(items ->
                        events(connection, key).map(events -> view(key, report, items, events, LocalDate.now(clock))));
    }

    private static ReporterView view(
            ReporterKey key, Row report, RowSet<Row> items, List<ReporterView.Event> events, LocalDate today) {
        ReportContent story = null;
        List<ReporterView.Line> lines = new ArrayList<>();
        for (Row item : items) {
            byte[] content = key.key()
                    .decrypt(
                            ReportPlaces.item(
                                    key.school(), key.report(), item.getInteger("item_number"), item.getString("kind")),
                            item.getBuffer("sealed").getBytes());
            if (item.getString("kind").equals(MESSAGE)) {
                lines.add(new ReporterView.Line(
                        item.getInteger("item_number"),
                        item.getString("author").equals("melder"),
                        item.getString("name"),
                        item.getLocalDate("written_on"),
                        ContentJson.readMessage(content).text()));
            } else {
                story = ContentJson.read(content);
            }
        }
        if (story == null) {
            throw new UnreadableContentException("a report without its story");
        }
        return new ReporterView(
                WireValue.parse(Status.class, report.getString("status")).orElse(Status.NIEUW),
                Optional.ofNullable(report.getString("recipient")),
                report.getLocalDate("open_before"),
                Outlook.of(ReportDaysRows.read(report), today).day(),
                story,
                lines,
                events);
    }

    private static Future<List<ReporterView.Event>> events(SqlConnection connection, ReporterKey key) {
        return connection
                .preparedQuery("""
                        select e.kind, e.happened_on, coalesce(o.name, '') as name
                          from report_event e
                          left join official o using (official_id)
                         where e.school_id = $1 and e.report_id = $2
                         order by e.event_number
                        """)
                .execute(Tuple.of(key.school(), key.report()))
                .map(rows -> {
                    List<ReporterView.Event> events = new ArrayList<>();
                    rows.forEach(row -> events.add(new ReporterView.Event(
                            row.getString("kind"), row.getString("name"), row.getLocalDate("happened_on"))));
                    return events;
                });
    }

    /**
     * Adds a message of the reporter.
     *
     * @param submission drawn when the page was made; the same one is stored once
     * @return false when the report was erased meanwhile: then nothing is kept
     */
    public Future<Boolean> write(ReporterKey key, UUID submission, String text) {
        LocalDate today = LocalDate.now(clock);
        byte[] message = ContentJson.write(new Message(text, clock.instant()));
        return database.inSchool(key.school(), connection -> lock(connection, key)
                .compose(locked -> locked.size() == 0
                        ? Future.succeededFuture(false)
                        : write(connection, key, submission, message, today)));
    }

    private static Future<Boolean> write(
            SqlConnection connection, ReporterKey key, UUID submission, byte[] message, LocalDate today) {
        return connection
                .preparedQuery("""
                                select coalesce(max(item_number), 0) + 1 as next,
                                       coalesce(bool_or(submission_id = $3), false) as known
                                  from report_item where school_id = $1 and report_id = $2
                                """)
                .execute(Tuple.of(key.school(), key.report(), submission))
                .compose(rows -> {
                    Row row = rows.iterator().next();
                    if (row.getBoolean("known")) {
                        return Future.succeededFuture(true);
                    }
                    int number = row.getInteger("next");
                    byte[] sealed =
                            key.key().encrypt(ReportPlaces.item(key.school(), key.report(), number, MESSAGE), message);
                    return connection
                            .preparedQuery("""
                                    insert into report_item (school_id, report_id, item_number, kind, author,
                                            submission_id, sealed, written_on)
                                    values ($1, $2, $3, 'bericht', 'melder', $4, $5, $6)
                                    """)
                            .execute(Tuple.of(
                                    key.school(), key.report(), number, submission, Buffer.buffer(sealed), today))
                            .map(true);
                });
    }

    /** Finds nothing when there is nothing left to write in. */
    private static Future<RowSet<Row>> lock(SqlConnection connection, ReporterKey key) {
        return connection.preparedQuery("""
                        select 1 from report where school_id = $1 and report_id = $2 and erased_on is null for update
                        """).execute(Tuple.of(key.school(), key.report()));
    }
}
