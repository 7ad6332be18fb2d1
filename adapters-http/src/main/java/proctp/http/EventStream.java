package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * An answer that goes on: events as a browser's EventSource reads them, each lot handed on when the one before it has been taken.
 * Nobody waits meanwhile, and no more than one lot is kept for a client that is slow.
 */
final class EventStream {

    static final String MEDIA_TYPE = "text/event-stream";

    /** A line that no client takes for an event. */
    private static final byte[] HEART_BEAT = ": \n\n".getBytes(UTF_8);

    private enum State { TO_COME, READY, UNDER_WAY, OVER }

    private final long patience;
    private final AtomicLong underWay;
    private final Runnable taken;
    private State state = State.TO_COME;
    private boolean ending;
    private long since;
    private Response response;
    private Callback whole;

    /**
     * @param patience how long a client may take for one lot
     * @param underWay counts the bytes that have been sent and not taken
     * @param taken    is told each time when a lot has been taken, which may be before {@link #send} returns
     */
    EventStream(Duration patience, AtomicLong underWay, Runnable taken) {
        this.patience = patience.toNanos();
        this.underWay = underWay;
        this.taken = taken;
    }

    /** Begins, with a heart-beat: so the client knows at once that it is heard. */
    void open(Response answer, Callback ended) {
        synchronized (this) {
            response = answer;
            whole = ended;
            begin();
        }
        write(HEART_BEAT);
    }

    /** Whether it has begun and not ended. */
    synchronized boolean isOpen() {
        return state == State.READY || state == State.UNDER_WAY;
    }

    /** Whether something may be sent: it is open, and all that was sent has been taken. */
    synchronized boolean isReady() {
        return state == State.READY && !ending;
    }

    /** Whether its client has not taken what was sent for longer than it may. */
    synchronized boolean isStuck() {
        return state == State.UNDER_WAY && System.nanoTime() - since > patience;
    }

    /** Sends what only shows that the connection lives. */
    void beat() {
        send(HEART_BEAT);
    }

    /** Sends events, if it is {@linkplain #isReady() ready}, and tells whether it did. */
    boolean send(byte[] events) {
        synchronized (this) {
            if (!isReady()) {
                return false;
            }
            begin();
        }
        write(events);
        return true;
    }

    private void begin() {
        state = State.UNDER_WAY;
        since = System.nanoTime();
    }

    private void write(byte[] events) {
        underWay.addAndGet(events.length);
        response.write(false, ByteBuffer.wrap(events), Callback.from(() -> taken(events.length), gone -> lost(events.length, gone)));
    }

    private void taken(int bytes) {
        underWay.addAndGet(-bytes);
        boolean last;
        synchronized (this) {
            state = State.READY;
            last = ending;
        }
        if (last) {
            end();
        }
        taken.run();
    }

    private void lost(int bytes, Throwable gone) {
        underWay.addAndGet(-bytes);
        synchronized (this) {
            state = State.OVER;
        }
        whole.failed(gone);
    }

    /** Ends the answer, as soon as what is under way has been taken. */
    void end() {
        synchronized (this) {
            ending = true;
            if (state != State.READY) {
                return;
            }
            state = State.OVER;
        }
        response.write(true, null, whole);
    }
}
