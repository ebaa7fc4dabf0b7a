package nl.wegwijzer.retention;

import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the days of reports within any query that has reports in it. */
public final class ReportDaysRows {
    /** Columns to select where {@link #joinedTo} is part of the query. */
    public static final String COLUMNS = """
            days.received_on as days_received_on, days.closed_on as days_closed_on,
            days.postponed_on as days_postponed_on, days.announced_on as days_announced_on,
            days.last_word_on, days.unanswered, days.cap_months, days.cap_days, days.closing_months, days.closing_days
            """;

    private ReportDaysRows() {}

    /**
     * Returns a join that adds the days of each report as {@code days}.
     *
     * @param report name in the query of rows with {@code school_id}, {@code report_id}, {@code received_on},
     *     {@code closed_on}, {@code postponed_on} and {@code announced_on}; never from outside
     */
    public static String joinedTo(String report) {
        return """
                join lateral (
                    select %1$s.received_on, %1$s.closed_on, %1$s.postponed_on, %1$s.announced_on,
                           greatest(%1$s.received_on, said.last_on, shown.last_on) as last_word_on,
                           said.word > said.answer or shown.after_item >= said.answer as unanswered,
                           coalesce(cap.cap_months, %2$d) as cap_months,
                           coalesce(cap.days_after_closing, %3$d) as cap_days,
                           coalesce(closing.cap_months, %2$d) as closing_months,
                           coalesce(closing.days_after_closing, %3$d) as closing_days
                      from school place
                     cross join lateral (
                            select max(i.written_on) as last_on,
                                   coalesce(max(i.item_number) filter (where i.author = 'melder'), 0) as word,
                                   coalesce(max(i.item_number) filter (where i.author = 'functionaris'), 0) as answer
                              from report_item i
                             where i.school_id = %1$s.school_id and i.report_id = %1$s.report_id) said
                     cross join lateral (
                            select max(a.written_on) as last_on, coalesce(max(a.after_item), -1) as after_item
                              from attachment a
                             where a.school_id = %1$s.school_id and a.report_id = %1$s.report_id) shown
                      left join lateral (%4$s) cap on true
                      left join lateral (%5$s) closing on true
                     where place.school_id = %1$s.school_id
                ) days on true
                """.formatted(
                        report,
                        Term.STANDARD.capMonths(),
                        Term.STANDARD.daysAfterClosing(),
                        termOn(report + ".received_on"),
                        termOn("coalesce(" + report + ".closed_on, " + report + ".received_on)"));
    }

    /** The school's own term, else the board's; the latest that had begun on that day. */
    private static String termOn(String day) {
        return """
                select t.cap_months, t.days_after_closing
                  from retention_term t
                 where t.board_id = place.board_id
                   and (t.school_id = place.school_id or t.school_id is null)
                   and t.from_day <= %s
                 order by t.school_id is null, t.from_day desc
                 limit 1""".formatted(day);
    }

    /** Reads the days from a row of such a query. */
    public static ReportDays read(Row row) {
        return new ReportDays(
                row.getLocalDate("days_received_on"),
                day(row, "days_closed_on"),
                row.getLocalDate("last_word_on"),
                row.getBoolean("unanswered"),
                day(row, "days_postponed_on"),
                day(row, "days_announced_on"),
                new Term(row.getInteger("cap_days"), row.getInteger("cap_months")),
                new Term(row.getInteger("closing_days"), row.getInteger("closing_months")));
    }

    private static Optional<LocalDate> day(Row row, String column) {
        return Optional.ofNullable(row.getLocalDate(column));
    }
}
