package nl.wegwijzer.page;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;

/** Answers with a page. Reporters' pages are padded, so that their lengths tell an observer on the Wi-Fi little. */
public final class Html {
    private static final int BUCKET_BYTES = 8 * 1024;
    private static final String OPENING = "\n<!--";
    private static final String CLOSING = "-->\n";

    private Html() {}

    /** Sends a page of the officials' side. */
    public static Future<Void> send(RoutingContext context, int status, String html) {
        return end(context, status, Buffer.buffer(html));
    }

    /** Sends a page of the reporters' side, padded to a multiple of 8 KiB. */
    public static Future<Void> sendPadded(RoutingContext context, int status, String html) {
        return end(context, status, padded(html));
    }

    private static Future<Void> end(RoutingContext context, int status, Buffer body) {
        return context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body);
    }

    static Buffer padded(String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        int unpadded = bytes.length + OPENING.length() + CLOSING.length();
        int filler = Math.floorMod(-unpadded, BUCKET_BYTES);
        return Buffer.buffer(unpadded + filler)
                .appendBytes(bytes)
                .appendString(OPENING)
                .appendString(" ".repeat(filler))
                .appendString(CLOSING);
    }
}
