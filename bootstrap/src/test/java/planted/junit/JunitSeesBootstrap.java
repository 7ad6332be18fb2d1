package planted.junit;

import planted.bootstrap.EmbeddedDatabase;

/** Starts the program instead of the service. */
record JunitSeesBootstrap(EmbeddedDatabase database) {
}
