package nl.wegwijzer.server;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The addresses that this node answers on, each with routes of its own. */
final class Listeners {
    private static final int MAX_FORM_BYTES = 2 * 1024 * 1024;
    private static final int MAX_FORM_FIELDS = 100;
    private static final int MAX_REQUEST_LINE = 2_048;
    private static final int MAX_HEADERS = 16 * 1024;

    private final Vertx vertx;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final Map<Router, Integer> ports = new ConcurrentHashMap<>();

    Listeners(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Serves these routes at an address, on every event loop.
     *
     * @param port 0 picks a free one
     */
    Future<Void> open(Router router, String host, int port) {
        // instances of one port share it; a free port is drawn by each of them, so then there is one
        int instances = port == 0 ? 1 : Runtime.getRuntime().availableProcessors();
        return vertx.deployVerticle(
                        () -> new Listener(router, host, port), new DeploymentOptions().setInstances(instances))
                .recover(failure -> Future.failedFuture(
                        failure instanceof BindException
                                ? new StartupException(
                                        "Port " + port + " on " + host + " is taken; choose another with --port,"
                                                + " --management-port or WEGWIJZER_STAFF_PORT.",
                                        failure)
                                : failure))
                .mapEmpty();
    }

    /** Returns the port at which these routes are served; 0 before they are. */
    int port(Router router) {
        return Optional.ofNullable(ports.get(router)).orElse(0);
    }

    /** Returns the address of these routes as this machine calls it, without a slash at the end. */
    String address(Router router, String host) {
        return Settings.localAddress(host, port(router));
    }

    /** Takes no new requests, and waits a while for those under way. */
    Future<Void> shutdown() {
        List<Future<Void>> closing = servers.stream()
                .map(server -> server.shutdown(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS))
                .toList();
        return Future.join(closing).mapEmpty();
    }

    /** One event loop's share of a server. */
    private final class Listener extends VerticleBase {
        private final Router router;
        private final String host;
        private final int port;

        Listener(Router router, String host, int port) {
            this.router = router;
            this.host = host;
            this.port = port;
        }

        @Override
        public Future<?> start() {
            HttpServer server = vertx.createHttpServer(serverOptions()).requestHandler(router);
            return server.listen(port, host).onSuccess(bound -> {
                servers.add(bound);
                ports.put(router, bound.actualPort());
            });
        }
    }

    private static HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(MAX_REQUEST_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setMaxFormAttributeSize(MAX_FORM_BYTES)
                .setMaxFormFields(MAX_FORM_FIELDS)
                .setMaxFormBufferedBytes(MAX_FORM_BYTES)
                .setIdleTimeout(60)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setCompressionSupported(false);
    }
}
