package proctp.application.memory;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
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

/** Makes things for one practice, one after the other: what each is numbered, and which request has made it. */
final class InMemoryPosts {

    private final Map<Place, Done> done = new HashMap<>();
    private boolean closed;
    private String name = "";
    private long lastTreatPlanNum;
    private long lastProcTPNum;
    private long lastDefNum;

    private record Place(ApiKeyNum key, String text) {
    }

    private record Done(String fingerprint, Instant made, Object value) {
    }

    InMemoryPosts(PracticeNum num) {
        this.closed = num.equals(InMemoryPractice.EMPTY_NUM);
    }

    /** There is no such practice any more. */
    synchronized void close() {
        closed = true;
    }

    /** The practice is called so from now on. */
    synchronized void rename(String other) {
        name = other;
    }

    /** The practice, and the numbers that it has given out. */
    synchronized Practice practice() {
        return new Practice(name, lastTreatPlanNum, lastProcTPNum, lastDefNum);
    }

    /** Another practice comes into this one, and its numbers go on from the larger ones. */
    synchronized void goOnFrom(Practice other) {
        Practice both = practice().with(other);
        name = both.name();
        lastTreatPlanNum = both.lastTreatPlanNum();
        lastProcTPNum = both.lastProcTPNum();
        lastDefNum = both.lastDefNum();
    }

    /**
     * Does the work at this moment, unless a request with that key has done it.
     *
     * @throws Refusal {@code KEY_INVALID} when there is no such practice
     */
    @SuppressWarnings("unchecked")
    synchronized <T> Posted<T> post(Caller caller, Optional<IdempotencyKey> key, Clock clock, Function<Instant, T> work) {
        if (closed) {
            throw Refusal.keyInvalid();
        }
        Instant now = clock.instant();
        done.values().removeIf(old -> !old.made().plus(IdempotencyKey.KEPT).isAfter(now));
        Optional<Done> before = key.map(wanted -> done.get(new Place(caller.key(), wanted.text())));
        if (before.isPresent()) {
            if (!before.get().fingerprint().equals(key.get().fingerprint())) {
                throw Refusal.idempotencyKeyReused();
            }
            return new Posted<>((T) before.get().value(), true);
        }
        T value = work.apply(now);
        key.ifPresent(wanted -> done.put(new Place(caller.key(), wanted.text()), new Done(wanted.fingerprint(), now, value)));
        return new Posted<>(value, false);
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
