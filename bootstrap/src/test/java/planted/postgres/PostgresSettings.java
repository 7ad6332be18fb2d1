package planted.postgres;

/** Keeps the rules: public. */
public record PostgresSettings(String jdbcUrl) {
}
