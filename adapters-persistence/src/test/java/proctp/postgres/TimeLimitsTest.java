package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.EnumSource;

/** How long a connection lets itself be kept waiting. */
class TimeLimitsTest {

    @ParameterizedTest
    @EnumSource(ThrowAwayPostgres.class)
    void a_request_has_limits_for_everything_on_both_sides(ThrowAwayPostgres version) throws SQLException {
        try (HikariDataSource pool = new HikariDataSource(Connections.pool(version.emptyDatabase(), true));
             Connection connection = pool.getConnection()) {
            assertThat(show(connection, "statement_timeout")).isEqualTo("10s");
            assertThat(show(connection, "lock_timeout")).isEqualTo("5s");
            assertThat(show(connection, "idle_in_transaction_session_timeout")).isEqualTo("15s");
            assertThat(show(connection, "application_name")).isEqualTo("proctp");
            assertThat(connection.getNetworkTimeout()).isEqualTo(15_000);
            assertThat(pool.getConnectionTimeout()).isEqualTo(3_000);
            assertThat(pool.getDataSourceProperties()).containsEntry("connectTimeout", "3")
                    .containsEntry("sslResponseTimeout", "3000").containsEntry("loginTimeout", "10")
                    .containsEntry("tcpKeepAlive", "true");
        }
    }

    @Test
    void a_migration_has_them_too_except_for_its_statements_and_locks() throws SQLException {
        PostgresSettings settings = ThrowAwayPostgres.NEWEST.emptyDatabase();
        Properties properties = new Properties();
        properties.putAll(Connections.forMigrating());
        properties.put("user", settings.console().user());
        try (Connection connection = DriverManager.getConnection(settings.jdbcUrl(), properties)) {
            assertThat(show(connection, "statement_timeout")).isEqualTo("0");
            assertThat(show(connection, "lock_timeout")).isEqualTo("0");
            assertThat(show(connection, "idle_in_transaction_session_timeout")).isEqualTo("10min");
            assertThat(connection.getNetworkTimeout()).isEqualTo(600_000);
        }
    }

    @Test
    void options_in_the_url_win() throws SQLException {
        PostgresSettings plain = ThrowAwayPostgres.NEWEST.emptyDatabase();
        PostgresSettings own = new PostgresSettings(
                plain.jdbcUrl() + "?options=-c%20statement_timeout=1min", plain.service(), Optional.empty(), 1, 1);
        try (HikariDataSource pool = new HikariDataSource(Connections.pool(own, true));
             Connection connection = pool.getConnection()) {
            assertThat(show(connection, "statement_timeout")).isEqualTo("1min");
            assertThat(show(connection, "lock_timeout")).isEqualTo("0");
        }
    }

    @Test
    void a_change_is_confirmed_only_when_it_is_stored_whatever_the_role_is_set_to() throws Exception {
        PostgresSettings settings = ThrowAwayPostgres.NEWEST.migratedDatabase();
        try (HikariDataSource pool = new HikariDataSource(Connections.pool(settings, true))) {
            ThrowAwayPostgres.execute(pool, "do $$ begin execute format('alter database %I set synchronous_commit = off',"
                    + " current_database()); end $$");
        }

        boolean durable = durable(settings);

        assertThat(durable).isFalse();
        try (HikariDataSource pool = new HikariDataSource(Connections.pool(settings, durable));
             Connection connection = pool.getConnection()) {
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "lock_timeout")).isEqualTo("5s");
        }
    }

    @Test
    void a_stand_by_that_is_waited_for_stays_so() throws Exception {
        PostgresSettings settings = ThrowAwayPostgres.NEWEST.emptyDatabase();
        try (HikariDataSource pool = new HikariDataSource(Connections.pool(settings, true))) {
            ThrowAwayPostgres.execute(pool, "do $$ begin execute format('alter database %I set synchronous_commit ="
                    + " remote_apply', current_database()); end $$");
        }

        boolean durable = durable(settings);

        try (HikariDataSource pool = new HikariDataSource(Connections.pool(settings, durable));
             Connection connection = pool.getConnection()) {
            assertThat(show(connection, "synchronous_commit")).isEqualTo("remote_apply");
        }
    }

    private static boolean durable(PostgresSettings settings) throws DatabaseAwayException {
        Schema.migrate(settings);
        return Roles.readyToServe(settings);
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
