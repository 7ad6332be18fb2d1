package planted.postgres;

import com.zaxxer.hikari.HikariDataSource;

/** Keeps the rules: public. */
public record PostgresOffice(PostgresSettings settings, HikariDataSource pool) {
}
