package nl.wegwijzer.backup;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table and those of its columns that hold something of their own.
 *
 * @param columns in the order of the table
 */
record Table(String name, List<String> columns) {
    /** The table of the reports themselves. */
    static final String REPORT = "report";

    private static final String SCHOOL_ID = "school_id";
    private static final String REPORT_ID = "report_id";

    Table {
        columns = List.copyOf(columns);
    }

    /** Whether each of its rows belongs to a report. A table of a later version is seen by its columns. */
    boolean ofReports() {
        return columns.contains(SCHOOL_ID) && columns.contains(REPORT_ID);
    }

    /** Returns which report a row of it belongs to. */
    ReportRef reportOf(CopyRow row) {
        return ReportRef.of(
                row.field(columns.indexOf(SCHOOL_ID)).orElseThrow(),
                row.field(columns.indexOf(REPORT_ID)).orElseThrow());
    }

    /** Returns the command that gives all rows, each value as PostgreSQL itself sends it. */
    String copyOut() {
        return "copy (select " + columnList() + " from " + quoted(name) + ") to stdout (format binary)";
    }

    /** Returns the command that takes what {@link #copyOut} gave. */
    String copyIn() {
        return "copy " + quoted(name) + " (" + columnList() + ") from stdin (format binary)";
    }

    String quotedName() {
        return quoted(name);
    }

    private String columnList() {
        return columns.stream().map(Table::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
