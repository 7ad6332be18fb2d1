package proctp.http;

import java.util.Optional;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Where clients connect: the address, how many at once, and how long they may be silent or slow. */
final class Listener {

    /** How long a connection may be silent, with half a request, with half an answer or with none. */
    private static final int SILENCE_MILLISECONDS = 30_000;

    /** How many connections the system keeps until they are accepted; many clients may come back at once. */
    private static final int BACKLOG = 1024;

    private final ServerConnector connector;
    private final SlowClients slowClients;

    Listener(Server server, HttpConfiguration http, HttpSettings settings, Optional<ServerCertificate> certificate) {
        // the one that the library adds by itself refuses who calls by a name, or a bare address, that the certificate has not
        certificate.ifPresent(tls -> http.addCustomizer(new SecureRequestCustomizer(false)));
        ConnectionFactory spoken = new HttpConnectionFactory(http);
        // one acceptor: with more, a connection too many would be closed rather than kept waiting
        connector = new ServerConnector(server, null, null, null, 1, -1, certificate
                .map(tls -> tls.before(spoken)).orElseGet(() -> new ConnectionFactory[] {spoken}));
        connector.setHost(settings.listen().host());
        connector.setPort(settings.listen().port());
        connector.setIdleTimeout(SILENCE_MILLISECONDS);
        connector.setAcceptQueueSize(BACKLOG);
        // or the stop cuts off, with half a request or half an answer, whoever has been silent for a second
        connector.setShutdownIdleTimeout(-1);
        slowClients = new SlowClients(connector, settings.limits());
        connector.addBean(slowClients);
        certificate.ifPresent(connector::addBean);
        server.addBean(new NetworkConnectionLimit(settings.limits().connections(), connector));
    }

    ServerConnector connector() {
        return connector;
    }

    /** From now on ends every connection that waits for a request. */
    void leave() {
        slowClients.leave();
    }
}
