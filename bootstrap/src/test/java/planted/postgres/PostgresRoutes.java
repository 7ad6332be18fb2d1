package planted.postgres;

import io.javalin.http.Context;

/** Has a request. */
record PostgresRoutes(Context request) {
}
