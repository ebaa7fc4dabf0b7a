package nl.wegwijzer.server;

import nl.wegwijzer.crowd.CrowdLimits;

/**
 * How much one node takes on; what is beyond is answered with 503 and Retry-After, not queued without end.
 *
 * @param crowd paces of turns, reports and messages
 * @param connections to the database
 * @param connectionsWaiting requests that may wait for one
 * @param slowWaiting pieces of slow work, such as deriving keys, that may wait for a thread
 */
record Limits(CrowdLimits crowd, int connections, int connectionsWaiting, int slowWaiting) {
    static Limits standard() {
        return new Limits(CrowdLimits.standard(), 12, 400, 64);
    }

    Limits with(CrowdLimits other) {
        return new Limits(other, connections, connectionsWaiting, slowWaiting);
    }
}
