package proctp.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import proctp.domain.Refusal;

/** Slows down whoever tries keys: each address has so many wrong ones in a minute. A good key is never slowed down by it. */
final class WrongKeys {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** More addresses than an office is attacked from; beyond it the ones seen least are forgotten, and begin anew. */
    private static final int ADDRESSES = 100_000;

    /** Bytes of an address that one client cannot choose: of IPv6, it is given the rest to do with as it likes. */
    private static final int NETWORK = 8;

    /** Look-ups that an address has at a time when it has no wrong key left. */
    private static final int MORE = 2;

    /**
     * What an address has.
     *
     * @param wrongKeys those that it may still send
     * @param lookUps   those that are under way, of keys that may be wrong
     */
    private record Share(Bucket wrongKeys, AtomicLong lookUps) {
    }

    private final int perMinute;
    private final TimeMeter time;
    private final Cache<ByteBuffer, Share> shares;

    /** @param perMinute wrong keys that an address has in a minute; 0 for any number */
    WrongKeys(int perMinute, TimeMeter time) {
        this.perMinute = perMinute;
        this.time = time;
        // after a minute it is whole again, and so as good as a new one
        this.shares = Caffeine.newBuilder().maximumSize(ADDRESSES).expireAfterAccess(PERIOD)
                .ticker(time::currentTimeNanos).build();
    }

    /**
     * Looks up a key from there that may be wrong, at once or not at all: an address has as many such look-ups at a time as it
     * has wrong keys left, and a few more. So a good one gets through sooner or later, and a crowd of wrong ones does not
     * take the database from everybody else. An address that has sent none for a while has any number.
     *
     * @throws Refusal {@code WRONG_KEYS_EXCEEDED} when there are too many, whatever the key is
     */
    <T> T inTurn(InetAddress client, Context context, Supplier<T> lookUp) {
        if (perMinute == 0) {
            return lookUp.get();
        }
        Share share = share(client);
        long left = share.wrongKeys.getAvailableTokens();
        long most = left == perMinute ? Long.MAX_VALUE : left + MORE;
        if (share.lookUps.getAndUpdate(others -> others < most ? others + 1 : others) >= most) {
            throw exceeded(share, context);
        }
        try {
            return lookUp.get();
        } finally {
            share.lookUps.decrementAndGet();
        }
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
        Share share = share(client);
        if (!share.wrongKeys.tryConsume(1)) {
            throw exceeded(share, context);
        }
    }

    private Refusal exceeded(Share share, Context context) {
        long wait = share.wrongKeys.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        context.header("Retry-After", KeyRate.seconds(Math.max(1, wait)));
        // what it has sent ahead is not even looked at, and others come to their turn
        context.header("Connection", "close");
        return new Refusal(Refusal.Kind.WRONG_KEYS_EXCEEDED, "Too many requests with wrong keys came from this address: "
                + perMinute + " in a minute are answered. Mend the keys first.");
    }

    private Share share(InetAddress client) {
        return shares.get(network(client), first -> new Share(bucket(), new AtomicLong()));
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
