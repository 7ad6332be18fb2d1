package planted.http;

import planted.junit.EmbeddedPostgreSQL;

/** Knows that it is only tested. */
record HttpSeesJunit(EmbeddedPostgreSQL database) {
}
