package proctp.http;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import proctp.application.Caller;
import proctp.application.ChangeFilter;
import proctp.application.KeyDigest;
import proctp.application.PracticeNum;
import proctp.application.port.ApiKeys;
import proctp.application.port.Changes;
import proctp.application.port.Office;
import proctp.application.sample.SampleOffice;
import proctp.domain.Refusal;

/** A sample office whose feed and keys a test holds in its hand, and counts what is asked of them. */
final class HeldFeed {

    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger read = new AtomicInteger();

    /** How many practices were asked for at once, at most. */
    final AtomicInteger practices = new AtomicInteger();

    volatile boolean isAway;

    /** How long each reading takes. */
    volatile Duration slowness = Duration.ZERO;

    /** A practice whose entries break whoever reads them. */
    volatile Optional<PracticeNum> broken = Optional.empty();

    private final Set<KeyDigest> disabled = ConcurrentHashMap.newKeySet();
    private final Office sample = InMemoryServer.sampleOffice();
    private final Office office = spy(sample);

    HeldFeed() {
        Changes changes = mock(Changes.class);
        when(changes.last(any())).thenAnswer(call -> last(call.getArgument(0)));
        when(changes.list(any(), any(), anyInt())).thenAnswer(call ->
                list(call.getArgument(0), call.getArgument(1), call.getArgument(2)));
        ApiKeys keys = mock(ApiKeys.class);
        when(keys.find(any())).thenAnswer(call -> find(call.getArgument(0)));
        doReturn(changes).when(office).changes();
        doReturn(keys).when(office).apiKeys();
    }

    Office office() {
        return office;
    }

    /** From now on a customer key of the sample's developer opens nothing. */
    void disable(String customerKey) {
        disabled.add(InMemoryServer.SECRET.digest(SampleOffice.DEVELOPER_KEY, customerKey));
    }

    private Map<PracticeNum, Long> last(Collection<Caller> callers) {
        asked.incrementAndGet();
        practices.accumulateAndGet(callers.size(), Math::max);
        mustBeThere();
        return sample.changes().last(callers);
    }

    private List<?> list(Caller caller, ChangeFilter filter, int limit) {
        read.incrementAndGet();
        mustBeThere();
        LockSupport.parkNanos(slowness.toNanos());
        if (broken.filter(caller.practice()::equals).isPresent()) {
            throw new IllegalStateException("planted");
        }
        return sample.changes().list(caller, filter, limit);
    }

    private Optional<?> find(KeyDigest digest) {
        mustBeThere();
        return disabled.contains(digest) ? Optional.empty() : sample.apiKeys().find(digest);
    }

    private void mustBeThere() {
        if (isAway) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "planted");
        }
    }
}
