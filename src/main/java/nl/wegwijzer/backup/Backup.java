package nl.wegwijzer.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Writes everything a database holds into an archive, as it was at one moment, while nodes go on working. Only sign-ins
 * that are under way stay out. Every board finds in its audit that a copy was made. Rows pass through one by one and leave this process sealed.
 */
public final class Backup {
    /** Written behind all else. */
    static final String END = "einde";

    private Backup() {}

    /** Where the deployment's secrets are read. */
    public interface SecretsSource {
        /** Returns what the secrets file holds now. */
        byte[] read() throws IOException;
    }

    /**
     * What came out.
     *
     * @param tables how many tables
     * @param rows how many rows in all of them
     */
    public record Made(int tables, long rows) {}

    /**
     * Makes an archive.
     *
     * @param connection as the owner of the tables, with no transaction begun; it can be closed afterwards
     * @param secrets read after the moment of the snapshot, so that no receipt in it lacks its pepper
     * @param out takes the sealed bytes; stays the caller's to close
     * @throws BackupException when there is nothing to back up
     */
    public static Made write(
            Connection connection, SecretsSource secrets, Clock clock, Recipient recipient, OutputStream out)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        if (Catalog.schema(connection).isEmpty()) {
            throw new BackupException("There is nothing to back up: the database holds no tables of Wegwijzer.");
        }
        BackupAudit.aboutToCopy(connection, clock);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        WholeDatabase.prepare(connection);
        List<String> schema = Catalog.schema(connection);
        List<Table> tables = Catalog.of(connection).kept();
        ArchiveOutput archive = new ArchiveOutput(out, recipient);
        DataOutputStream data = new DataOutputStream(archive);
        Instant madeAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        new Manifest(madeAt, schema, secrets.read(), tables).write(data);
        long rows = 0;
        for (Table table : tables) {
            rows += copy(connection, table, data);
        }
        Sequences.write(connection, data);
        data.writeUTF(END);
        archive.finish();
        return new Made(tables.size(), rows);
    }

    private static long copy(Connection connection, Table table, DataOutputStream data)
            throws SQLException, IOException {
        Pieces.Output pieces = new Pieces.Output(data);
        long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), pieces);
        pieces.finish();
        data.writeLong(rows);
        return rows;
    }
}
