package proctp.application.memory;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.IdempotencyKey;
import proctp.application.Posted;
import proctp.application.Practice;
import proctp.application.PracticeNum;
import proctp.domain.Refusal;

/**
 * Makes things for one practice, one after the other: what each is numbered, and which request has made it. All of that changes in
 * commits only, of whoever is alone here.
 */
final class InMemoryPosts {

    private final InMemoryCommits commits;
    private final Map<Place, KeptPost> done = new HashMap<>();
    private boolean closed;
    private String name = "";
    private long lastTreatPlanNum;
    private long lastProcTPNum;
    private long lastDefNum;

    private record Place(ApiKeyNum key, String text) {
    }

    InMemoryPosts(PracticeNum num, InMemoryCommits commits) {
        this.closed = num.equals(InMemoryPractice.EMPTY_NUM);
        this.commits = commits;
    }

    /** There is no such practice any more. */
    synchronized void close() {
        closed = true;
    }

    /** The practice is called so from now on. */
    synchronized void rename(String other) {
        commits.make(() -> {
            name = other;
        });
    }

    /** The practice, and the numbers that it has given out. To be called from within a commit, or by whoever is alone here. */
    Practice practice() {
        return new Practice(name, lastTreatPlanNum, lastProcTPNum, lastDefNum);
    }

    /** What the practice is called. */
    synchronized String name() {
        return name;
    }

    /** Another practice comes into this one, and its numbers go on from the larger ones. */
    synchronized void goOnFrom(Practice other) {
        commits.make(() -> {
            Practice both = practice().with(other);
            name = both.name();
            lastTreatPlanNum = both.lastTreatPlanNum();
            lastProcTPNum = both.lastProcTPNum();
            lastDefNum = both.lastDefNum();
        });
    }

    /** These were done before. */
    synchronized void goOnFrom(Collection<KeptPost> kept) {
        commits.make(() -> kept.forEach(this::keep));
    }

    /** What was done and can come again. To be called from within a commit. */
    List<KeptPost> kept() {
        return List.copyOf(done.values());
    }

    /**
     * Does the work at this moment, in a commit, unless a request with that key has done it.
     *
     * @throws Refusal {@code KEY_INVALID} when there is no such practice
     */
    @SuppressWarnings("unchecked")
    synchronized <T> Posted<T> post(Caller caller, Optional<IdempotencyKey> key, Clock clock, Function<Instant, T> work) {
        if (closed) {
            throw Refusal.keyInvalid();
        }
        Instant now = clock.instant();
        Optional<KeptPost> before = key.map(wanted -> done.get(new Place(caller.key(), wanted.text())))
                .filter(kept -> kept.isKeptAt(now));
        if (before.isPresent()) {
            if (!before.get().key().equals(key.get())) {
                throw Refusal.idempotencyKeyReused();
            }
            return new Posted<>((T) before.get().value(), true);
        }
        return commits.make(() -> {
            done.values().removeIf(old -> !old.isKeptAt(now));
            T value = work.apply(now);
            key.ifPresent(wanted -> keep(KeptPost.of(caller.key(), wanted, now, value)));
            return new Posted<>(value, false);
        });
    }

    private void keep(KeptPost post) {
        done.put(new Place(post.apiKey(), post.key().text()), post);
    }

    /** To be called from within {@link #post}. */
    long nextTreatPlanNum() {
        return ++lastTreatPlanNum;
    }

    /** The first of so many numbers; to be called from within {@link #post}. */
    long nextProcTPNums(int count) {
        long first = lastProcTPNum + 1;
        lastProcTPNum += count;
        return first;
    }

    /** To be called from within {@link #post}. */
    long nextDefNum() {
        return ++lastDefNum;
    }
}
