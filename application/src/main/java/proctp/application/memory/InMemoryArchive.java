package proctp.application.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import proctp.application.Caller;
import proctp.application.PracticeSink;
import proctp.application.PracticeSource;
import proctp.application.SignedDigest;
import proctp.application.port.Archive;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;

/** Whole practices in memory. */
final class InMemoryArchive implements Archive {

    private final Function<Caller, Optional<InMemoryPractice>> practices;
    private final BiPredicate<Caller, PracticeSource> fill;

    InMemoryArchive(Function<Caller, Optional<InMemoryPractice>> practices, BiPredicate<Caller, PracticeSource> fill) {
        this.practices = practices;
        this.fill = fill;
    }

    @Override
    public boolean show(Caller caller, PracticeSink sink) {
        Optional<InMemoryPractice> found = practices.apply(caller);
        found.ifPresent(practice -> practice.whileNothingChanges(() -> show(practice, sink)));
        return found.isPresent();
    }

    private static void show(InMemoryPractice practice, PracticeSink sink) {
        sink.practice().accept(practice.posts.practice());
        practice.definitions.values().stream().sorted(Comparator.comparingLong(definition -> definition.num().value()))
                .forEach(sink.definitions());
        practice.plans().flatMap(plan -> plan.stored().stream())
                .sorted(Comparator.comparingLong(plan -> plan.num().value())).forEach(sink.treatPlans());
        practice.rows().sorted(Comparator.comparingLong(row -> row.num().value())).forEach(sink.procTPs());
    }

    @Override
    public boolean fill(Caller caller, PracticeSource source) {
        return fill.test(caller, source);
    }

    /** The plan as it is kept, with what stands for the content that its patient signed. */
    static TreatPlan withDigest(TreatPlan plan, List<ProcTP> rows) {
        return SignedDigest.isMissingFrom(plan) ? plan.signedAs(SignedDigest.of(plan, rows)) : plan;
    }
}
