package nl.wegwijzer.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * Writes everything a database holds into an archive, as it was at one moment, while nodes go on working, and the erasure
 * keys of that moment into a file of their own. Only sign-ins that are under way stay out. Every board finds in its audit
 * that a copy was made. Rows pass through one by one and leave this process sealed, those of a report once more under the
 * report's erasure key.
 */
public final class Backup {
    /** Written behind all else. */
    static final String END = "einde";

    /** How often a report may come in between drawing keys and the snapshot. */
    private static final int ATTEMPTS = 20;

    private final Connection connection;
    private final Clock clock;
    private final Recipient recipient;

    private Backup(Connection connection, Clock clock, Recipient recipient) {
        this.connection = connection;
        this.clock = clock;
        this.recipient = recipient;
    }

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
     * @param keys how many reports have an erasure key
     */
    public record Made(int tables, long rows, int keys) {}

    /**
     * Makes an archive, and replaces the erasure keys once the archive is written.
     *
     * @param connection as the owner of the tables, with no transaction begun; it is to be closed afterwards
     * @param secrets read after the moment of the snapshot, so that no receipt in it lacks its pepper
     * @param erasureKeys the file with the erasure keys of the backup before, if there is one
     * @param out takes the sealed bytes; stays the caller's to close
     * @throws BackupException when there is nothing to back up, another backup is being made, or the file with the
     *     erasure keys belongs to another deployment
     */
    public static Made write(
            Connection connection,
            SecretsSource secrets,
            Clock clock,
            Recipient recipient,
            Path erasureKeys,
            OutputStream out)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        if (Catalog.schema(connection).isEmpty()) {
            throw new BackupException("There is nothing to back up: the database holds no tables of Wegwijzer.");
        }
        if (!ErasureKeys.known(connection)) {
            throw new BackupException("The database is of an earlier Wegwijzer: make the backup with that one.");
        }
        return new Backup(connection, clock, recipient).write(secrets, erasureKeys, out);
    }

    private Made write(SecretsSource secrets, Path erasureKeys, OutputStream out) throws SQLException, IOException {
        // until the connection closes: the later of two backups has to leave the later keys
        if (!yes("select pg_try_advisory_lock(hashtextextended('wegwijzer backup', 0))")) {
            throw new BackupException("Another backup is being made at this moment.");
        }
        BackupAudit.aboutToCopy(connection, clock);
        ErasureKeys.dropErased(connection);
        ErasureKeys keys = snapshot();
        Instant madeAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        DeploymentMark mark = DeploymentMark.of(connection);
        Catalog catalog = Catalog.of(connection);
        Manifest manifest = new Manifest(madeAt, mark, Catalog.schema(connection), secrets.read(), catalog.kept());
        return new ErasureKeyFile(madeAt, mark, keys)
                .replace(erasureKeys, recipient, () -> archive(manifest, keys, out));
    }

    /** Begins the transaction in which all that follows is as it was at one moment; every live report has a key in it. */
    private ErasureKeys snapshot() throws SQLException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ErasureKeys.drawMissing(connection);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            WholeDatabase.prepare(connection);
            Optional<ErasureKeys> keys = ErasureKeys.ofAll(connection);
            if (keys.isPresent()) {
                return keys.get();
            }
            connection.rollback();
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        throw new BackupException("Reports come in faster than a backup can begin: try again.");
    }

    private Made archive(Manifest manifest, ErasureKeys keys, OutputStream out) throws SQLException, IOException {
        ArchiveOutput archive = new ArchiveOutput(ArchiveFormat.BACKUP, out, recipient);
        DataOutputStream data = new DataOutputStream(archive);
        manifest.write(data);
        long rows = 0;
        for (Table table : manifest.tables()) {
            if (table.name().equals(Table.REPORT)) {
                copy(Shells.copyOut(table), data);
            }
            rows += table.ofReports() ? sealed(table, keys, data) : copy(table.copyOut(), data);
        }
        Sequences.write(connection, data);
        data.writeUTF(END);
        archive.finish();
        return new Made(manifest.tables().size(), rows, keys.count());
    }

    private long copy(String command, DataOutputStream data) throws SQLException, IOException {
        Pieces.Output pieces = new Pieces.Output(data);
        long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(command, pieces);
        pieces.finish();
        data.writeLong(rows);
        return rows;
    }

    private long sealed(Table table, ErasureKeys keys, DataOutputStream data) throws SQLException, IOException {
        try (InputStream copy = new PGCopyInputStream(connection.unwrap(PGConnection.class), table.copyOut())) {
            long rows = SealedRows.write(copy, table, keys, data);
            if (copy.read() >= 0) {
                throw new IOException("rows stand behind the last one");
            }
            data.writeLong(rows);
            return rows;
        }
    }

    private boolean yes(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
