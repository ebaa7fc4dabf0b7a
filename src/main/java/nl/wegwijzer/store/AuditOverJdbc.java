package nl.wegwijzer.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** {@link Audit#append} for the few commands that speak JDBC, because they work on the database as a whole. */
public final class AuditOverJdbc {
    private AuditOverJdbc() {}

    /** Adds an entry within the open transaction; others who write to this board's chain wait until it ends. */
    public static void append(Connection connection, Audit.Entry entry, Instant at) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended('audit ' || ?::text, 0))")) {
            lock.setString(1, entry.board().toString());
            lock.execute();
        }
        Audit.Link last = last(connection, entry.board());
        Instant moment = at.truncatedTo(ChronoUnit.MICROS);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into audit (board_id, entry, school_id, actor, action, subject, happened_at, previous, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, entry.board());
            insert.setLong(2, last.number() + 1);
            insert.setObject(3, entry.school().orElse(null));
            insert.setObject(4, entry.actor().orElse(null));
            insert.setString(5, entry.action());
            insert.setObject(6, entry.subject().orElse(null));
            insert.setObject(7, moment.atOffset(ZoneOffset.UTC));
            insert.setBytes(8, last.hash());
            insert.setBytes(9, Audit.hash(last, entry, moment));
            insert.execute();
        }
    }

    private static Audit.Link last(Connection connection, UUID board) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select entry, hash from audit where board_id = ? order by entry desc limit 1")) {
            query.setObject(1, board);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? new Audit.Link(rows.getLong(1), rows.getBytes(2)) : Audit.Link.BEFORE_THE_FIRST;
            }
        }
    }
}
