package planted.postgres;

import planted.bootstrap.EmbeddedDatabase;

/** Looks at who made it. */
record PostgresSeesBootstrap(EmbeddedDatabase database) {
}
