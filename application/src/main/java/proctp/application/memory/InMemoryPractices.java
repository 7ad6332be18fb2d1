package proctp.application.memory;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import proctp.application.Caller;
import proctp.application.Practice;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.PracticeSource;
import proctp.application.port.Practices;

/** All practices in memory, and the keys that open them. They come and go one after the other. */
final class InMemoryPractices implements Practices {

    final InMemoryCommits commits = new InMemoryCommits();
    final InMemoryApiKeys apiKeys = new InMemoryApiKeys(num -> find(num).isPresent(), commits);
    private final Clock clock;
    private volatile Map<PracticeNum, InMemoryPractice> practices;

    /** @param start what there is already */
    InMemoryPractices(Clock clock, OfficeSnapshot start) {
        this.clock = clock;
        this.practices = start.practices().stream()
                .collect(toMap(PracticeSnapshot::num, practice -> new InMemoryPractice(practice, commits)));
        apiKeys.goOnFrom(start.practices());
    }

    /** All that there is, at one moment. */
    OfficeSnapshot snapshot() {
        return commits.see(() -> new OfficeSnapshot(practices.entrySet().stream()
                .sorted(Comparator.comparingLong(practice -> practice.getKey().value()))
                .map(practice -> practice.getValue().snapshot(
                        apiKeys.lastNum(practice.getKey()), apiKeys.list(practice.getKey())))
                .toList()));
    }

    /** That practice. */
    Optional<InMemoryPractice> find(PracticeNum num) {
        return Optional.ofNullable(practices.get(num));
    }

    /** As {@link proctp.application.port.Archive#fill}. */
    synchronized boolean fill(Caller caller, PracticeSource source) {
        Optional<InMemoryPractice> there = find(caller.practice());
        if (there.isPresent()) {
            return there.get().fill(caller.author(), clock, source);
        }
        InMemoryPractice made = new InMemoryPractice(caller.practice(), commits);
        made.fill(caller.author(), clock, source);
        put(caller.practice(), made);
        return true;
    }

    /** As {@link proctp.application.port.Office#fillIfEmpty}. */
    synchronized boolean fillIfEmpty(List<PracticeContents> contents) {
        if (!practices.isEmpty()) {
            return false;
        }
        // whatever is wrong with the contents is found before anything is kept
        Map<PracticeNum, InMemoryPractice> filled = contents.stream()
                .collect(toMap(PracticeContents::practice, practice -> new InMemoryPractice(practice, commits, clock)));
        synchronized (apiKeys) {
            commits.make(() -> {
                apiKeys.fill(contents.stream().flatMap(practice -> practice.apiKeys().stream()).toList());
                practices = filled;
            });
        }
        return true;
    }

    @Override
    public Map<PracticeNum, String> list() {
        Map<PracticeNum, String> names = new TreeMap<>((one, other) -> Long.compare(one.value(), other.value()));
        practices.forEach((num, practice) -> names.put(num, practice.posts.name()));
        return names;
    }

    @Override
    public synchronized PracticeNum add(String name) {
        PracticeNum num = new PracticeNum(practices.keySet().stream().mapToLong(PracticeNum::value).max().orElse(0) + 1);
        InMemoryPractice made = new InMemoryPractice(num, commits);
        made.posts.goOnFrom(new Practice(name, 0, 0, 0));
        put(num, made);
        return num;
    }

    @Override
    public boolean rename(PracticeNum num, String name) {
        find(num).ifPresent(practice -> practice.posts.rename(name));
        return find(num).isPresent();
    }

    @Override
    public synchronized boolean erase(PracticeNum num) {
        Optional<InMemoryPractice> there = find(num);
        there.ifPresent(practice -> practice.close(() -> takeOut(num)));
        return there.isPresent();
    }

    private void takeOut(PracticeNum num) {
        Map<PracticeNum, InMemoryPractice> others = new HashMap<>(practices);
        others.remove(num);
        synchronized (apiKeys) {
            commits.make(() -> {
                practices = others;
                apiKeys.forget(num);
            });
        }
    }

    @Override
    public Map<String, Long> count(PracticeNum num) {
        InMemoryPractice practice = find(num).orElse(InMemoryPractice.EMPTY);
        return Map.of("practice", find(num).isPresent() ? 1L : 0L,
                "apikey", apiKeys.list().stream().filter(key -> key.practice().equals(num)).count(),
                "definition", (long) practice.definitions.size(),
                "treatplan", practice.plans().count(),
                "proctp", practice.rows().count(),
                "change", practice.history.all().count());
    }

    private void put(PracticeNum num, InMemoryPractice practice) {
        Map<PracticeNum, InMemoryPractice> more = new HashMap<>(practices);
        more.put(num, practice);
        commits.make(() -> {
            practices = more;
        });
    }
}
