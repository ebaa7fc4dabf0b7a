package nl.wegwijzer.server;

import io.vertx.pgclient.PgConnectOptions;
import java.net.URI;

/**
 * Where PostgreSQL is and as whom we come.
 *
 * @param migrator account that owns the tables and migrates them
 * @param application account that works with the rows; steps down to the role {@code wegwijzer_app} when it connects
 */
record DatabaseAddress(String host, int port, String database, Account migrator, Account application) {

    /** A PostgreSQL account. */
    record Account(String user, String password) {
        @Override
        public String toString() {
            return "Account[" + user + "]";
        }
    }

    /** Reads {@code postgresql://user:password@host:port/database}. */
    static DatabaseAddress of(URI url) {
        PgConnectOptions options;
        try {
            options = PgConnectOptions.fromUri(url.toString());
        } catch (IllegalArgumentException e) {
            throw new StartupException(
                    "WEGWIJZER_DATABASE_URL can't be read; it looks like"
                            + " postgresql://user:password@host:port/database",
                    e);
        }
        Account account = new Account(options.getUser(), options.getPassword());
        return new DatabaseAddress(options.getHost(), options.getPort(), options.getDatabase(), account, account);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?ApplicationName=wegwijzer-migrate";
    }

    PgConnectOptions connectOptions() {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setDatabase(database)
                .setUser(application.user())
                .setPassword(application.password())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(256)
                .setReconnectAttempts(2)
                .setReconnectInterval(200);
        options.addProperty("application_name", "wegwijzer");
        return options;
    }
}
