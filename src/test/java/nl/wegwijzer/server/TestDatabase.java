package nl.wegwijzer.server;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import nl.wegwijzer.store.Database;

/**
 * A real, migrated PostgreSQL for tests, started once per test run. Tests share it and keep apart by making their own
 * board, so that nothing needs to be cleaned and nothing depends on an order.
 */
public final class TestDatabase {
    private static final TestDatabase SHARED = new TestDatabase();

    private final DatabaseAddress address;

    private TestDatabase() {
        DataDirectory directory = DataDirectory.take(
                Path.of("target", "test-database", UUID.randomUUID().toString()).toAbsolutePath());
        EmbeddedDatabase embedded = EmbeddedDatabase.start(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                embedded.close();
                directory.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        address = embedded.address();
        Migrations.run(address);
    }

    public static TestDatabase shared() {
        return SHARED;
    }

    /** Opens a pool as the application does: in the narrow role. */
    public Pool pool(Vertx vertx) {
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(address.connectOptions())
                .withConnectHandler(connection ->
                        connection.query("set role wegwijzer_app").execute().eventually(connection::close))
                .using(vertx)
                .build();
    }

    /** Opens transactions on a pool of its own, which lives as long as Vert.x does. */
    public Database database(Vertx vertx) {
        return new Database(pool(vertx));
    }

    /** Connects as the application does, in the narrow role. */
    public Connection application() throws SQLException {
        Connection connection = DriverManager.getConnection(
                address.jdbcUrl(),
                address.application().user(),
                address.application().password());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role wegwijzer_app");
        }
        return connection;
    }

    /** Connects as the owner of the tables, whom row-level security doesn't stop: to look behind the scenes. */
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(
                address.jdbcUrl(), address.migrator().user(), address.migrator().password());
    }
}
