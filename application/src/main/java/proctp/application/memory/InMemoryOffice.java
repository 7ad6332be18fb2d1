package proctp.application.memory;

import java.time.Clock;
import java.util.List;
import proctp.application.Caller;
import proctp.application.PracticeContents;
import proctp.application.port.ApiKeys;
import proctp.application.port.Archive;
import proctp.application.port.Changes;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.Practices;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;

/**
 * The reference adapter: every port, kept in memory, safe for any number of threads. Values go in and values come out, so
 * that nothing changes behind its back. Gone with the process, unless somebody keeps its {@link #snapshot}.
 */
public final class InMemoryOffice implements Office {

    private final Clock clock;
    private final InMemoryPractices practices;

    /** @param clock tells when something was done, and in its zone on which day of the practice */
    public InMemoryOffice(Clock clock) {
        this(clock, OfficeSnapshot.EMPTY);
    }

    /**
     * An office that goes on from where another one was.
     *
     * @param start all that the other one held
     */
    public InMemoryOffice(Clock clock, OfficeSnapshot start) {
        this.clock = clock;
        this.practices = new InMemoryPractices(clock, start);
    }

    /**
     * All that the office holds, at one moment: of every change all or nothing. It waits for no change that is under way, and none
     * waits for it but for a moment.
     */
    public OfficeSnapshot snapshot() {
        return practices.snapshot();
    }

    /**
     * Counts the changes. Whoever has seen a change, and asks then, gets a number that counts it, and a snapshot that is taken after
     * that has it: what a snapshot holds is all that the numbers say which were given before. The day on which a key was used is not
     * counted, since nobody waits for that; a snapshot has it.
     */
    public long version() {
        return practices.commits.number();
    }

    @Override
    public Practices practices() {
        return practices;
    }

    @Override
    public ApiKeys apiKeys() {
        return practices.apiKeys;
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
        return new InMemoryArchive(caller -> practices.find(caller.practice()), practices::fill);
    }

    @Override
    public boolean fillIfEmpty(List<PracticeContents> contents) {
        return practices.fillIfEmpty(contents);
    }

    private InMemoryPractice practiceOf(Caller caller) {
        return practices.find(caller.practice()).orElse(InMemoryPractice.EMPTY);
    }
}
