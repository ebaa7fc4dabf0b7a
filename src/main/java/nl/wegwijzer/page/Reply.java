package nl.wegwijzer.page;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request from a future's result so that nothing hangs: {@code future.map(Reply.with(…)).onFailure(context::fail)}.
 * What a plain {@code onSuccess} handler throws is lost, and the browser would wait for ever.
 */
public final class Reply {
    private Reply() {}

    /** Turns an answering step into one whose exceptions fail the future. */
    public static <T> Function<T, @Nullable Void> with(Consumer<T> answer) {
        return result -> {
            answer.accept(result);
            return null;
        };
    }
}
