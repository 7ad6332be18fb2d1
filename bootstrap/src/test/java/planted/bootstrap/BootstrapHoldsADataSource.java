package planted.bootstrap;

import javax.sql.DataSource;

/** Has the way to the database. */
record BootstrapHoldsADataSource(DataSource source) {
}
