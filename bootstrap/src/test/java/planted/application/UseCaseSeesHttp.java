package planted.application;

import planted.http.HttpServer;

/** Looks at an adapter. */
record UseCaseSeesHttp(HttpServer server) {
}
