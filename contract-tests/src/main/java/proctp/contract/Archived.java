package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import proctp.application.Caller;
import proctp.application.Practice;
import proctp.application.PracticeSink;
import proctp.application.PracticeSource;
import proctp.application.port.Office;
import proctp.domain.Definition;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;

/** A whole practice as an archive shows it, small enough to be held. */
record Archived(Practice practice, List<Definition> definitions, List<TreatPlan> plans, List<ProcTP> rows) {

    /** What the office shows of the caller's practice; empty when there is none. */
    static Optional<Archived> of(Office office, Caller caller) {
        return of(office, caller, () -> { });
    }

    /**
     * As above.
     *
     * @param meanwhile done once the practice itself has been shown, and before anything else of it is
     */
    static Optional<Archived> of(Office office, Caller caller, Runnable meanwhile) {
        AtomicReference<Practice> practice = new AtomicReference<>();
        List<Definition> definitions = new ArrayList<>();
        List<TreatPlan> plans = new ArrayList<>();
        List<ProcTP> rows = new ArrayList<>();
        boolean there = office.archive().show(caller, new PracticeSink(shown -> {
            assertThat(practice.getAndSet(shown)).as("the practice comes once").isNull();
            meanwhile.run();
        }, definitions::add, plans::add, rows::add));
        assertThat(practice.get() != null).as("the practice is shown").isEqualTo(there);
        return there ? Optional.of(new Archived(practice.get(), definitions, plans, rows)) : Optional.empty();
    }

    PracticeSource source() {
        return new PracticeSource(practice, definitions.iterator(), plans.iterator(), rows.iterator());
    }
}
