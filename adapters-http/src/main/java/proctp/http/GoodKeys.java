package proctp.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import proctp.application.KeyDigest;

/** Remembers which pairs of keys worked lately, so that nobody's wrong ones keep them waiting. It knows none of the keys themselves. */
final class GoodKeys {

    /** Since a pair's last use. */
    private static final Duration LATELY = Duration.ofHours(1);

    /** More pairs than are used in an hour; beyond it the ones used least are forgotten, and known again once they have worked. */
    private static final int PAIRS = 10_000;

    private final Set<KeyDigest> pairs;

    GoodKeys(TimeMeter time) {
        this.pairs = Collections.newSetFromMap(Caffeine.newBuilder().maximumSize(PAIRS).expireAfterAccess(LATELY)
                .ticker(time::currentTimeNanos).<KeyDigest, Boolean>build().asMap());
    }

    /** Whether the pair has worked lately, which does not say that it still does. */
    boolean has(KeyDigest pair) {
        return pairs.contains(pair);
    }

    /** Notes that the pair works. */
    void add(KeyDigest pair) {
        pairs.add(pair);
    }

    /** Forgets a pair that does not work, if it ever did. */
    void remove(KeyDigest pair) {
        pairs.remove(pair);
    }
}
