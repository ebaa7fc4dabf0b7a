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
     * Opens an archive and reads its first page.
     *
     * @param in stays the caller's to close
     * @throws BackupException when it is no archive, was made for another key or is damaged at its beginning
     */
    public static Restore open(InputStream in, BoxKeyPair keys) throws IOException {
        DataInputStream data = new DataInputStream(new ArchiveInput(in, keys));
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
     * @throws BackupException when the database is in use, not empty or of another schema, or the archive is damaged
     */
    public Backup.Made into(Connection connection, Clock clock) throws SQLException, IOException {
        connection.setAutoCommit(false);
        WholeDatabase.prepare(connection);
        requireSchema(Catalog.schema(connection));
        Catalog catalog = Catalog.of(connection);
        takeAlone(connection, catalog.all());
        requireEmpty(connection, catalog.all());
        if (!new HashSet<>(catalog.kept()).equals(new HashSet<>(manifest.tables()))) {
            throw new BackupException("This backup holds other tables than the database has.");
        }
        long rows = 0;
        for (Table table : manifest.tables()) {
            rows += copy(connection, table);
        }
        Sequences.restore(connection, data);
        BackupAudit.restored(connection, clock);
        if (!data.readUTF().equals(Backup.END) || data.read() >= 0) {
            throw new BackupException("This backup does not end where it should.");
        }
        return new Backup.Made(manifest.tables().size(), rows);
    }

    private long copy(Connection connection, Table table) throws SQLException, IOException {
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(table.copyIn(), new Pieces.Input(data), ArchiveFormat.CHUNK_BYTES);
        if (rows != data.readLong()) {
            throw new BackupException("This backup does not hold as many rows as it says.");
        }
        return rows;
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
