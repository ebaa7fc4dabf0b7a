package nl.wegwijzer.account;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Where every try on an account queues, whatever is guessed: passphrase, one-time code or recovery code. One gate for all
 * of them, so that changing the way in gives no further tries.
 */
public final class Gate {
    private final Vertx vertx;
    private final KnownDevice devices;
    private final SignInThrottle throttle;

    /**
     * Opens a gate.
     *
     * @param secret 32 bytes of the deployment, the same on every node, by which known devices are recognised
     */
    public Gate(Vertx vertx, Clock clock, Supplier<byte[]> secret) {
        this.vertx = vertx;
        this.devices = new KnownDevice(secret);
        this.throttle = new SignInThrottle(clock);
    }

    /**
     * Lets a try through when its turn comes.
     *
     * @param official whose account it is, empty when there is no such account
     * @param work the try itself
     * @param right whether it was the right person, for whom the try does not count
     * @return empty when too many tries wait already
     */
    <T> Future<Optional<T>> pass(
            String login, Optional<UUID> official, Caller caller, Supplier<Future<T>> work, Predicate<T> right) {
        Optional<String> device = official.flatMap(known -> devices.recognise(known, caller.deviceCookie()));
        Optional<SignInThrottle.Try> taken =
                throttle.ask(login, new SignInThrottle.Source(device.orElse(caller.address()), device.isPresent()));
        if (taken.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return after(taken.get().delay())
                .compose(waited -> work.get())
                .onSuccess(outcome -> {
                    if (right.test(outcome)) {
                        throttle.giveBack(taken.get());
                    }
                })
                .map(Optional::of);
    }

    /** Makes the cookie of a device on which this official has just signed in. */
    String remember(UUID official) {
        return devices.remember(official);
    }

    private Future<Void> after(Duration delay) {
        return delay.isZero()
                ? Future.succeededFuture()
                : vertx.timer(delay.toMillis(), TimeUnit.MILLISECONDS).mapEmpty();
    }
}
