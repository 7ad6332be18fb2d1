package proctp.bootstrap;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the service that run, in the order in which they were opened; they are closed in the reverse order. */
final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean closing;

    /**
     * Keeps a part to be closed later; closes it at once when the time for that has already begun.
     *
     * @throws StartException then
     */
    <T extends AutoCloseable> T opened(T part) {
        synchronized (running) {
            if (!closing) {
                running.push(part);
                return part;
            }
        }
        close(part);
        throw StartException.stopped();
    }

    /** Whether they are being closed, or are closed. */
    boolean isClosing() {
        synchronized (running) {
            return closing;
        }
    }

    /** Closes every part, even if one of them fails, and whatever is opened from now on. A second call only waits. */
    @Override
    public synchronized void close() {
        // only this waits for a part; whoever opens one is never kept waiting, or the two would wait for each other
        for (AutoCloseable part = lastOpened(); part != null; part = lastOpened()) {
            close(part);
        }
    }

    /** The part to close next; null when all are. */
    private AutoCloseable lastOpened() {
        synchronized (running) {
            closing = true;
            return running.poll();
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception | LinkageError stuck) {
            // a class that cannot be loaded any more: the jar was replaced under the running service
            LOG.error("A part did not stop as it should: {}", stuck.toString());
        }
    }
}
