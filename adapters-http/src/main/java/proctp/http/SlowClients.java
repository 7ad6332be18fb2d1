package proctp.http;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser.State;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that nobody keeps a connection from others by being slow. The library itself only minds silence, so a client
 * that drips could take for ever. This looks at every connection a few times a second instead of setting a timer for each:
 * what it looks at is the library's own parser, which is not part of its public face but the only one who knows.
 */
final class SlowClients extends AbstractLifeCycle implements Runnable {

    private static final String LATE = "proctp.late";
    private static final String PAUSE = "proctp.pause";
    private static final String ANSWER = "proctp.answer";

    /** What the answer on a connection goes on by; whoever is patient with it is asked there. */
    static final String STREAM = "proctp.stream";
    private static final long LOOK_MILLISECONDS = 250;
    private static final long IDLE_WHEN_FULL_MILLISECONDS = 3_000;

    private static final Set<State> HEAD = EnumSet.range(State.METHOD, State.HEADER);
    private static final Set<State> BODY = EnumSet.of(State.CONTENT, State.EOF_CONTENT, State.CHUNKED_CONTENT,
            State.CHUNK_SIZE, State.CHUNK, State.CHUNK_END, State.TRAILER);

    private static final Logger LOG = LoggerFactory.getLogger(SlowClients.class);

    private final ServerConnector connector;
    private final int connections;
    private final long silenceMilliseconds;
    private final long requestNanos;
    private final long answerMilliseconds;
    private volatile boolean leaving;

    /** Since when something has been seen of a connection that has had so many requests. */
    private record Seen(long requests, long since) {
    }

    SlowClients(ServerConnector connector, HttpSettings.Limits limits) {
        this.connector = connector;
        this.silenceMilliseconds = connector.getIdleTimeout();
        this.connections = limits.connections();
        this.requestNanos = limits.requestTime().toNanos();
        this.answerMilliseconds = limits.answerTime().toMillis();
    }

    /** Whether the request's body was cut off because it took too long to arrive. */
    static boolean isLate(Request request) {
        return request.getConnectionMetaData().getAttribute(LATE) != null;
    }

    /** From now on ends every connection on which there is no whole request's head, or nothing more to answer. */
    void leave() {
        leaving = true;
        look();
    }

    @Override
    protected void doStart() {
        again();
    }

    @Override
    public void run() {
        try {
            look();
        } catch (RuntimeException bug) {
            LOG.error("Slow clients could not be looked after", bug);
        } finally {
            again();
        }
    }

    private void again() {
        if (!isStopping() && !isStopped()) {
            connector.getScheduler().schedule(this, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        boolean full = connector.getConnectedEndPoints().size() >= connections;
        for (EndPoint client : connector.getConnectedEndPoints()) {
            Connection spoken = client.getConnection() instanceof SslConnection tls
                    ? tls.getSslEndPoint().getConnection() : client.getConnection();
            if (spoken instanceof HttpConnection http) {
                look(client, http, full);
            }
        }
    }

    private void look(EndPoint client, HttpConnection http, boolean full) {
        // the state first: whatever begins after it was read only makes the time since the beginning shorter, and what ends
        // after it leaves no beginning
        State state = http.getParser().getState();
        long began = http.getParser().getBeginNanoTime();
        boolean between = state == State.START;
        boolean late = began != 0 && NanoTime.since(began) > requestNanos;
        if (leaving && client.isOutputShutdown()) {
            // all has been said, and the client does not hang up
            client.close();
        } else if (between && (leaving || milliseconds(http, PAUSE) > patience(client, full))) {
            client.close();
        } else if (http.getAttribute(STREAM) instanceof EventStream stream && stream.isOpen()) {
            closeIf(leaving || stream.isStuck(), client);
        } else if (http.getGenerator().isCommitted() && milliseconds(http, ANSWER) > answerMilliseconds) {
            // taken bit by bit, so that there never was silence
            client.close();
        } else if (HEAD.contains(state) && (leaving || late)) {
            client.close();
        } else if (BODY.contains(state) && late) {
            cut(client, http);
        }
    }

    private static void closeIf(boolean condition, EndPoint client) {
        if (condition) {
            client.close();
        }
    }

    /**
     * How many milliseconds this has been seen of a connection without another request: that there is none, whatever else
     * came, empty lines and halves of records, or that an answer is on its way.
     */
    private static long milliseconds(HttpConnection http, String what) {
        if (!(http.getAttribute(what) instanceof Seen known && known.requests() == http.getMessagesIn())) {
            http.setAttribute(what, new Seen(http.getMessagesIn(), NanoTime.now()));
        }
        return NanoTime.millisSince(((Seen) http.getAttribute(what)).since());
    }

    /** How many milliseconds a client may take to begin a request; its part of a handshake has the time of a whole one. */
    private long patience(EndPoint client, boolean full) {
        if (full) {
            return IDLE_WHEN_FULL_MILLISECONDS;
        }
        boolean shakingHands = client.getConnection() instanceof SslConnection tls
                && "NONE".equals(tls.getSSLEngine().getSession().getProtocol());
        return shakingHands ? TimeUnit.NANOSECONDS.toMillis(requestNanos) : silenceMilliseconds;
    }

    /** No more of the body is read, as if the client had hung up: so whoever waits for it is told, and can tell the client. */
    private static void cut(EndPoint client, HttpConnection http) {
        if (http.getAttribute(LATE) != null) {
            return;
        }
        http.setAttribute(LATE, true);
        try {
            ((SocketChannel) client.getTransport()).shutdownInput();
        } catch (IOException gone) {
            client.close(gone);
        }
    }
}
