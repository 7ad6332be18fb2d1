package planted.junit;

import java.sql.Connection;

/** Empties the tables behind the office's back. */
record JunitSpeaksSql(Connection connection) {
}
