package nl.wegwijzer.server;

import com.github.benmanes.caffeine.cache.Ticker;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.wegwijzer.reading.OpenNlpReportReader;
import nl.wegwijzer.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running node: database, pool, application and servers, started in order and stopped in the reverse. Nodes are
 * alike and keep nothing of their own, so any of them can serve any request.
 */
final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/Amsterdam");

    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

    @SuppressWarnings("NullAway.Init") // set by start before anyone gets the node
    private Application application;

    private Node() {}

    /**
     * Starts a node; blocks until it serves.
     *
     * @throws StartupException with one clear line when it can't
     */
    static Node start(Settings settings) {
        return start(settings, Clock.system(SCHOOL_TIME));
    }

    static Node start(Settings settings, Clock clock) {
        return start(settings, clock, Limits.standard());
    }

    static Node start(Settings settings, Clock clock, Limits limits) {
        Node node = new Node();
        try {
            node.open(settings, clock, limits);
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private void open(Settings settings, Clock clock, Limits limits) {
        settings.requireApart();
        DataDirectory directory = opened(DataDirectory.take(settings.dataDirectory()));
        DatabaseAddress address = settings.databaseUrl()
                .map(DatabaseAddress::of)
                .orElseGet(() -> opened(EmbeddedDatabase.start(directory)).address());
        Migrations.run(address);
        LiveSecrets secrets = LiveSecrets.load(settings.secretsFile(), Ticker.systemTicker());
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));
        toClose.push(() -> Waiting.await(vertx.close()));
        long looking = vertx.setPeriodic(LiveSecrets.OFTEN.toMillis(), timer -> look(vertx, secrets));
        toClose.push(() -> vertx.cancelTimer(looking));
        Pool pool = pool(vertx, address, limits);
        toClose.push(() -> Waiting.await(pool.close()));
        Application running = new Application(
                vertx,
                settings,
                new Database(pool),
                secrets,
                OpenNlpReportReader.load(),
                StaticFiles.load(),
                clock,
                limits);
        toClose.push(() -> Waiting.await(running.stop()));
        Waiting.await(running.start());
        application = running;
    }

    /** On a worker: the file may be on a network. */
    private static void look(Vertx vertx, LiveSecrets secrets) {
        vertx.executeBlocking(
                () -> {
                    secrets.refresh();
                    return true;
                },
                false);
    }

    private <T extends AutoCloseable> T opened(T resource) {
        toClose.push(resource);
        return resource;
    }

    /** Connections step down to the narrow role at once: no table can be changed through them. */
    static Pool pool(Vertx vertx, DatabaseAddress address, Limits limits) {
        return PgBuilder.pool()
                .with(new PoolOptions()
                        .setName("wegwijzer")
                        .setMaxSize(limits.connections())
                        .setMaxWaitQueueSize(limits.connectionsWaiting())
                        .setIdleTimeout(10)
                        .setIdleTimeoutUnit(TimeUnit.MINUTES)
                        .setConnectionTimeout(5)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(address.connectOptions())
                .withConnectHandler(connection ->
                        connection.query("set role wegwijzer_app").execute().eventually(connection::close))
                .using(vertx)
                .build();
    }

    String address() {
        return application.address();
    }

    String staffAddress() {
        return application.staffAddress();
    }

    String managementAddress() {
        return application.managementAddress();
    }

    List<String> demoSignIns() {
        return application.demoSignIns();
    }

    /** Does what time brings about, now; blocks until done. */
    void round() {
        Waiting.await(application.round());
    }

    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            try {
                toClose.pop().close();
            } catch (Exception e) {
                LOG.warn("Something did not stop cleanly: {}", e.getClass().getName());
            }
        }
    }
}
