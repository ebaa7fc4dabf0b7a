package nl.wegwijzer.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An empty database with an owner of its own, as an administrator would make it on a PostgreSQL that is not ours. Here
 * that is the server of the shared node.
 *
 * @param name of the database and of its owner
 */
record OwnPostgres(String name, int port) {
    private static final String PASSWORD = "geheim";

    static OwnPostgres empty() throws SQLException, IOException {
        Path data = TestNode.shared().data();
        OwnPostgres database =
                new OwnPostgres("extern_" + UUID.randomUUID().toString().substring(0, 8), port(data));
        try (Connection connection = superuser(data, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + database.name + " login createrole password '" + PASSWORD + "'");
            statement.execute("grant wegwijzer_app to " + database.name + " with admin option");
            statement.execute("create database " + database.name + " owner " + database.name);
        }
        return database;
    }

    /** Looks behind the scenes of a running node. */
    static Connection superuser(Path data, String database) throws SQLException, IOException {
        String password = Files.readString(data.resolve("postgres-password")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port(data) + "/" + database, "postgres", password);
    }

    private static int port(Path data) throws IOException {
        return Integer.parseInt(Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(3));
    }

    String url() {
        return url(port);
    }

    /** The database as it is reached through another port. */
    String url(int throughPort) {
        return "postgresql://" + name + ":" + PASSWORD + "@127.0.0.1:" + throughPort + "/" + name;
    }

    /** Settings of a node, or of a command, on this database. */
    Settings settings(Path directory, Path secrets) {
        return settings(directory, secrets, port);
    }

    Settings settings(Path directory, Path secrets, int throughPort) {
        return Settings.of(Map.of(
                        "WEGWIJZER_DATABASE_URL", url(throughPort), "WEGWIJZER_SECRETS_FILE", secrets.toString()))
                .withDataDirectory(directory)
                .withPort(0)
                .withManagementPort(0);
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + name, name, PASSWORD);
    }

    void execute(String... commands) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    /** Every row of every table but the history of migrations, as text. */
    Map<String, List<String>> rows() throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            for (String table : strings(
                    statement,
                    "select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%'")) {
                rows.put(
                        table,
                        strings(statement, "select t::text from \"" + table.replace("\"", "\"\"") + "\" t order by 1"));
            }
        }
        return rows;
    }

    /** The rows that a query finds, as text. */
    List<String> rows(String query) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            return strings(statement, "select q::text from (" + query + ") q order by 1");
        }
    }

    private static List<String> strings(Statement statement, String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
