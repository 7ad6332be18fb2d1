package planted.postgres;

import planted.http.HttpServer;

/** Looks at the other adapter. */
record PostgresSeesHttp(HttpServer server) {
}
