package nl.wegwijzer.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Writes down what is asked of the database: the text of each statement, and where a transaction begins and ends. */
public final class Statements {
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

    /** Returns what was asked since the last call, in order. */
    List<String> since() {
        List<String> before = List.copyOf(asked);
        asked.clear();
        return before;
    }

    /** Returns the pool, with somebody who writes along. */
    Pool of(Pool pool) {
        return proxy(Pool.class, (method, arguments) -> {
            if (method.getName().equals("withTransaction") && arguments[0] instanceof Function<?, ?> work) {
                asked.add("begin");
                return pool.withTransaction(connection -> inside(work, connection))
                        .onComplete(done -> asked.add("end"));
            }
            return noting(pool, method, arguments);
        });
    }

    @SuppressWarnings("unchecked") // what the pool would have given to the work, and got from it
    private <T> Future<T> inside(Function<?, ?> work, SqlConnection connection) {
        SqlConnection noted = proxy(SqlConnection.class, (method, arguments) -> noting(connection, method, arguments));
        return ((Function<SqlConnection, Future<T>>) work).apply(noted);
    }

    private Object noting(Object target, Method method, Object[] arguments) throws Throwable {
        if (method.getName().matches("query|preparedQuery|prepare") && arguments[0] instanceof String sql) {
            asked.add(sql);
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.on(method, arguments)));
    }
}
