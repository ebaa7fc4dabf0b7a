package nl.wegwijzer.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What a connection needs that works on everything at once. */
final class WholeDatabase {
    private WholeDatabase() {}

    /**
     * Begins a transaction that may take its time, and that fails where row-level security would hide a row from it
     * rather than leave the row out in silence.
     */
    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local row_security = off");
            statement.execute("set local statement_timeout = 0");
            statement.execute("set local lock_timeout = 0");
            statement.execute("set local idle_in_transaction_session_timeout = 0");
        }
    }
}
