package nl.wegwijzer.account;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * The officials' cookies. The prefix {@code __Host-} makes browsers refuse them from another host or without TLS;
 * Chromium and Firefox count plain HTTP on loopback as safe, so the demo works too.
 */
final class StaffCookies {
    /** Secret of the session; it ends with the browser. */
    static final String SESSION = "__Host-wegwijzer";
    /** Mark of a device on which somebody signed in. */
    static final String DEVICE = "__Host-wegwijzer-apparaat";

    private static final Duration DEVICE_LIFETIME = Duration.ofDays(180);

    private StaffCookies() {}

    static void signIn(RoutingContext context, SessionSecret secret, String device) {
        context.response().addCookie(cookie(SESSION, secret.cookie()));
        context.response().addCookie(cookie(DEVICE, device).setMaxAge(DEVICE_LIFETIME.toSeconds()));
    }

    static void signOut(RoutingContext context) {
        context.response().addCookie(cookie(SESSION, "").setMaxAge(0));
    }

    private static Cookie cookie(String name, String value) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setSecure(true)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT);
    }
}
