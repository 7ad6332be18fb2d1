package proctp.http;

import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Request;
import proctp.domain.Refusal;

/**
 * The memory that clients may take up together with what they are slow to send, or to take. Each request gives its share back
 * when it has ended, however it ends.
 */
final class Room {

    private final long bytes;
    private final String sentence;
    private final AtomicLong taken = new AtomicLong();

    /**
     * @param bytes    that all requests may have together; but one may have what it needs when no other has anything
     * @param sentence what a client is told when there is no more
     */
    Room(long bytes, String sentence) {
        this.bytes = bytes;
        this.sentence = sentence;
    }

    /** A request's share, which is empty at first. */
    Share share(Request request) {
        Share share = new Share();
        Request.addCompletionListener(request, ended -> share.giveBack());
        return share;
    }

    /** What one request has taken. */
    final class Share {

        private long mine;
        private boolean ended;

        /**
         * Takes more of the room.
         *
         * @throws Refusal {@code UNAVAILABLE} when there is no more
         */
        synchronized void take(int more) {
            long all = taken.addAndGet(more);
            if (ended || all > bytes && all > mine + more) {
                taken.addAndGet(-more);
                throw new Refusal(Refusal.Kind.UNAVAILABLE, sentence);
            }
            mine += more;
        }

        private synchronized void giveBack() {
            ended = true;
            taken.addAndGet(-mine);
        }
    }
}
