package nl.wegwijzer.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A bounded pool for work that would stall an event loop: Argon2, image decoding. Beyond its limit it refuses. */
public final class SlowWork {
    private final WorkerExecutor executor;
    private final String name;
    private final int limit;
    private final AtomicInteger inFlight = new AtomicInteger();

    /**
     * Opens a pool.
     *
     * @param threads how many run at once
     * @param waiting how many more may wait
     */
    public SlowWork(Vertx vertx, String name, int threads, int waiting) {
        this.executor = vertx.createSharedWorkerExecutor(name, threads, 1, TimeUnit.MINUTES);
        this.name = name;
        this.limit = threads + waiting;
    }

    /** Runs the work on a worker; fails with {@link OverloadedException} when too much is waiting already. */
    public <T> Future<T> run(Callable<T> work) {
        if (inFlight.incrementAndGet() > limit) {
            inFlight.decrementAndGet();
            return Future.failedFuture(new OverloadedException(name));
        }
        return executor.executeBlocking(work, false).onComplete(done -> inFlight.decrementAndGet());
    }
}
