package planted.bootstrap;

import org.flywaydb.core.Flyway;

/** Has the migrations. */
record BootstrapMigrates(Flyway flyway) {
}
