package nl.wegwijzer.server;

import io.vertx.ext.web.Router;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.wegwijzer.store.Database;

/** {@code /gezond/leeft}: the process runs. {@code /gezond/klaar}: it can take reports. */
final class HealthRoutes {
    private final Database database;
    private final AtomicBoolean accepting;

    HealthRoutes(Database database, AtomicBoolean accepting) {
        this.database = database;
        this.accepting = accepting;
    }

    void mount(Router router) {
        router.get("/gezond/leeft")
                .handler(context -> context.response().setStatusCode(200).end("leeft\n"));
        router.get("/gezond/klaar").handler(context -> database.answers().onComplete(answer -> {
            boolean ready = accepting.get() && Boolean.TRUE.equals(answer.result());
            context.response().setStatusCode(ready ? 200 : 503).end(ready ? "klaar\n" : "niet klaar\n");
        }));
    }
}
