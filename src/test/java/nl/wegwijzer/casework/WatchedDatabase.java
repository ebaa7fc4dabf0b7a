package nl.wegwijzer.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.server.TestDatabase;

/** What stands in the database, seen by its owner. */
final class WatchedDatabase {
    private WatchedDatabase() {}

    static int change(String sql, Object... values) throws SQLException {
        try (Connection connection = TestDatabase.shared().owner();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** The first column of every row, as text. */
    static List<String> texts(String sql, Object... values) throws SQLException {
        try (Connection connection = TestDatabase.shared().owner();
                PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, values);
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    texts.add(String.valueOf(rows.getString(1)));
                }
            }
            return texts;
        }
    }

    /** Everything sealed that belongs to a report, in hexadecimal digits. */
    static List<String> sealed(UUID report) throws SQLException {
        List<String> sealed = new ArrayList<>();
        for (String column : List.of(
                "report_item.sealed",
                "report_grant.sealed_key",
                "attachment_chunk.sealed",
                "report.reporter_key",
                "report.reporter_public_key",
                "report_erasure_key.erasure_key")) {
            String[] names = column.split("\\.");
            sealed.addAll(
                    texts("select encode(" + names[1] + ", 'hex') from " + names[0] + " where report_id = ?", report));
        }
        return sealed;
    }

    /** Every row of every table as text, binary columns in hexadecimal digits, by table. */
    static Map<String, String> dump() throws SQLException {
        Map<String, String> dump = new LinkedHashMap<>();
        try (Connection connection = TestDatabase.shared().owner();
                Statement statement = connection.createStatement()) {
            for (String table : texts("select tablename from pg_tables where schemaname = 'public'")) {
                StringBuilder rows = new StringBuilder();
                try (ResultSet found = statement.executeQuery("select t::text from " + table + " t")) {
                    while (found.next()) {
                        rows.append(found.getString(1)).append('\n');
                    }
                }
                dump.put(table, rows.toString());
            }
        }
        assertThat(dump).containsKeys("report", "report_item", "attachment_chunk", "audit");
        return dump;
    }

    /** The columns of a report's row that hold something. */
    static Map<String, String> row(UUID report) throws SQLException {
        try (Connection connection = TestDatabase.shared().owner();
                PreparedStatement query = connection.prepareStatement("select * from report where report_id = ?")) {
            query.setObject(1, report);
            try (ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    String name = rows.getMetaData().getColumnName(column);
                    Optional.ofNullable(rows.getObject(column))
                            .ifPresent(value -> row.put(
                                    name,
                                    value instanceof byte[] bytes
                                            ? HexFormat.of().formatHex(bytes)
                                            : value.toString()));
                }
                return row;
            }
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
