package nl.wegwijzer.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the numbering of rows has come. A sequence stands outside every snapshot and so may be ahead of the rows, never
 * behind them.
 */
final class Sequences {
    private static final int MOST = 10_000;

    private Sequences() {}

    /** Writes those that gave out a number. */
    static void write(Connection connection, DataOutputStream out) throws SQLException, IOException {
        Map<String, Long> reached = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select sequencename, last_value from pg_sequences
                         where schemaname = current_schema() and last_value is not null
                        """)) {
            while (rows.next()) {
                reached.put(rows.getString("sequencename"), rows.getLong("last_value"));
            }
        }
        out.writeInt(reached.size());
        for (Map.Entry<String, Long> sequence : reached.entrySet()) {
            out.writeUTF(sequence.getKey());
            out.writeLong(sequence.getValue());
        }
    }

    /** Sets them to where they had come. */
    static void restore(Connection connection, DataInputStream in) throws SQLException, IOException {
        int count = Manifest.count(in, MOST);
        try (PreparedStatement statement =
                connection.prepareStatement("select setval(format('%I', ?::text)::regclass, ?, true)")) {
            for (int sequence = 0; sequence < count; sequence++) {
                statement.setString(1, in.readUTF());
                statement.setLong(2, in.readLong());
                statement.execute();
            }
        }
    }
}
