package nl.wegwijzer.server;

import java.util.Arrays;
import java.util.List;
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
            on(address).migrate();
        } catch (FlywayException e) {
            throw unprepared(address, e);
        }
    }

    /**
     * Returns the migrations that this version brings, in order, each as {@code version:checksum}; changes nothing.
     *
     * @throws StartupException when the database is out of reach
     */
    static List<String> known(DatabaseAddress address) {
        try {
            return Arrays.stream(on(address).info().all())
                    .filter(migration -> migration.getVersion() != null
                            && migration.getState().isResolved())
                    .map(migration -> migration.getVersion() + ":" + migration.getChecksum())
                    .toList();
        } catch (FlywayException e) {
            throw unprepared(address, e);
        }
    }

    private static Flyway on(DatabaseAddress address) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(
                        address.jdbcUrl(),
                        address.migrator().user(),
                        address.migrator().password())
                .locations("classpath:db/migration")
                .connectRetries(5)
                .load();
    }

    private static StartupException unprepared(DatabaseAddress address, FlywayException e) {
        return new StartupException(
                "The database " + address.host() + ":" + address.port() + "/" + address.database()
                        + " could not be prepared: " + firstLine(e),
                e);
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
