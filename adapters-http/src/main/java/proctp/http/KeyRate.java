package proctp.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import java.time.Duration;
import proctp.application.Caller;
import proctp.domain.Refusal;

/**
 * Holds each customer key to a number of requests in a period, as the vendor does, and tells it with every answer how it
 * stands (IETF draft "RateLimit header fields for HTTP").
 */
final class KeyRate {

    /** More keys than any office has given out. */
    private static final int KEYS = 100_000;
    private static final long NANOSECONDS = Duration.ofSeconds(1).toNanos();

    private final HttpSettings.Rate rate;
    private final TimeMeter time;
    private final Cache<Caller, Bucket> buckets;

    KeyRate(HttpSettings.Rate rate, TimeMeter time) {
        this.rate = rate;
        this.time = time;
        // after the period its bucket is full again, and so as good as a new one
        this.buckets = Caffeine.newBuilder().maximumSize(KEYS).expireAfterAccess(rate.period())
                .ticker(time::currentTimeNanos).build();
    }

    /**
     * Counts one more request of the caller.
     *
     * @throws Refusal {@code RATE_EXCEEDED} when it comes too soon; the answer says when to come again
     */
    void count(Caller caller, Context context) {
        ConsumptionProbe budget = buckets.get(caller, first -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!budget.isConsumed()) {
            refuse(context, rate, budget.getNanosToWaitForReset(), budget.getNanosToWaitForRefill());
        }
        tell(context, rate, budget.getRemainingTokens(), budget.getNanosToWaitForReset());
    }

    /**
     * Refuses whoever is calling as if it had just done all that it may.
     *
     * @throws Refusal {@code RATE_EXCEEDED}
     */
    static void refuse(Context context, HttpSettings.Rate rate) {
        long period = rate.period().toNanos();
        refuse(context, rate, period, period / rate.requests());
    }

    private static void refuse(Context context, HttpSettings.Rate rate, long untilAll, long untilOne) {
        tell(context, rate, 0, untilAll);
        context.header("Retry-After", seconds(untilOne));
        throw new Refusal(Refusal.Kind.RATE_EXCEEDED, "Requests of this key come too fast: "
                + rate.requests() + " in " + rate.period().toSeconds() + " seconds are served.");
    }

    private static void tell(Context context, HttpSettings.Rate rate, long left, long untilAll) {
        context.header("RateLimit-Policy", "\"key\";q=" + rate.requests() + ";w=" + rate.period().toSeconds());
        context.header("RateLimit", "\"key\";r=" + left + ";t=" + seconds(untilAll));
    }

    /** A time to wait in whole seconds, as a header has it; never too short. */
    static String seconds(long nanoseconds) {
        return String.valueOf((nanoseconds + NANOSECONDS - 1) / NANOSECONDS);
    }

    private Bucket bucket() {
        return Bucket.builder().withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(rate.requests()).refillGreedy(rate.requests(), rate.period())).build();
    }
}
