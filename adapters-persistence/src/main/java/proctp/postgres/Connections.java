package proctp.postgres;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import proctp.postgres.PostgresSettings.Login;

/** How the database is connected to, so that nothing waits for ever: not for a host, a login, an answer or a lock. */
final class Connections {

    /** For every connection, in pgjdbc's names. */
    private static final Map<String, String> ALL = Map.of(
            "ApplicationName", "proctp",
            "tcpKeepAlive", "true",
            // for one host of the URL; a frozen one answers the question for TLS no more than a missing one does
            "connectTimeout", "3",
            "sslResponseTimeout", "3000",
            // for all hosts together
            "loginTimeout", "10",
            "cancelSignalTimeout", "5",
            // the detail of a server's error quotes rows, and errors are logged
            "logServerErrorDetail", "false");

    /** Longer than the server lets a statement take, so that its answer comes first if it still can answer. */
    private static final String SOCKET_TIMEOUT_SECONDS = "15";

    /**
     * Kept by the server itself, which gets them with the login, so that they cost no round trip. A change waits for a lock
     * only while another change of its plan is under way, or one of its practice commits; a pause within a transaction is this
     * service's own.
     */
    private static final String LIMITS = "-c statement_timeout=10s -c lock_timeout=5s"
            + " -c idle_in_transaction_session_timeout=15s";

    /**
     * Lets the owner of the tables see all practices at once, see the migration about isolation. A statement, since a URL can have
     * options of its own, which would replace it.
     */
    static final String AT_CONSOLE = "set proctp.console = 'on'";

    private static final String CONSOLE_TIMEOUT_SECONDS = "600";

    private static final int SECOND = 1_000;

    private Connections() {
    }

    /** One connection, to look at the database before anything else. */
    static Connection one(String jdbcUrl, Login login) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(forAsking());
        properties.put("user", login.user());
        properties.put("password", login.password());
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    private static Map<String, String> forAsking() {
        return with(Map.of("socketTimeout", SOCKET_TIMEOUT_SECONDS));
    }

    /** To change the tables, which takes its time; a lock is held meanwhile by a second connection that has nothing to do. */
    static Map<String, String> forMigrating() {
        return with(Map.of("socketTimeout", "600", "options", "-c idle_in_transaction_session_timeout=600s"));
    }

    /**
     * The pool from which requests are served.
     *
     * @param durable whether the server confirms only what it has stored, as it does unless somebody has told it otherwise
     */
    static HikariConfig pool(PostgresSettings settings, boolean durable) {
        return pool(settings, settings.service(), durable);
    }

    /** The pool of somebody who works on whole offices, as their owner; else as {@link #pool}. */
    static HikariConfig console(PostgresSettings settings, boolean durable) {
        HikariConfig console = pool(settings, settings.console(), durable);
        // nobody waits behind a question of the console, which may be about years
        console.addDataSourceProperty("socketTimeout", CONSOLE_TIMEOUT_SECONDS);
        console.setConnectionInitSql(AT_CONSOLE + "; set statement_timeout = '" + CONSOLE_TIMEOUT_SECONDS + "s'");
        return console;
    }

    private static HikariConfig pool(PostgresSettings settings, Login login, boolean durable) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("proctp");
        pool.setJdbcUrl(settings.jdbcUrl());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(settings.poolSize());
        // connections come when the server lets them
        pool.setInitializationFailTimeout(-1);
        // a request that waits longer for its turn is better told to come again
        pool.setConnectionTimeout(3 * SECOND);
        pool.setValidationTimeout(SECOND);
        // a lost connection is found before a request finds it
        pool.setKeepaliveTime(30 * SECOND);
        // after a fail-over nobody stays with the old server for longer, even if that still answers
        pool.setMaxLifetime(10 * 60 * SECOND);
        pool.setAutoCommit(true);
        // what the locks rely on, whatever the server's default is: a later statement sees what was committed meanwhile
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        forAsking().forEach(pool::addDataSourceProperty);
        pool.addDataSourceProperty("options", durable ? LIMITS : LIMITS + " -c synchronous_commit=on");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(ALL);
        all.putAll(more);
        return all;
    }
}
