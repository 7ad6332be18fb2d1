package proctp.application.memory;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import proctp.application.ApiKey;
import proctp.application.Caller;
import proctp.application.KeyDigest;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.PracticeSource;
import proctp.application.port.ApiKeys;
import proctp.application.port.Archive;
import proctp.application.port.Changes;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;

/**
 * The reference adapter: every port, kept in memory, safe for any number of threads. Values go in and values come out, so
 * that nothing changes behind its back. Gone with the process.
 */
public final class InMemoryOffice implements Office {

    private final Clock clock;
    private volatile Map<PracticeNum, InMemoryPractice> practices = Map.of();
    private volatile Map<KeyDigest, ApiKey> keys = Map.of();

    /** @param clock tells when something was done, and in its zone on which day of the practice */
    public InMemoryOffice(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ApiKeys apiKeys() {
        return this::findKey;
    }

    @Override
    public ProcTPs procTPs() {
        return new InMemoryProcTPs(this::practiceOf, clock);
    }

    @Override
    public TreatPlans treatPlans() {
        return new InMemoryTreatPlans(this::practiceOf, clock);
    }

    @Override
    public Definitions definitions() {
        return new InMemoryDefinitions(this::practiceOf, clock);
    }

    @Override
    public Changes changes() {
        return new InMemoryChanges(this::practiceOf);
    }

    @Override
    public Archive archive() {
        return new InMemoryArchive(caller -> Optional.ofNullable(practices.get(caller.practice())), this::fill);
    }

    private synchronized boolean fill(Caller caller, PracticeSource source) {
        InMemoryPractice there = practices.get(caller.practice());
        if (there != null) {
            return there.fill(caller.author(), clock, source);
        }
        InMemoryPractice made = new InMemoryPractice(caller.practice());
        made.fill(caller.author(), clock, source);
        Map<PracticeNum, InMemoryPractice> more = new HashMap<>(practices);
        more.put(caller.practice(), made);
        practices = more;
        return true;
    }

    @Override
    public synchronized boolean fillIfEmpty(List<PracticeContents> contents) {
        if (!practices.isEmpty()) {
            return false;
        }
        // whatever is wrong with the contents is found before anything is kept
        Map<PracticeNum, InMemoryPractice> filled = contents.stream()
                .collect(toMap(PracticeContents::practice, practice -> new InMemoryPractice(practice, clock)));
        Map<KeyDigest, ApiKey> opening =
                contents.stream().flatMap(practice -> practice.apiKeys().stream()).collect(toMap(ApiKey::digest, identity()));
        practices = filled;
        keys = opening;
        return true;
    }

    private Optional<ApiKey> findKey(KeyDigest digest) {
        return Optional.ofNullable(keys.get(digest));
    }

    private InMemoryPractice practiceOf(Caller caller) {
        return practices.getOrDefault(caller.practice(), InMemoryPractice.EMPTY);
    }
}
