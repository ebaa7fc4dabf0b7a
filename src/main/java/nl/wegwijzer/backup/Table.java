package nl.wegwijzer.backup;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table and those of its columns that hold something of their own.
 *
 * @param columns in the order of the table
 */
record Table(String name, List<String> columns) {
    Table {
        columns = List.copyOf(columns);
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

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
