package proctp.application;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/**
 * One thing that has happened to a row or to a plan. All changes of a practice, by number, are its change feed and its audit
 * trail at once.
 *
 * @param num       its number: 1 for the practice's first, and one more for each that was committed after it, without gaps
 * @param moment    when it was made, to the microsecond; clocks of different nodes may differ, numbers do not
 * @param author    who made it
 * @param procTP    what a row was and is; {@link Versions#NONE} for a change of the plan itself
 * @param treatPlan what a plan was and is; {@link Versions#NONE} for a change of a row
 */
public record Change(long num, Instant moment, Author author, Versions<ProcTP> procTP, Versions<TreatPlan> treatPlan) {

    /** What was done. */
    public enum Action {
        /** It is new. */
        Created,
        /** Something of it became another. */
        Updated,
        /** It has gone. */
        Deleted,
        /** A signature was put on the plan, whatever else became another. */
        Signed,
        /** A signature was taken off the plan, whatever else became another. */
        Cleared
    }

    /**
     * What something was before a change, and what it is after it.
     *
     * @param before empty when it is new
     * @param after  empty when it has gone
     */
    public record Versions<T>(Optional<T> before, Optional<T> after) {

        private static final Versions<?> NONE = new Versions<>(Optional.empty(), Optional.empty());

        public Versions {
            requireNonNull(before);
            requireNonNull(after);
        }

        /** Of what was not changed. */
        @SuppressWarnings("unchecked")
        public static <T> Versions<T> none() {
            return (Versions<T>) NONE;
        }

        /** Of what is new. */
        public static <T> Versions<T> created(T after) {
            return new Versions<>(Optional.empty(), Optional.of(after));
        }

        /** Of what has become another. */
        public static <T> Versions<T> updated(T before, T after) {
            return new Versions<>(Optional.of(before), Optional.of(after));
        }

        /** Of what has gone. */
        public static <T> Versions<T> deleted(T before) {
            return new Versions<>(Optional.of(before), Optional.empty());
        }

        private Optional<T> either() {
            return after.or(() -> before);
        }
    }

    public Change {
        requireNonNull(moment);
        requireNonNull(author);
        if (procTP.either().isPresent() == treatPlan.either().isPresent()) {
            throw new IllegalArgumentException("change " + num + " must be of a row or of a plan");
        }
    }

    /** Of a row. */
    public static Change ofProcTP(long num, Instant moment, Author author, Versions<ProcTP> versions) {
        return new Change(num, moment, author, versions, Versions.none());
    }

    /** Of a plan. */
    public static Change ofTreatPlan(long num, Instant moment, Author author, Versions<TreatPlan> versions) {
        return new Change(num, moment, author, Versions.none(), versions);
    }

    /** What was done. */
    public Action action() {
        return procTP.either().isPresent()
                ? action(procTP)
                : signing(treatPlan, TreatPlan::patient)
                        .or(() -> signing(treatPlan, TreatPlan::practice))
                        .orElseGet(() -> action(treatPlan));
    }

    private static Action action(Versions<?> versions) {
        if (versions.before().isEmpty()) {
            return Action.Created;
        }
        return versions.after().isEmpty() ? Action.Deleted : Action.Updated;
    }

    /** What became of one of a plan's two signatures; empty when it stayed, or came or went with the plan. */
    private static Optional<Action> signing(Versions<TreatPlan> versions, Function<TreatPlan, TreatPlan.Signature> which) {
        return versions.before().map(which).flatMap(before -> versions.after().map(which)
                .filter(after -> !after.value().equals(before.value()) || !after.signed().equals(before.signed()))
                .flatMap(after -> after.value().isEmpty()
                        ? Optional.of(Action.Cleared).filter(cleared -> !before.value().isEmpty())
                        : Optional.of(Action.Signed)));
    }

    /** The row's number; empty for a change of the plan itself. */
    public Optional<ProcTPNum> procTPNum() {
        return procTP.either().map(ProcTP::num);
    }

    /** The number of the plan, or of the row's plan. */
    public TreatPlanNum treatPlanNum() {
        return procTP.either().map(ProcTP::treatPlanNum).orElseGet(() -> treatPlan.either().orElseThrow().num());
    }

    /** Whose plan it is. */
    public long patNum() {
        return procTP.either().map(ProcTP::patNum).orElseGet(() -> treatPlan.either().orElseThrow().patNum());
    }
}
