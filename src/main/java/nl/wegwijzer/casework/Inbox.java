package nl.wegwijzer.casework;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.report.Status;
import nl.wegwijzer.retention.ReportDays;
import nl.wegwijzer.retention.ReportDaysRows;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Urgency;
import nl.wegwijzer.taxonomy.WireValue;

/** The list of an official's reports, the most pressing first. It opens nothing: all it shows stands in clear. */
public final class Inbox {
    private static final int LONGEST = 500;

    private final Database database;

    /** Reads from the database. */
    public Inbox(Database database) {
        this.database = database;
    }

    /**
     * What there is.
     *
     * @param unread how many hold something new
     * @param open how many are not closed
     * @param entries the most pressing, at most 500
     */
    record View(int unread, int open, List<Entry> entries) {
        View {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One report.
     *
     * @param school name of the school
     * @param openBefore day by which it wants an answer
     * @param unread whether it holds something this official has not seen
     * @param opens false when it was sealed to keys that this official lost
     * @param days on which its end depends
     */
    record Entry(
            CaseRef ref,
            Category category,
            Urgency urgency,
            Status status,
            String school,
            LocalDate receivedOn,
            LocalDate openBefore,
            boolean answered,
            boolean unread,
            boolean opens,
            ReportDays days) {}

    /** Reads the reports that this official may know of. */
    Future<View> read(Session session) {
        return database.inSchools(session.schools(), connection -> connection
                .preparedQuery(
                        Visible.REPORTS + """
                        select v.school_id, v.report_id, v.category, v.urgency, v.status, v.received_on, v.open_before,
                               v.answered, v.unread, v.opens, s.name as school,
                        """ + ReportDaysRows.COLUMNS + """
                               ,
                               count(*) filter (where v.unread) over () as unread_reports,
                               count(*) filter (where v.status <> 'afgesloten') over () as open_reports
                          from visible v
                          join school s on s.school_id = v.school_id
                        """ + ReportDaysRows.joinedTo("v") + """
                         order by v.status = 'afgesloten',
                                  array_position(array['acuut', 'hoog', 'normaal'], v.urgency),
                                  v.unread desc, v.open_before, v.received_on, v.report_id
                         limit $3
                        """)
                .execute(Visible.to(session, LONGEST))
                .map(Inbox::view));
    }

    private static View view(RowSet<Row> rows) {
        int unread = 0;
        int open = 0;
        List<Entry> entries = new ArrayList<>();
        for (Row row : rows) {
            unread = row.getInteger("unread_reports");
            open = row.getInteger("open_reports");
            entries.add(new Entry(
                    new CaseRef(row.getUUID("school_id"), row.getUUID("report_id")),
                    wire(Category.class, row, "category"),
                    wire(Urgency.class, row, "urgency"),
                    wire(Status.class, row, "status"),
                    row.getString("school"),
                    row.getLocalDate("received_on"),
                    row.getLocalDate("open_before"),
                    row.getBoolean("answered"),
                    row.getBoolean("unread"),
                    row.getBoolean("opens"),
                    ReportDaysRows.read(row)));
        }
        return new View(unread, open, entries);
    }

    /** Reads a column that holds a wire value; the schema lets no other in. */
    static <E extends Enum<E> & WireValue> E wire(Class<E> type, Row row, String column) {
        String value = row.getString(column);
        return WireValue.parse(type, value)
                .orElseThrow(() -> new IllegalStateException("unknown value in column " + column));
    }
}
