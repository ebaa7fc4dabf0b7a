package nl.wegwijzer.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import nl.wegwijzer.account.Administration;
import nl.wegwijzer.account.Invitations;
import nl.wegwijzer.account.Sessions;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;

/**
 * The database for one administration command: the server that the settings name, the embedded one of a node that runs
 * on the same data directory, or else the embedded one started for as long as the command takes.
 */
final class AdministrationSession {
    private static final int PORT_LINE = 3;

    private AdministrationSession() {}

    /**
     * Runs one piece of administration; blocks until done.
     *
     * @throws StartupException when the database can't be reached
     */
    static <T> T run(Settings settings, Function<Administration, Future<T>> work) throws Exception {
        return onDatabase(settings, (vertx, database, clock) -> {
            SlowWork slowWork = new SlowWork(vertx, "slow-keys", 2, 8);
            Audit audit = new Audit(clock);
            Invitations invitations = new Invitations(
                    database,
                    slowWork,
                    Secrets.load(settings.secretsFile()).formSeal(clock),
                    new Sessions(database, clock),
                    audit,
                    clock);
            return work.apply(new Administration(database, slowWork, invitations, audit));
        });
    }

    /** Work on an open database. */
    interface Work<T> {
        /** Begins the work; the database closes when its future completes. */
        Future<T> begin(Vertx vertx, Database database, Clock clock);
    }

    /**
     * Runs one piece of work on the migrated database; blocks until done.
     *
     * @throws StartupException when the database can't be reached
     */
    static <T> T onDatabase(Settings settings, Work<T> work) throws Exception {
        Deque<AutoCloseable> toClose = new ArrayDeque<>();
        try {
            DatabaseAddress address = address(settings, toClose);
            Migrations.run(address);
            Vertx vertx = Vertx.vertx();
            toClose.push(() -> Waiting.await(vertx.close()));
            Pool pool = Node.pool(vertx, address, Limits.standard());
            toClose.push(() -> Waiting.await(pool.close()));
            return Waiting.await(work.begin(vertx, new Database(pool), Clock.system(Node.SCHOOL_TIME)));
        } finally {
            for (AutoCloseable resource : toClose) {
                resource.close();
            }
        }
    }

    /**
     * Finds the database, starting the embedded one when nobody runs it.
     *
     * @param toClose gets what has to be closed afterwards
     */
    static DatabaseAddress address(Settings settings, Deque<AutoCloseable> toClose) throws IOException {
        if (settings.databaseUrl().isPresent()) {
            return DatabaseAddress.of(settings.databaseUrl().get());
        }
        Path pidFile = settings.dataDirectory().resolve("postgres").resolve("postmaster.pid");
        DataDirectory directory;
        try {
            directory = DataDirectory.take(settings.dataDirectory());
        } catch (StartupException held) {
            if (!Files.exists(pidFile)) {
                throw held;
            }
            List<String> lines = Files.readAllLines(pidFile);
            return EmbeddedDatabase.running(settings.dataDirectory(), Integer.parseInt(lines.get(PORT_LINE)));
        }
        toClose.push(directory);
        EmbeddedDatabase embedded = EmbeddedDatabase.start(directory);
        toClose.push(embedded);
        return embedded.address();
    }
}
