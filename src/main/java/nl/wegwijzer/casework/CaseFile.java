package nl.wegwijzer.casework;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.attachment.Attachments;
import nl.wegwijzer.report.ReportContent;
import nl.wegwijzer.report.Status;
import nl.wegwijzer.retention.ReportDaysRows;
import nl.wegwijzer.routing.Notice;
import nl.wegwijzer.routing.Reason;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.ReporterKind;
import nl.wegwijzer.taxonomy.Urgency;

/** Opens a case: reads it with the reader's own key, and notes that it was read. */
public final class CaseFile {
    private final Database database;
    private final Steps steps;

    /** Takes its collaborators. */
    public CaseFile(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.steps = new Steps(audit, clock);
    }

    /**
     * Opens a case.
     *
     * @return empty when it is not theirs and when it does not exist
     */
    Future<Optional<OpenedCase>> open(Session session, CaseRef ref) {
        return database.inSchools(session.schools(), connection -> steps.find(connection, session, ref)
                .compose(found -> found.map(
                                row -> open(connection, session, ref, row).map(Optional::of))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty()))));
    }

    private Future<OpenedCase> open(SqlConnection connection, Session session, CaseRef ref, Row row) {
        Optional<CaseKey> key =
                CaseKey.open(session, ref, row.getBuffer("sealed_key").getBytes());
        return items(connection, ref).compose(items -> read(connection, session, ref, row, key, items)
                .compose(opened -> opened.story().isPresent()
                        ? noteReading(connection, session, ref, row, items)
                                .compose(noted -> CasePictures.markSeen(connection, session, ref, opened.pictures()))
                                .map(opened)
                        : Future.succeededFuture(opened)));
    }

    /** What can't be read was not opened: the clock goes on, and somebody else gets it in time. */
    private Future<Void> noteReading(
            SqlConnection connection, Session session, CaseRef ref, Row row, RowSet<Row> items) {
        int seen = row.getInteger("last_read_item");
        int last = StreamSupport.stream(items.spliterator(), false)
                .mapToInt(item -> item.getInteger("item_number"))
                .max()
                .orElse(seen);
        if (last <= seen) {
            return Future.succeededFuture();
        }
        return steps.markOpened(connection, session, ref)
                .compose(marked -> connection
                        .preparedQuery("""
                                update report_grant set last_read_item = $4
                                 where school_id = $1 and report_id = $2 and official_id = $3 and last_read_item < $4
                                """)
                        .execute(Tuple.of(ref.school(), ref.report(), session.official(), last)))
                .compose(updated -> seen == 0
                        ? steps.audit(connection, session, ref, "melding.geopend")
                        : Future.succeededFuture());
    }

    private static Future<OpenedCase> read(
            SqlConnection connection, Session session, CaseRef ref, Row row, Optional<CaseKey> key, RowSet<Row> items) {
        Optional<ReportContent> story = key.flatMap(opened -> story(opened, items));
        return notices(connection, ref).compose(notices -> others(connection, session, ref)
                .compose(others -> people(connection, session).compose(people -> candidates(
                                connection, session, ref, story.isPresent())
                        .compose(candidates -> Attachments.list(connection, ref.school(), ref.report())
                                .map(pictures -> new OpenedCase(
                                        ref,
                                        row.getString("school"),
                                        Inbox.wire(Category.class, row, "category"),
                                        Inbox.wire(Urgency.class, row, "urgency"),
                                        Inbox.wire(ReporterKind.class, row, "reporter"),
                                        row.getBoolean("anonymous"),
                                        asSeen(Inbox.wire(Status.class, row, "status"), story.isPresent()),
                                        Inbox.wire(Reason.class, row, "routing_reason"),
                                        row.getLocalDate("received_on"),
                                        row.getLocalDate("open_before"),
                                        row.getBoolean("answered"),
                                        story,
                                        messages(session, row.getInteger("last_read_item"), key, items),
                                        pictures,
                                        notices,
                                        others.stream()
                                                .filter(Other::opens)
                                                .map(Other::name)
                                                .toList(),
                                        others.stream()
                                                .filter(other -> !other.opens() && other.atSchool())
                                                .map(other -> new OpenedCase.Colleague(other.id(), other.name()))
                                                .toList(),
                                        candidates,
                                        ReportDaysRows.read(row),
                                        people))))));
    }

    private static Future<List<OpenedCase.Candidate>> candidates(
            SqlConnection connection, Session session, CaseRef ref, boolean readable) {
        return readable ? Sharing.candidates(connection, session, ref) : Future.succeededFuture(List.of());
    }

    /** The row was read before this very reading was noted. */
    private static Status asSeen(Status status, boolean readable) {
        return status == Status.NIEUW && readable ? Status.GELEZEN : status;
    }

    private static Optional<ReportContent> story(CaseKey key, RowSet<Row> items) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.getString("kind").equals(CaseKey.STORY))
                .findFirst()
                .flatMap(key::story);
    }

    private static List<OpenedCase.Line> messages(Session session, int seen, Optional<CaseKey> key, RowSet<Row> items) {
        List<OpenedCase.Line> lines = new ArrayList<>();
        for (Row item : items) {
            if (item.getString("kind").equals(CaseKey.MESSAGE)) {
                int number = item.getInteger("item_number");
                Optional<UUID> official = Optional.ofNullable(item.getUUID("official_id"));
                boolean fresh = number > seen && !official.equals(Optional.of(session.official()));
                lines.add(new OpenedCase.Line(
                        number,
                        official,
                        item.getLocalDate("written_on"),
                        fresh,
                        key.flatMap(opened -> opened.message(item))));
            }
        }
        return lines;
    }

    private static Future<RowSet<Row>> items(SqlConnection connection, CaseRef ref) {
        return connection.preparedQuery("""
                        select item_number, kind, official_id, sealed, written_on
                          from report_item where school_id = $1 and report_id = $2 order by item_number
                        """).execute(Tuple.of(ref.school(), ref.report()));
    }

    private static Future<List<Notice>> notices(SqlConnection connection, CaseRef ref) {
        return connection
                .preparedQuery("select notice from report_notice where school_id = $1 and report_id = $2")
                .execute(Tuple.of(ref.school(), ref.report()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Inbox.wire(Notice.class, row, "notice"))
                        .sorted()
                        .toList());
    }

    /** Somebody else who has the case; {@code opens} as far as the numbers of the keys tell. */
    private record Other(UUID id, String name, boolean opens, boolean atSchool) {}

    private static Future<List<Other>> others(SqlConnection connection, Session session, CaseRef ref) {
        return connection
                .preparedQuery("""
                        select o.official_id, o.name, g.key_number = o.key_number as opens,
                               exists (select 1 from school_official p
                                        where p.school_id = g.school_id and p.official_id = g.official_id) as at_school
                          from report_grant g
                          join official o on o.official_id = g.official_id
                         where g.school_id = $1 and g.report_id = $2 and g.state = 'actief' and g.official_id <> $3
                           and not exists (select 1 from report_blind b
                                            where b.school_id = g.school_id and b.report_id = g.report_id
                                              and b.official_id = g.official_id)
                         order by o.name
                        """)
                .execute(Tuple.of(ref.school(), ref.report(), session.official()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Other(
                                row.getUUID("official_id"),
                                row.getString("name"),
                                row.getBoolean("opens"),
                                row.getBoolean("at_school")))
                        .toList());
    }

    private static Future<Map<String, String>> people(SqlConnection connection, Session session) {
        return connection
                .preparedQuery("select official_id, name from official where board_id = $1")
                .execute(Tuple.of(session.board()))
                .map(rows -> {
                    Map<String, String> names = new HashMap<>();
                    rows.forEach(row -> names.put(row.getUUID("official_id").toString(), row.getString("name")));
                    return names;
                });
    }
}
