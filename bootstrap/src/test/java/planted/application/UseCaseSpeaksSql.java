package planted.application;

import javax.sql.DataSource;

/** Has a connection. */
record UseCaseSpeaksSql(DataSource source) {
}
