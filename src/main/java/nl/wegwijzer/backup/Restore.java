package nl.wegwijzer.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import nl.wegwijzer.seal.BoxKeyPair;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

/**
 * Puts what an archive holds into an empty database of the same schema, in one transaction that is the caller's to
 * commit. Nothing is believed before it is found intact, and an archive without its true end is refused: then the caller
 * rolls back and the database is as empty as before.
 */
public final class Restore {
    /** What a running node calls its connections. */
    private static final String NODE = "wegwijzer";

    private static final String LOCK_HELD = "55P03";

    private final DataInputStream data;
    private final Manifest manifest;

    private Restore(DataInputStream data, Manifest manifest) {
        this.data = data;
        this.manifest = manifest;
    }

    /**
     * What was put back.
     *
     * @param tables how many tables
     * @param rows how many rows in all of them
     * @param erasedSince how many reports were erased after the archive was made, so that only their shells came back
     */
    public record Done(int tables, long rows, int erasedSince) {}

    /**
     * Opens an archive and reads its first page.
     *
     * @param in stays the caller's to close
     * @param keys of which one may open it
     * @throws BackupException when it is no archive, was made for another key or is damaged at its beginning
     */
    public static Restore open(InputStream in, List<BoxKeyPair> keys) throws IOException {
        DataInputStream data = new DataInputStream(new ArchiveInput(ArchiveFormat.BACKUP, in, keys));
        return new Restore(data, Manifest.read(data));
    }

    /** Returns when the archive was made, to the second. */
    public Instant madeAt() {
        return manifest.madeAt();
    }

    /** Returns what the secrets file held. */
    public byte[] secrets() {
        return manifest.secrets();
    }

    /**
     * Refuses erasure keys with which reports would be taken for erased that are not.
     *
     * @throws BackupException when they are another deployment's, or older than the archive
     */
    public void requireKeys(ErasureKeyFile file) {
        if (!file.mark().continues(manifest.mark())) {
            throw new BackupException("The erasure keys are those of another deployment than this backup.");
        }
        if (file.madeAt().isBefore(manifest.madeAt())) {
            throw new BackupException("The erasure keys are from " + file.madeAt()
                    + ", before this backup was made: they" + " lack those of newer reports. Take the newest ones.");
        }
    }

    /**
     * Refuses a schema that is not the archive's.
     *
     * @param schema the migrations of the target, each as {@code version:checksum}
     * @throws BackupException when they differ
     */
    public void requireSchema(List<String> schema) {
        if (!manifest.schema().equals(schema)) {
            throw new BackupException("This backup holds schema version " + version(manifest.schema())
                    + " and the database here has version " + version(schema) + ", or a changed one: restore with the"
                    + " Wegwijzer that made the backup, and then start the newer one.");
        }
    }

    /**
     * Fills the database without committing.
     *
     * @param connection as the owner of the tables, with no transaction begun
     * @param clock dates the entry in every board's audit
     * @param file with the newest erasure keys
     * @throws BackupException when the database is in use, not empty or of another schema, or the archive is damaged
     */
    public Done into(Connection connection, Clock clock, ErasureKeyFile file) throws SQLException, IOException {
        requireKeys(file);
        connection.setAutoCommit(false);
        WholeDatabase.prepare(connection);
        requireSchema(Catalog.schema(connection));
        Catalog catalog = Catalog.of(connection);
        takeAlone(connection, catalog.all());
        requireEmpty(connection, catalog.all());
        if (!new HashSet<>(catalog.kept()).equals(new HashSet<>(manifest.tables()))) {
            throw new BackupException("This backup holds other tables than the database has.");
        }
        ErasureKeys keys = file.keys();
        List<ReportRef> erasedSince = List.of();
        long rows = 0;
        for (Table table : manifest.tables()) {
            if (table.name().equals(Table.REPORT)) {
                LocalDate day = LocalDate.ofInstant(file.madeAt(), clock.getZone());
                erasedSince = shells(connection, table, keys, day);
            }
            rows += table.ofReports() ? opened(connection, table, keys) : copy(connection, table);
        }
        Sequences.restore(connection, data);
        BackupAudit.restored(connection, clock);
        BackupAudit.erasedSince(connection, clock, erasedSince);
        if (!data.readUTF().equals(Backup.END) || data.read() >= 0) {
            throw new BackupException("This backup does not end where it should.");
        }
        return new Done(manifest.tables().size(), rows, erasedSince.size());
    }

    private long copy(Connection connection, Table table) throws SQLException, IOException {
        long rows = copyIn(connection, table, new Pieces.Input(data));
        requireRows(rows);
        return rows;
    }

    /** Puts back the reports of which only the shell is left, and says which of them lived when the archive was made. */
    private List<ReportRef> shells(Connection connection, Table table, ErasureKeys keys, LocalDate day)
            throws SQLException, IOException {
        Pieces.Input pieces = new Pieces.Input(data);
        Shells.WithoutKey shells = new Shells.WithoutKey(new DataInputStream(pieces), table, keys, day);
        copyIn(connection, table, new CopyStream(shells));
        if (pieces.read() >= 0) {
            throw new BackupException("This backup does not hold what it should.");
        }
        requireRows(shells.read());
        return shells.erasedSince();
    }

    private long opened(Connection connection, Table table, ErasureKeys keys) throws SQLException, IOException {
        SealedRows.Opened rows = new SealedRows.Opened(data, table, keys);
        long restored = copyIn(connection, table, new CopyStream(rows));
        requireRows(rows.read());
        keys.restore(connection, rows.reports());
        return restored;
    }

    private static long copyIn(Connection connection, Table table, InputStream rows) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(table.copyIn(), rows, ArchiveFormat.CHUNK_BYTES);
    }

    private void requireRows(long rows) throws IOException {
        if (rows != data.readLong()) {
            throw new BackupException("This backup does not hold as many rows as it says.");
        }
    }

    /** Nobody else may look or write until the end: a node that saw half of it would go on with that. */
    private static void takeAlone(Connection connection, List<Table> tables) throws SQLException {
        String others = "select exists (select from pg_stat_activity where datname = current_database()"
                + " and application_name = '" + NODE + "')";
        if (yes(connection, others)) {
            throw inUse();
        }
        String names = tables.stream().map(Table::quotedName).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + names + " in access exclusive mode nowait");
        } catch (PSQLException held) {
            if (LOCK_HELD.equals(held.getSQLState())) {
                throw inUse();
            }
            throw held;
        }
    }

    private static BackupException inUse() {
        return new BackupException("The database is in use: stop every node first.");
    }

    private static void requireEmpty(Connection connection, List<Table> tables) throws SQLException {
        for (Table table : tables) {
            if (yes(connection, "select exists (select from " + table.quotedName() + ")")) {
                throw new BackupException("The database is not empty (" + table.name()
                        + " has rows): a backup is restored only into an empty one.");
            }
        }
    }

    private static boolean yes(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static String version(List<String> schema) {
        return schema.isEmpty() ? "none" : schema.get(schema.size() - 1).replaceFirst(":.*", "");
    }
}
