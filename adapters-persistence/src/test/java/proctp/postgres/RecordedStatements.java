package proctp.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/**
 * Writes down what an adapter asks of its connections: each statement that is executed, and each step of a transaction.
 */
final class RecordedStatements {

    private final List<String> recorded = new CopyOnWriteArrayList<>();

    /** The pool, with every connection that it hands out being listened to. */
    DataSource listenTo(HikariDataSource pool) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object answer = invoke(pool, method, arguments);
            return answer instanceof Connection connection ? listenTo(connection) : answer;
        });
    }

    /** What was recorded since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(recorded);
        recorded.clear();
        return taken;
    }

    private Connection listenTo(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "commit", "rollback", "setSavepoint", "setTransactionIsolation" -> recorded.add(method.getName());
                case "setAutoCommit" -> recorded.add(arguments[0].equals(true) ? "autocommit" : "begin");
                default -> { }
            }
            Object answer = invoke(connection, method, arguments);
            if (answer instanceof PreparedStatement statement) {
                return listenTo(PreparedStatement.class, statement, (String) arguments[0]);
            }
            return answer instanceof Statement statement ? listenTo(Statement.class, statement, "") : answer;
        });
    }

    private <T extends Statement> T listenTo(Class<T> type, T statement, String sql) {
        return proxy(type, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                recorded.add(arguments == null ? sql : String.valueOf(arguments[0]));
            }
            return invoke(statement, method, arguments);
        });
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
