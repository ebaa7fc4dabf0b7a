package nl.wegwijzer.casework;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.retention.Outlook;
import nl.wegwijzer.retention.ReportDays;
import nl.wegwijzer.retention.ReportDaysRows;
import nl.wegwijzer.retention.Terms;
import nl.wegwijzer.store.Database;

/**
 * How long a board keeps content and what will be erased when, for its administrator: terms and numbers, no report. Only
 * days are read. A report that must stay hidden from the administrator counts for nothing here (domain §6, rule 2).
 */
public final class BoardKeeping {
    private final Database database;
    private final Terms terms;
    private final Clock clock;

    /** Takes its collaborators; the clock tells which days have passed. */
    public BoardKeeping(Database database, Terms terms, Clock clock) {
        this.database = database;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * What there is to tell.
     *
     * @param schools names of the board's schools by slug, in order
     * @param chosen terms that the board and its schools chose, past and to come
     * @param months how many reports end in which month, the nearest first
     * @param open reports that nobody closed yet: their days have not begun
     * @param waiting closed ones of which the reporter waits for an answer: their days don't run
     */
    record View(
            Map<String, String> schools,
            List<Terms.Dated> chosen,
            SortedMap<YearMonth, Ending> months,
            int open,
            int waiting) {}

    /**
     * The reports that end in one month.
     *
     * @param postponed how many of them an official put off before
     */
    record Ending(int reports, int postponed) {
        Ending and(int more, boolean putOff) {
            return new Ending(reports + more, postponed + (putOff ? more : 0));
        }
    }

    /** Reads what the board of this administrator keeps. */
    Future<View> read(Session administrator) {
        UUID board = administrator.board();
        return names(board).compose(names -> terms.list(board).compose(chosen -> BoardSchools.of(database, board)
                .compose(schools -> days(administrator, schools))
                .map(rows -> view(names, chosen, rows))));
    }

    private Future<Map<String, String>> names(UUID board) {
        return database.inBoard(board, connection -> connection
                .preparedQuery("select slug, name from school where board_id = $1 order by name, slug")
                .execute(Tuple.of(board))
                .map(rows -> {
                    Map<String, String> names = new LinkedHashMap<>();
                    rows.forEach(row -> names.put(row.getString("slug"), row.getString("name")));
                    return names;
                }));
    }

    /** Reports with the same days are one row: a board has many of them. */
    private Future<RowSet<Row>> days(Session administrator, Set<UUID> schools) {
        return database.inSchools(schools, connection -> connection
                .preparedQuery("select " + ReportDaysRows.COLUMNS + """
                               , count(*) as reports
                          from report r
                        """ + ReportDaysRows.joinedTo("r") + """
                         where r.school_id = any($1)
                           and r.erased_on is null
                           and not exists (select 1 from report_blind b
                                            where b.school_id = r.school_id and b.report_id = r.report_id
                                              and b.official_id = $2)
                         group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
                        """)
                .execute(Tuple.of(schools.toArray(new UUID[0]), administrator.official())));
    }

    private View view(Map<String, String> schools, List<Terms.Dated> chosen, RowSet<Row> rows) {
        LocalDate today = LocalDate.now(clock);
        SortedMap<YearMonth, Ending> months = new TreeMap<>();
        int open = 0;
        int waiting = 0;
        for (Row row : rows) {
            int reports = row.getInteger("reports");
            ReportDays days = ReportDaysRows.read(row);
            Outlook outlook = Outlook.of(days, today);
            Optional<LocalDate> end = outlook instanceof Outlook.Due ? Optional.of(today) : outlook.day();
            if (end.isPresent()) {
                months.merge(
                        YearMonth.from(end.get()),
                        new Ending(0, 0).and(reports, days.postponedOn().isPresent()),
                        (one, other) ->
                                new Ending(one.reports() + other.reports(), one.postponed() + other.postponed()));
            } else if (outlook instanceof Outlook.Waiting) {
                waiting += reports;
            } else {
                open += reports;
            }
        }
        return new View(schools, chosen, months, open, waiting);
    }
}
