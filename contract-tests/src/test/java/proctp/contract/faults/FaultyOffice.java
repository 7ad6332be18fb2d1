package proctp.contract.faults;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import proctp.application.PracticeContents;
import proctp.application.memory.InMemoryOffice;
import proctp.application.port.ApiKeys;
import proctp.application.port.Archive;
import proctp.application.port.Changes;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.Practices;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;
import proctp.contract.OfficeUnderTest;

/** The office in memory with one fault planted in front of it. */
final class FaultyOffice implements Office {

    private final Office sound;
    private final ProcTPs procTPs;
    private final TreatPlans treatPlans;
    private final ApiKeys apiKeys;
    private final Practices practices;
    private final Changes changes;

    private FaultyOffice(Clock clock, Function<Office, ProcTPs> procTPs, Function<Office, TreatPlans> treatPlans,
                         Function<Office, ApiKeys> apiKeys, Function<Office, Practices> practices,
                         Function<Office, Changes> changes) {
        this.sound = new InMemoryOffice(clock);
        this.procTPs = procTPs.apply(sound);
        this.treatPlans = treatPlans.apply(sound);
        this.apiKeys = apiKeys.apply(sound);
        this.practices = practices.apply(sound);
        this.changes = changes.apply(sound);
    }

    /** An office whose fault is in its rows. */
    static OfficeUnderTest rows(Function<Office, ProcTPs> fault) {
        return clock -> new FaultyOffice(clock, fault, Office::treatPlans, Office::apiKeys, Office::practices, Office::changes);
    }

    /** An office whose fault is in its plans. */
    static OfficeUnderTest plans(Function<Office, TreatPlans> fault) {
        return clock -> new FaultyOffice(clock, Office::procTPs, fault, Office::apiKeys, Office::practices, Office::changes);
    }

    /** An office whose fault is in its keys. */
    static OfficeUnderTest keys(Function<Office, ApiKeys> fault) {
        return clock -> new FaultyOffice(clock, Office::procTPs, Office::treatPlans, fault, Office::practices, Office::changes);
    }

    /** An office whose fault is in its practices. */
    static OfficeUnderTest practices(Function<Office, Practices> fault) {
        return clock -> new FaultyOffice(clock, Office::procTPs, Office::treatPlans, Office::apiKeys, fault, Office::changes);
    }

    /** An office whose fault is in its feed. */
    static OfficeUnderTest changes(Function<Office, Changes> fault) {
        return clock -> new FaultyOffice(clock, Office::procTPs, Office::treatPlans, Office::apiKeys, Office::practices, fault);
    }

    @Override
    public ProcTPs procTPs() {
        return procTPs;
    }

    @Override
    public TreatPlans treatPlans() {
        return treatPlans;
    }

    @Override
    public Practices practices() {
        return practices;
    }

    @Override
    public ApiKeys apiKeys() {
        return apiKeys;
    }

    @Override
    public Definitions definitions() {
        return sound.definitions();
    }

    @Override
    public Changes changes() {
        return changes;
    }

    @Override
    public Archive archive() {
        return sound.archive();
    }

    @Override
    public boolean fillIfEmpty(List<PracticeContents> practices) {
        return sound.fillIfEmpty(practices);
    }
}
