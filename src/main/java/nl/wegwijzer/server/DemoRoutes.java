package nl.wegwijzer.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.stream.Collectors;
import nl.wegwijzer.account.Totp;

/** {@code /demo}: the demo's sign-ins with the one-time codes of this moment. Only there with {@code --demo}. */
final class DemoRoutes {
    private final Clock clock;

    DemoRoutes(Clock clock) {
        this.clock = clock;
    }

    void mount(Router router) {
        router.get("/demo").handler(this::show);
    }

    private void show(RoutingContext context) {
        String lines = DemoBoard.signIns().stream()
                .map(card -> "%-10s %s   %-32s %s (%s)"
                        .formatted(
                                card.login(),
                                Totp.codeAt(card.totpSecret(), clock.instant()),
                                card.passphrase(),
                                card.name(),
                                card.roles()))
                .collect(Collectors.joining("\n"));
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end("naam       code     wachtzin\n" + lines
                        + "\n\nEen code werkt één keer en ongeveer een minuut.\n");
    }
}
