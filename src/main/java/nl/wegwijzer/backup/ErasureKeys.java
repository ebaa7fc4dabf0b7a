package nl.wegwijzer.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.seal.ContentKey;

/**
 * The erasure keys of all reports that live. A report's rows stand in archives only under its key; the key stands in none
 * of them, goes first when the report is erased, and takes the rows in every archive with it.
 */
final class ErasureKeys {
    /** So that nobody who writes in a report waits long. */
    private static final int AT_ONCE = 1_000;

    private static final String INSERT =
            "insert into report_erasure_key (school_id, report_id, erasure_key) values (?, ?, ?)";
    private static final int KEY_BYTES = 32;
    private static final int MOST = 100_000_000;

    private final Map<ReportRef, ContentKey> keys;

    private ErasureKeys(Map<ReportRef, ContentKey> keys) {
        this.keys = keys;
    }

    /** Whether this database can have them. */
    static boolean known(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet there = statement.executeQuery("select to_regclass('report_erasure_key') is not null")) {
            return there.next() && there.getBoolean(1);
        }
    }

    /**
     * Takes away what an earlier version, which still ran beside this one, left of reports that it erased; commits.
     */
    static void dropErased(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    delete from report_erasure_key k using report r
                     where r.school_id = k.school_id and r.report_id = k.report_id and r.erased_on is not null
                    """);
        }
        connection.commit();
    }

    /**
     * Draws a key for every report that lives and has none, and commits. The lock makes it wait for an erasure that is
     * under way, and finds the report erased then: nothing that is erased ever gets a key.
     */
    static void drawMissing(Connection connection) throws SQLException {
        int drawn = AT_ONCE;
        while (drawn == AT_ONCE) {
            drawn = 0;
            try (PreparedStatement insert = connection.prepareStatement(INSERT);
                    Statement query = connection.createStatement();
                    ResultSet rows = query.executeQuery("""
                            select r.school_id, r.report_id from report r
                             where r.erased_on is null
                               and not exists (select from report_erasure_key k
                                                where k.school_id = r.school_id and k.report_id = r.report_id)
                             limit %d for key share of r
                            """.formatted(AT_ONCE))) {
                while (rows.next()) {
                    insert.setObject(1, rows.getObject(1));
                    insert.setObject(2, rows.getObject(2));
                    insert.setBytes(3, ContentKey.generate().bytes());
                    insert.addBatch();
                    drawn++;
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    /** Reads the keys of all reports that live; empty when one came that has none yet. */
    static Optional<ErasureKeys> ofAll(Connection connection) throws SQLException {
        Map<ReportRef, ContentKey> keys = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet rows = statement.executeQuery("""
                    select r.school_id, r.report_id, k.erasure_key
                      from report r left join report_erasure_key k using (school_id, report_id)
                     where r.erased_on is null
                    """)) {
                while (rows.next()) {
                    byte[] key = rows.getBytes(3);
                    if (rows.wasNull()) {
                        return Optional.empty();
                    }
                    keys.put(
                            new ReportRef(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)),
                            ContentKey.of(key));
                }
            }
        }
        return Optional.of(new ErasureKeys(keys));
    }

    /** Returns the key of a report; empty when it is erased. */
    Optional<ContentKey> of(ReportRef report) {
        return Optional.ofNullable(keys.get(report));
    }

    int count() {
        return keys.size();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(keys.size());
        for (Map.Entry<ReportRef, ContentKey> key : keys.entrySet()) {
            key.getKey().write(out);
            out.write(key.getValue().bytes());
        }
    }

    static ErasureKeys read(DataInputStream in) throws IOException {
        int count = Manifest.count(in, MOST);
        Map<ReportRef, ContentKey> keys = new HashMap<>();
        for (int key = 0; key < count; key++) {
            keys.put(ReportRef.read(in), ContentKey.of(CopyRow.bytes(in, KEY_BYTES)));
        }
        return new ErasureKeys(keys);
    }

    /** Puts back those of the reports that came back, so that the next backup goes on with them. */
    void restore(Connection connection, List<ReportRef> reports) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int from = 0; from < reports.size(); from += AT_ONCE) {
                for (ReportRef report : reports.subList(from, Math.min(reports.size(), from + AT_ONCE))) {
                    insert.setObject(1, report.school());
                    insert.setObject(2, report.report());
                    insert.setBytes(3, of(report).orElseThrow().bytes());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    @Override
    public String toString() {
        return "ErasureKeys[" + keys.size() + "]";
    }
}
