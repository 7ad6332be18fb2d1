package proctp.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import proctp.application.Caller;
import proctp.application.ChangeFilter;
import proctp.application.Permission;
import proctp.application.PracticeNum;
import proctp.domain.Refusal;

/**
 * A client that follows the change feed: what it wants of it, and how far it is. Nothing of the feed is kept for it but what is
 * under way. It is moved on by the watcher alone, see {@link Followers}; anybody may end it.
 */
final class Follower {

    private final Wish wish;
    private final Exchange exchange;
    private final EventStream stream;
    private ChangeFilter filter;
    private volatile boolean more = true;
    private long lastSent = System.nanoTime();
    private int sent;

    /**
     * What a client asks for.
     *
     * @param caller who asks
     * @param anew   finds out again whose keys it came with, see {@link ApiKeyFilter#anew}
     * @param filter which changes, behind those that it has seen
     * @param format how dates are to be written
     */
    record Wish(Caller caller, Supplier<Caller> anew, ChangeFilter filter, WireFormat format) {
    }

    /** Where followers stand who are to be sent the same. */
    record Place(PracticeNum practice, ChangeFilter filter, WireFormat format) {
    }

    /**
     * @param patience how long it may take for what it was sent
     * @param underWay counts the bytes that it has been sent and has not taken
     * @param taken    is told of it each time when it has taken what it was sent
     */
    Follower(Wish wish, Exchange exchange, Duration patience, AtomicLong underWay, Consumer<Follower> taken) {
        this.wish = wish;
        this.exchange = exchange;
        this.filter = wish.filter();
        this.stream = new EventStream(patience, underWay, () -> taken.accept(this));
    }

    Caller caller() {
        return wish.caller();
    }

    /** What it is sent by. */
    EventStream stream() {
        return stream;
    }

    Place place() {
        return new Place(caller().practice(), filter, wish.format());
    }

    boolean hasSameKeyAs(Follower other) {
        return caller().practice().equals(other.caller().practice()) && caller().key().equals(other.caller().key());
    }

    /** Whether it may be sent something. */
    boolean isReady() {
        return stream.isReady();
    }

    /** Whether there may be more for it at once, without anything new. */
    boolean hasMore() {
        return more;
    }

    /** Whether it has not seen all that there is up to this number. */
    boolean isBefore(long last) {
        return filter.after() < last;
    }

    /** Whether it has been sent nothing for so long. */
    boolean isSilentFor(Duration silence) {
        return System.nanoTime() - lastSent >= silence.toNanos();
    }

    /**
     * Whether its keys still open the feed.
     *
     * @throws Refusal {@code UNAVAILABLE} when that cannot be found out just now
     */
    boolean mayGoOn() {
        try {
            return wish.anew().get().permissions().contains(Permission.READ_ALL);
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.KEY_INVALID) {
                return false;
            }
            throw refused;
        }
    }

    /**
     * Sends it what comes next, unless it is not ready any more: then it stands where it stood.
     *
     * @param known a number up to which nothing is there for it but the page, if that is not full
     */
    void tell(FeedPage page, long known) {
        ChangeFilter before = filter;
        boolean hadMore = more;
        // before it is sent: it may be taken, and asked for again, before the sending returns
        more = page.hasMore();
        filter = filter.after(page.hasMore() ? page.last() : Math.max(page.last(), known));
        if (stream.send(page.events())) {
            sent += page.entries();
            exchange.rows(sent);
            lastSent = System.nanoTime();
        } else {
            more = hadMore;
            filter = before;
        }
    }

    /** Notes that it has been told all that there is for it up to this number. */
    void pass(long last) {
        more = false;
        filter = filter.after(Math.max(last, filter.after()));
    }

    void beat() {
        lastSent = System.nanoTime();
        stream.beat();
    }

    void end() {
        stream.end();
    }
}
