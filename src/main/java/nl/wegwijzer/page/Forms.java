package nl.wegwijzer.page;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.util.Locale;
import java.util.Optional;

/** Reading posted forms: bounded bodies, the one content type we send, and nothing written to disk. */
public final class Forms {
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private Forms() {}

    /**
     * Returns a handler that reads a body into memory up to a limit; beyond it the request fails with 413.
     *
     * @param limitBytes of the encoded body
     */
    public static BodyHandler bounded(long limitBytes) {
        return BodyHandler.create(false).setBodyLimit(limitBytes).setPreallocateBodyBuffer(false);
    }

    /** Fails a POST with 415 unless it is an ordinary form. */
    public static void requireForm(RoutingContext context) {
        String type = Optional.ofNullable(context.request().getHeader(HttpHeaders.CONTENT_TYPE))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data")) {
            context.next();
        } else {
            context.fail(new HttpException(UNSUPPORTED_MEDIA_TYPE));
        }
    }

    /** Returns a field of the posted form, empty when it was not sent. */
    public static String field(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().getFormAttribute(name)).orElse("");
    }

    /** Whether a POST comes from our own page, as far as the browser tells (Fetch Metadata, Origin). */
    public static boolean fromOwnPage(RoutingContext context) {
        String site = context.request().getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        String host = context.request().getHeader(HttpHeaders.HOST);
        return origin == null
                || (host != null && origin.replaceFirst("^https?://", "").equals(host));
    }
}
