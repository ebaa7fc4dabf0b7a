package nl.wegwijzer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowWorkTest {
    private static final int THREADS = 2;
    private static final int WAITING = 3;

    private final Vertx vertx = Vertx.vertx();
    private final SlowWork work = new SlowWork(vertx, "test", THREADS, WAITING);

    @AfterEach
    void close() {
        get(vertx.close());
    }

    private static <T> T get(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void takesAsManyAsFitAndRefusesTheNextAtOnceUntilThereIsRoom() {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Boolean>> taken = new ArrayList<>();
        for (int i = 0; i < THREADS + WAITING; i++) {
            taken.add(work.run(() -> go.await(10, TimeUnit.SECONDS)));
        }

        Future<String> refused = work.run(() -> "too much");
        assertThat(refused.failed()).as("at once").isTrue();
        assertThat(refused.cause()).isInstanceOf(OverloadedException.class);

        go.countDown();
        taken.forEach(future -> assertThat(get(future)).isTrue());
        assertThat(get(work.run(() -> "room"))).isEqualTo("room");
    }

    @Test
    void workThatFailsGivesItsPlaceBack() {
        for (int i = 0; i < 3 * (THREADS + WAITING); i++) {
            Future<String> failing = work.run(() -> {
                throw new IllegalStateException("no");
            });
            assertThatThrownBy(() -> get(failing)).hasCauseInstanceOf(IllegalStateException.class);
        }

        assertThat(get(work.run(() -> "room"))).isEqualTo("room");
    }
}
