package nl.wegwijzer.server;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema to this version. Flyway takes a lock in the database, so several nodes may start at once. */
final class Migrations {
    private Migrations() {}

    /**
     * Migrates; blocks until done.
     *
     * @throws StartupException when the database is out of reach or the schema is not ours
     */
    static void run(DatabaseAddress address) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(
                            address.jdbcUrl(),
                            address.migrator().user(),
                            address.migrator().password())
                    .locations("classpath:db/migration")
                    .connectRetries(5)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StartupException(
                    "The database " + address.host() + ":" + address.port() + "/" + address.database()
                            + " could not be prepared: " + firstLine(e),
                    e);
        }
    }

    private static String firstLine(FlywayException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
