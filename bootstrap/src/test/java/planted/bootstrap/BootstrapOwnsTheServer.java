package planted.bootstrap;

import org.eclipse.jetty.server.Server;

/** Has the server behind the server. */
record BootstrapOwnsTheServer(Server server) {
}
