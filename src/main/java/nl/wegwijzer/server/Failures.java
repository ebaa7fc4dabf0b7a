package nl.wegwijzer.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.Map;
import java.util.Optional;
import nl.wegwijzer.page.FailurePages;
import nl.wegwijzer.store.OverloadedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when something goes wrong, for every route: the right status, a page in the reader's language that keeps
 * what was typed, and one log line that names the kind of failure and nothing of the request.
 */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RETRY_AFTER_SECONDS = "5";

    private static final String STAFF = "/medewerker";

    private final FailurePages reporterPages;
    private final FailurePages staffPages;

    Failures(FailurePages reporterPages, FailurePages staffPages) {
        this.reporterPages = reporterPages;
        this.staffPages = staffPages;
    }

    void handle(RoutingContext context) {
        Throwable failure = context.failure();
        int status = status(failure, context.statusCode());
        if (status >= 500) {
            LOG.error("status={} kind={}{}", status, kind(failure), place(failure));
        }
        if (context.response().headWritten()) {
            context.request().connection().close();
            return;
        }
        if (status == 503 || status == 429) {
            context.response().putHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (status == 413) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        if (wantsJson(context)) {
            problem(context, status);
        } else {
            (isStaff(context) ? staffPages : reporterPages).send(context, status);
        }
    }

    private static int status(@Nullable Throwable failure, int contextStatus) {
        if (failure instanceof HttpException http) {
            return atLeast400(http.getStatusCode());
        }
        if (failure instanceof HttpClosedException
                || failure instanceof DecoderException
                || (failure instanceof IllegalArgumentException && contextStatus == 400)) {
            return 400;
        }
        if (failure instanceof OverloadedException || isDatabaseGone(failure)) {
            return 503;
        }
        // a broken connection can surface with a status below 400
        return failure == null ? atLeast400(contextStatus) : contextStatus >= 400 ? contextStatus : 500;
    }

    private static int atLeast400(int status) {
        return status >= 400 ? status : 500;
    }

    private static boolean isDatabaseGone(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof VertxException
                    || cause instanceof java.nio.channels.ClosedChannelException
                    || cause instanceof java.util.concurrent.TimeoutException) {
                return true;
            }
            if (cause instanceof PgException database) {
                String state = Optional.ofNullable(database.getSqlState()).orElse("");
                // class 08 connection, 53 out of resources (a full disk among them), 57 operator intervention
                return state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
            }
        }
        return false;
    }

    private static String kind(@Nullable Throwable failure) {
        if (failure == null) {
            return "none";
        }
        String name = failure.getClass().getName();
        return failure instanceof PgException database ? name + "/" + database.getSqlState() : name;
    }

    /** The line of our own code, never the message: messages may quote what was typed. */
    private static String place(@Nullable Throwable failure) {
        if (failure == null) {
            return "";
        }
        for (StackTraceElement element : failure.getStackTrace()) {
            if (element.getClassName().startsWith("nl.wegwijzer")) {
                return " at=" + element.getFileName() + ":" + element.getLineNumber();
            }
        }
        return "";
    }

    private static boolean isStaff(RoutingContext context) {
        String path = context.normalizedPath();
        return path.equals(STAFF) || path.startsWith(STAFF + "/");
    }

    private static boolean wantsJson(RoutingContext context) {
        String accept = Optional.ofNullable(context.request().getHeader(HttpHeaders.ACCEPT))
                .orElse("");
        return accept.contains("json") && !accept.contains("text/html");
    }

    private static void problem(RoutingContext context, int status) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(JSON.valueToTree(Map.of("type", "about:blank", "status", status))
                        .toString());
    }
}
