package planted.http;

import planted.bootstrap.EmbeddedDatabase;

/** Looks at who made it. */
record HttpSeesBootstrap(EmbeddedDatabase database) {
}
