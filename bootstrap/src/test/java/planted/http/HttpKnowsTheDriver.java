package planted.http;

import org.postgresql.util.PSQLState;

/** Has a fault of the driver. */
record HttpKnowsTheDriver(PSQLState state) {
}
