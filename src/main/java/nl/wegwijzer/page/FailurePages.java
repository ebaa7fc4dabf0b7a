package nl.wegwijzer.page;

import io.vertx.ext.web.RoutingContext;

/** Writes the page that somebody sees when a request failed. */
public interface FailurePages {

    /**
     * Sends a calm page for this status, in the reader's language, that keeps what was typed.
     *
     * @param status the HTTP status, 400 or higher
     */
    void send(RoutingContext context, int status);
}
