package proctp.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.PracticeNum;
import proctp.application.port.Changes;
import proctp.domain.Refusal;

/**
 * All who follow the change feed. One thread, the watcher, asks for all of them together whether there is something new, and
 * reads for those of the practices that have moved; so one who listens costs no thread and no connection to the database.
 */
final class Followers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

    private final Changes changes;
    private final Following following;
    private final long held;
    private final Set<Follower> all = ConcurrentHashMap.newKeySet();
    private final AtomicLong underWay = new AtomicLong();
    private final ScheduledThreadPoolExecutor watcher = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "change-feed");
        thread.setDaemon(true);
        return thread;
    }, new ThreadPoolExecutor.DiscardPolicy());
    /** Those for whom there is more than they were sent, in the order of their turns; guarded by itself, as is whether there are turns. */
    private final Set<Follower> behind = new LinkedHashSet<>();
    private boolean catchingUp;
    private boolean watching;
    private boolean stopped;

    /** Whether the database was away when it was last asked; the watcher's alone. */
    private boolean away;

    /** @param held bytes that may be under way to all followers together, or a few more */
    Followers(Changes changes, Following following, long held) {
        this.changes = changes;
        this.following = following;
        this.held = held;
    }

    /** How many there are. */
    int count() {
        return all.size();
    }

    /**
     * Lets the answer to a request be a stream of what its client wishes, until the request has ended, however it ends.
     *
     * @throws Refusal {@code RATE_EXCEEDED} when its key has too many, {@code UNAVAILABLE} when there are too many in all, or
     *                 the server stops
     */
    synchronized void add(Follower.Wish wish, Context context) {
        Exchange exchange = Exchange.of(context);
        Follower follower = new Follower(wish, exchange, following.patience(), underWay, this::taken);
        if (stopped) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "The service is stopping. Try again in a few seconds.");
        }
        if (all.stream().filter(follower::hasSameKeyAs).count() >= following.ofAKey()) {
            // by then it is known of those who have hung up
            context.header("Retry-After", KeyRate.seconds(2 * following.heartBeat().toNanos()));
            throw new Refusal(Refusal.Kind.RATE_EXCEEDED, "This key follows the change feed " + following.ofAKey()
                    + " times already, which is as often as it may at once. End some of these streams first.");
        }
        if (all.size() >= following.followers()) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE,
                    "Too many clients follow the change feed just now. Try again in a few seconds.");
        }
        all.add(follower);
        Request.addCompletionListener(ServletContextRequest.getServletContextRequest(context.req()), ended -> all.remove(follower));
        exchange.stream(follower.stream());
        if (!watching) {
            watching = true;
            again();
        }
    }

    /** Ends all that is open, at once where nothing is under way, and takes no more. */
    @Override
    public void close() {
        synchronized (this) {
            stopped = true;
        }
        watcher.shutdownNow();
        all.forEach(Follower::end);
    }

    /** What was sent to a follower has been taken: if there is more for it, it need not wait for the next look. */
    private void taken(Follower follower) {
        if (follower.hasMore()) {
            letCatchUp(List.of(follower));
        }
    }

    /** Lets them have their turns, one after the other: however many they are, a look waits for one page of one of them. */
    private void letCatchUp(Collection<Follower> followers) {
        synchronized (behind) {
            behind.addAll(followers);
            if (!catchingUp && !behind.isEmpty()) {
                catchingUp = true;
                watcher.execute(this::serveNext);
            }
        }
    }

    private void serveNext() {
        Follower next;
        synchronized (behind) {
            next = behind.iterator().next();
            behind.remove(next);
        }
        try {
            if (next.isReady() && next.hasMore() && !away) {
                unlessAway(() -> serve(List.of(next), 0));
            }
        } finally {
            synchronized (behind) {
                catchingUp = !behind.isEmpty();
                if (catchingUp) {
                    watcher.execute(this::serveNext);
                }
            }
        }
    }

    private void again() {
        watcher.schedule(this::watch, following.look().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void watch() {
        try {
            if (!all.isEmpty()) {
                unlessAway(this::serveThoseBehind);
                all.stream().filter(Follower::isReady)
                        .filter(follower -> follower.isSilentFor(following.heartBeat())).forEach(this::beat);
            }
        } finally {
            again();
        }
    }

    /** Asks something, and notes whether that was possible. */
    private void unlessAway(Runnable question) {
        try {
            question.run();
            if (away) {
                away = false;
                LOG.info("The change feed can be read again");
            }
        } catch (RuntimeException failure) {
            if (!away && !watcher.isShutdown()) {
                away = true;
                LOG.warn("The change feed cannot be read, and whoever follows it waits", failure);
            }
        }
    }

    private void serveThoseBehind() {
        Map<PracticeNum, Long> last = changes.last(all.stream().map(Follower::caller)
                .collect(toMap(Caller::practice, Function.identity(), (one, other) -> one)).values());
        Map<Boolean, List<Follower>> thoseWithMore = all.stream().filter(Follower::isReady)
                .filter(follower -> follower.isBefore(last.getOrDefault(follower.caller().practice(), 0L)))
                .collect(partitioningBy(Follower::hasMore));
        letCatchUp(thoseWithMore.get(true));
        thoseWithMore.get(false).stream()
                .collect(groupingBy(Follower::place))
                .forEach((place, there) -> serve(there, last.get(place.practice())));
    }

    /**
     * Sends those who stand at the same place what comes next.
     *
     * @param known a number up to which all is there to see
     */
    private void serve(List<Follower> there, long known) {
        if (underWay.get() >= held) {
            return;
        }
        Follower.Place place = there.get(0).place();
        try {
            List<Change> next = changes.list(there.get(0).caller(), place.filter(), FeedPage.ENTRIES);
            if (next.isEmpty()) {
                there.forEach(follower -> follower.pass(known));
            } else {
                FeedPage page = FeedPage.of(next, place.format());
                there.stream().filter(Followers::mayGoOn).forEach(follower -> follower.tell(page, known));
            }
        } catch (Refusal unavailable) {
            throw unavailable;
        } catch (RuntimeException bug) {
            LOG.error("A part of the change feed could not be sent", bug);
            there.forEach(Follower::end);
        }
    }

    /** Whether its key still works; one whose key does not has ended. */
    private static boolean mayGoOn(Follower follower) {
        boolean mayGoOn = follower.mayGoOn();
        if (!mayGoOn) {
            follower.end();
        }
        return mayGoOn;
    }

    /** Shows a follower that the connection lives, also while the database is away. */
    private void beat(Follower follower) {
        if (!away) {
            unlessAway(() -> mayGoOn(follower));
        }
        follower.beat();
    }
}
