package proctp.junit;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import proctp.application.ApiKey;
import proctp.application.KeyDigest;
import proctp.application.PracticeContents;
import proctp.application.memory.InMemoryOffice;
import proctp.application.port.Office;
import proctp.application.port.Practices;

/**
 * An office, kept somewhere.
 *
 * @param serving as requests see it
 * @param console as it is seen at the console, where whole practices come and go
 * @param end     lets go of it
 */
record Kept(Office serving, Office console, Runnable end) {

    /** How often it is looked at whether requests see a key as it is; they do after a second at most. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    Kept {
        requireNonNull(serving);
        requireNonNull(console);
        requireNonNull(end);
    }

    /** One that is kept in memory. */
    static Kept inMemory(Clock clock) {
        Office office = new InMemoryOffice(clock);
        return new Kept(office, office, () -> {
        });
    }

    /** Has it hold this and nothing else; comes back when no key works any more that it had before. */
    void fill(List<PracticeContents> contents) {
        Set<KeyDigest> before = keys().stream().map(ApiKey::digest).collect(toSet());
        Practices practices = console.practices();
        practices.list().keySet().forEach(practices::erase);
        console.fillIfEmpty(contents);
        before.forEach(this::await);
    }

    /** All that there are. */
    List<ApiKey> keys() {
        return console.apiKeys().list();
    }

    /** Waits until requests see the key as it is at the console. */
    void await(KeyDigest digest) {
        while (!seen(serving.apiKeys().find(digest)).equals(seen(stored(digest)))) {
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Optional<ApiKey> stored(KeyDigest digest) {
        return keys().stream().filter(key -> key.digest().equals(digest)).findFirst();
    }

    /** What a request sees of a key: all but when it was used, which nobody waits for. */
    private static Optional<ApiKey> seen(Optional<ApiKey> key) {
        return key.map(found -> found.usedOn(LocalDate.MAX));
    }
}
