package nl.wegwijzer.server;

import io.vertx.core.Future;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for a future outside any event loop, where a command or a start-up has nothing else to do. */
final class Waiting {
    private static final long SECONDS = 60;

    private Waiting() {}

    /**
     * Waits at most a minute.
     *
     * @throws StartupException when it takes longer, or with the message of what went wrong
     */
    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (cause instanceof RuntimeException known) {
                throw known;
            }
            throw new StartupException("It could not be done: " + cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new StartupException("It took longer than a minute, so it was given up.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("It was interrupted.", e);
        }
    }
}
