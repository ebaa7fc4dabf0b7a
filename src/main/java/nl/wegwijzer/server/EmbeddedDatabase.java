package nl.wegwijzer.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.wegwijzer.seal.Randomness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in the data directory, for those who have no server of their own. It listens on loopback only, asks
 * for a password, writes durably, and keeps its data between starts.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String DATABASE = "wegwijzer";
    private static final String OWNER = "wegwijzer_owner";
    private static final String APPLICATION = "wegwijzer_app";
    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final DatabaseAddress address;

    private EmbeddedDatabase(EmbeddedPostgres postgres, DatabaseAddress address) {
        this.postgres = postgres;
        this.address = address;
    }

    /**
     * Starts PostgreSQL, making the database on the first start. Blocks until it answers.
     *
     * @throws StartupException when it does not start
     */
    static EmbeddedDatabase start(DataDirectory directory) {
        Path cluster = directory.path().resolve("postgres");
        stopOrphan(cluster);
        try {
            String password = password(directory.path().resolve("postgres-password"));
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setOverrideWorkingDirectory(
                            directory.path().resolve("postgres-binaries").toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START_WAIT)
                    .setLocaleConfig(
                            "pwfile",
                            directory.path().resolve("postgres-password").toString())
                    .setDataDirectoryCustomizer(EmbeddedDatabase::lockDown)
                    .setConnectConfig("password", password)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start();
            createDatabase(postgres, password);
            return new EmbeddedDatabase(postgres, address(postgres.getPort(), password));
        } catch (IOException | SQLException | RuntimeException e) {
            throw new StartupException(
                    "The embedded PostgreSQL in " + cluster + " did not start: " + e.getMessage(), e);
        }
    }

    DatabaseAddress address() {
        return address;
    }

    /** Returns the address of the database that another process of ours runs in this data directory. */
    static DatabaseAddress running(Path dataDirectory, int port) throws IOException {
        return address(port, password(dataDirectory.resolve("postgres-password")));
    }

    private static DatabaseAddress address(int port, String password) {
        return new DatabaseAddress(
                "127.0.0.1",
                port,
                DATABASE,
                new DatabaseAddress.Account(OWNER, password),
                new DatabaseAddress.Account(APPLICATION, password));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static String password(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        String password = HexFormat.of().formatHex(Randomness.bytes(24));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password + "\n", StandardOpenOption.WRITE);
        return password;
    }

    /** The library starts clusters that trust everyone and open a socket in the shared temporary directory. */
    private static void lockDown(File cluster) {
        try {
            Files.writeString(cluster.toPath().resolve("pg_hba.conf"), """
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128 scram-sha-256
                    """);
            Files.writeString(cluster.toPath().resolve("postgresql.auto.conf"), """
                    unix_socket_directories = ''
                    password_encryption = 'scram-sha-256'
                    max_connections = 60
                    log_statement = 'none'
                    log_min_error_statement = 'panic'
                    log_parameter_max_length_on_error = 0
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createDatabase(EmbeddedPostgres postgres, String password) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", "postgres", Map.of("password", password))
                .getConnection()) {
            for (String account : List.of(OWNER, APPLICATION)) {
                if (!exists(connection, "select 1 from pg_roles where rolname = ?", account)) {
                    // the password is our own hex, made above: nothing to escape
                    execute(connection, "create role " + account + " login password '" + password + "'");
                }
            }
            execute(connection, "alter role " + OWNER + " createrole");
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                execute(connection, "grant " + APPLICATION + " to " + OWNER + " with admin option");
                execute(connection, "create database " + DATABASE + " owner " + OWNER + " encoding 'UTF8'");
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** After a hard kill the server lives on without us and blocks the next start. We hold the lock, so it is ours. */
    private static void stopOrphan(Path cluster) {
        Path pidFile = cluster.resolve("postmaster.pid");
        orphan(pidFile).ifPresent(process -> {
            LOG.warn("Stopping the PostgreSQL that an earlier, killed Wegwijzer left behind");
            process.destroy();
            try {
                process.onExit().get(20, TimeUnit.SECONDS);
            } catch (TimeoutException stubborn) {
                process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException e) {
                throw new StartupException("An earlier PostgreSQL in " + cluster + " does not stop", e);
            }
        });
    }

    private static Optional<ProcessHandle> orphan(Path pidFile) {
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            return ProcessHandle.of(pid).filter(process -> process.info()
                    .command()
                    .filter(c -> c.endsWith("postgres"))
                    .isPresent());
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }
}
