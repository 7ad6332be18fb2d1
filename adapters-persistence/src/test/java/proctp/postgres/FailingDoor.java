package proctp.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A way to connections one of whose methods fails. */
final class FailingDoor {

    private FailingDoor() {
    }

    /**
     * A way into a pool.
     *
     * @param method     of its connections, which fails
     * @param afterwards whether it has done its work by then
     * @param state      the SQLSTATE that it fails with
     */
    static DataSource into(DataSource pool, String method, boolean afterwards, String state) {
        return proxy(DataSource.class, pool, "getConnection", true, connection ->
                proxy(Connection.class, connection, method, afterwards, any -> {
                    throw new SQLException("planted", state);
                }));
    }

    private static <T> T proxy(Class<T> type, Object target, String method, boolean call, After after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
            try {
                boolean isIt = called.getName().equals(method);
                Object answer = isIt && !call ? null : called.invoke(target, arguments);
                return isIt ? after.change(answer) : answer;
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }));
    }

    /** What becomes of an answer. */
    @FunctionalInterface
    private interface After {
        Object change(Object answer) throws SQLException;
    }
}
