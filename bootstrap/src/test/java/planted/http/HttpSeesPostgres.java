package planted.http;

import planted.postgres.PostgresOffice;

/** Looks at the other adapter. */
record HttpSeesPostgres(PostgresOffice office) {
}
