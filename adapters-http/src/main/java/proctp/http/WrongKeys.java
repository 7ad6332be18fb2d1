package proctp.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import proctp.domain.Refusal;

/** Slows down whoever tries keys: each address has so many wrong ones in a minute. A good key is never slowed down by it. */
final class WrongKeys {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** More addresses than an office is attacked from; beyond it the ones seen least are forgotten, and begin anew. */
    private static final int ADDRESSES = 100_000;

    /** Bytes of an address that one client cannot choose: of IPv6, it is given the rest to do with as it likes. */
    private static final int NETWORK = 8;

    private final int perMinute;
    private final TimeMeter time;
    private final Cache<ByteBuffer, Bucket> buckets;

    /** @param perMinute wrong keys that an address has in a minute; 0 for any number */
    WrongKeys(int perMinute, TimeMeter time) {
        this.perMinute = perMinute;
        this.time = time;
        // after a minute its bucket is full again, and so as good as a new one
        this.buckets = Caffeine.newBuilder().maximumSize(ADDRESSES).expireAfterAccess(PERIOD)
                .ticker(time::currentTimeNanos).build();
    }

    /**
     * Counts one more wrong key from there.
     *
     * @throws Refusal {@code WRONG_KEYS_EXCEEDED} when the address has used up its share; the answer says when to come again
     */
    void count(InetAddress client, Context context) {
        if (perMinute == 0) {
            return;
        }
        ConsumptionProbe share = buckets.get(network(client), first -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!share.isConsumed()) {
            context.header("Retry-After", KeyRate.seconds(share.getNanosToWaitForRefill()));
            throw new Refusal(Refusal.Kind.WRONG_KEYS_EXCEEDED, "Too many requests with wrong keys came from this address: "
                    + perMinute + " in a minute are answered. Mend the keys first.");
        }
    }

    private Bucket bucket() {
        return Bucket.builder().withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD)).build();
    }

    private static ByteBuffer network(InetAddress client) {
        byte[] address = client.getAddress();
        return ByteBuffer.wrap(address, 0, Math.min(address.length, NETWORK));
    }
}
