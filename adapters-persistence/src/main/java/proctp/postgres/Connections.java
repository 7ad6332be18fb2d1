package proctp.postgres;

import com.zaxxer.hikari.HikariConfig;
import java.util.Map;

/** How the database is connected to. */
final class Connections {

    /** For every connection, in pgjdbc's names. */
    static final Map<String, String> PROPERTIES = Map.of(
            "ApplicationName", "proctp",
            "tcpKeepAlive", "true",
            "connectTimeout", "5",
            // the detail of a server's error quotes rows, and errors are logged
            "logServerErrorDetail", "false");

    private static final int SECOND = 1_000;

    private Connections() {
    }

    /** The pool from which requests are served. */
    static HikariConfig pool(PostgresSettings settings) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("proctp");
        pool.setJdbcUrl(settings.jdbcUrl());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(settings.poolSize());
        // a request that waits longer for its turn is better told to come again
        pool.setConnectionTimeout(5 * SECOND);
        pool.setAutoCommit(true);
        // what the locks rely on, whatever the server's default is: a later statement sees what was committed meanwhile
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        PROPERTIES.forEach(pool::addDataSourceProperty);
        // longer than any request, shorter than the patience of a client; a migration has no such limit
        pool.addDataSourceProperty("socketTimeout", "30");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }
}
