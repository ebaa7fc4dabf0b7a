package nl.wegwijzer.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.AuditOverJdbc;

/** Every board can see in its own chain that a copy of its data was made, or that its data came back from one. */
final class BackupAudit {
    private BackupAudit() {}

    /** Notes that a backup is about to be made, and commits: no copy leaves without a trace. */
    static void aboutToCopy(Connection connection, Clock clock) throws SQLException {
        append(connection, clock, "reservekopie.begonnen");
        connection.commit();
    }

    /** Notes a restore within its own transaction. */
    static void restored(Connection connection, Clock clock) throws SQLException {
        append(connection, clock, "reservekopie.teruggezet");
    }

    /** Notes of which reports the shell came back, since their keys are gone. */
    static void erasedSince(Connection connection, Clock clock, List<ReportRef> reports) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select board_id from school where school_id = ?")) {
            for (ReportRef report : reports) {
                query.setObject(1, report.school());
                try (ResultSet rows = query.executeQuery()) {
                    rows.next();
                    AuditOverJdbc.append(
                            connection,
                            new Audit.Entry(
                                    rows.getObject(1, UUID.class),
                                    Optional.of(report.school()),
                                    Optional.empty(),
                                    "melding.gewist",
                                    Optional.of(report.report())),
                            clock.instant());
                }
            }
        }
    }

    private static void append(Connection connection, Clock clock, String action) throws SQLException {
        for (UUID board : boards(connection)) {
            AuditOverJdbc.append(
                    connection,
                    new Audit.Entry(board, Optional.empty(), Optional.empty(), action, Optional.of(board)),
                    clock.instant());
        }
    }

    /** Always in the same order, so that two who wait for each other's chains don't do so for ever. */
    private static List<UUID> boards(Connection connection) throws SQLException {
        List<UUID> boards = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select board_id from board order by board_id")) {
            while (rows.next()) {
                boards.add(rows.getObject(1, UUID.class));
            }
        }
        return boards;
    }
}
