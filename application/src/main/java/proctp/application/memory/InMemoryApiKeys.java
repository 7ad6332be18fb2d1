package proctp.application.memory;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.KeyDigest;
import proctp.application.PracticeNum;
import proctp.application.port.ApiKeys;

/** Keys in memory: found by anybody at any time, and changed one after the other. */
final class InMemoryApiKeys implements ApiKeys {

    private final Predicate<PracticeNum> practices;
    private final InMemoryCommits commits;
    private final Map<PracticeNum, Long> lastNums = new HashMap<>();
    private volatile Map<KeyDigest, ApiKey> keys = new ConcurrentHashMap<>();

    /** @param practices whether there is such a practice */
    InMemoryApiKeys(Predicate<PracticeNum> practices, InMemoryCommits commits) {
        this.practices = practices;
        this.commits = commits;
    }

    /** These are there already. */
    synchronized void goOnFrom(List<PracticeSnapshot> start) {
        fill(start.stream().flatMap(practice -> practice.apiKeys().stream()).toList());
        start.forEach(practice -> lastNums.merge(practice.num(), practice.lastApiKeyNum(), Math::max));
    }

    /** The last number that was given to a key of that practice; 0 for none yet. To be called from within a commit. */
    long lastNum(PracticeNum practice) {
        return lastNums.getOrDefault(practice, 0L);
    }

    /** The keys of that practice, by number. */
    List<ApiKey> list(PracticeNum practice) {
        return list().stream().filter(key -> key.practice().equals(practice)).toList();
    }

    /** Takes the first keys of an office. To be called from within a commit, by whoever is alone here. */
    synchronized void fill(Collection<ApiKey> first) {
        keys = new ConcurrentHashMap<>(first.stream().collect(toMap(ApiKey::digest, identity())));
        first.forEach(key -> lastNums.merge(key.practice(), key.num().value(), Math::max));
    }

    /** Forgets the keys of a practice that has gone, and their numbers. To be called from within a commit, by whoever is alone here. */
    synchronized void forget(PracticeNum practice) {
        keys.values().removeIf(key -> key.practice().equals(practice));
        lastNums.remove(practice);
    }

    @Override
    public Optional<ApiKey> find(KeyDigest digest) {
        return Optional.ofNullable(keys.get(digest));
    }

    @Override
    public void used(ApiKey key, LocalDate day) {
        if (!key.wasUsedSince(day)) {
            note(key, day);
        }
    }

    /** Nobody waits for it, so it is no change that counts. */
    private synchronized void note(ApiKey key, LocalDate day) {
        find(key.practice(), key.num()).ifPresent(there -> commits.see(() -> keys.put(there.digest(), there.usedOn(day))));
    }

    @Override
    public List<ApiKey> list() {
        return keys.values().stream().sorted(Comparator.<ApiKey>comparingLong(key -> key.practice().value())
                .thenComparingLong(key -> key.num().value())).toList();
    }

    @Override
    public synchronized Optional<ApiKey> add(PracticeNum practice, Function<ApiKeyNum, ApiKey> made) {
        return practices.test(practice) ? Optional.of(store(made.apply(next(practice)))) : Optional.empty();
    }

    @Override
    public synchronized Optional<ApiKey> change(PracticeNum practice, ApiKeyNum num, UnaryOperator<ApiKey> change) {
        return find(practice, num).map(change).map(this::store);
    }

    @Override
    public synchronized Optional<ApiKey> replace(PracticeNum practice, ApiKeyNum num, UnaryOperator<ApiKey> change,
                                                 BiFunction<ApiKey, ApiKeyNum, ApiKey> successor) {
        return find(practice, num).map(old -> {
            ApiKey changed = change.apply(old);
            ApiKey made = successor.apply(old, next(practice));
            return commits.make(() -> {
                store(changed);
                return store(made);
            });
        });
    }

    private Optional<ApiKey> find(PracticeNum practice, ApiKeyNum num) {
        return keys.values().stream().filter(key -> key.practice().equals(practice) && key.num().equals(num)).findFirst();
    }

    private ApiKeyNum next(PracticeNum practice) {
        return new ApiKeyNum(lastNum(practice) + 1);
    }

    private ApiKey store(ApiKey key) {
        return commits.make(() -> {
            lastNums.merge(key.practice(), key.num().value(), Math::max);
            keys.put(key.digest(), key);
            return key;
        });
    }
}
