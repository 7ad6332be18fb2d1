package proctp.domain;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A plan that is about to be saved, with all of its rows.
 *
 * @param patNum           the patient, positive
 * @param heading          its title, at most 255 characters
 * @param note             what is printed below it, at most 65,535 characters
 * @param dateTP           the day of the proposal; empty for none
 * @param type             how its estimates came about
 * @param userNumPresenter the user who presented it, 0 for none
 * @param procTPs          its rows in order, at most {@link #MOST_ROWS}
 */
public record NewTreatPlan(long patNum, String heading, String note, Optional<LocalDate> dateTP, TreatPlan.Type type,
                           long userNumPresenter, List<NewProcTP> procTPs) {

    /** How many rows a plan can have when it is saved: more than anybody proposes, and no more than are read in one answer. */
    public static final int MOST_ROWS = 10_000;

    public NewTreatPlan {
        requireNonNull(heading);
        requireNonNull(note);
        requireNonNull(dateTP);
        requireNonNull(type);
        procTPs = List.copyOf(procTPs);
    }

    /** A plan of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** The plan, once it has its number: Saved, and signed by nobody. */
    public TreatPlan treatPlan(TreatPlanNum num, EditStamp stamp) {
        return new TreatPlan(num, patNum, dateTP, heading, note, false, 0, 0, TreatPlan.Status.Saved, stamp, userNumPresenter,
                type, TreatPlan.Signature.NONE, TreatPlan.Signature.NONE);
    }

    /**
     * The rows of the saved plan, whose places are those of the array.
     *
     * @param first the number of the first one; the others follow
     * @return with their priorities' names unresolved
     */
    public List<ProcTP> procTPs(TreatPlan saved, ProcTPNum first) {
        return IntStream.range(0, procTPs.size())
                .mapToObj(place -> procTPs.get(place).procTP(new ProcTPNum(first.value() + place), saved, place))
                .toList();
    }

    /** Takes what a client sent, member by member; faults of the plan and of all rows are gathered. */
    public static final class Builder {

        private final Faults faults = new Faults();
        private final List<NewProcTP.Builder> rows = new ArrayList<>();
        private Optional<Long> patNum = Optional.empty();
        private String heading = "";
        private String note = "";
        private Optional<LocalDate> dateTP = Optional.empty();
        private TreatPlan.Type type = TreatPlan.Type.Insurance;
        private long userNumPresenter;

        private Builder() {
        }

        /** Where its faults are gathered: whoever reads what was sent adds what is wrong with its form. */
        public Faults faults() {
            return faults;
        }

        /** The patient. */
        public Builder patNum(long value) {
            patNum = Optional.of(value);
            if (value < 1) {
                faults.invalid("PatNum", "must be the number of a patient.");
            }
            return this;
        }

        /** The title, at most 255 characters. */
        public Builder heading(String value) {
            faults.text("Heading", TreatPlan.LONGEST_TEXT, value).ifPresent(checked -> heading = checked);
            return this;
        }

        /** What is printed below it, at most 65,535 characters. */
        public Builder note(String value) {
            faults.text("Note", TreatPlan.LONGEST_NOTE, value).ifPresent(checked -> note = checked);
            return this;
        }

        /** The day of the proposal, empty for none. */
        public Builder dateTP(Optional<LocalDate> value) {
            dateTP = value;
            return this;
        }

        /** How its estimates came about. */
        public Builder type(TreatPlan.Type value) {
            type = value;
            return this;
        }

        /** The user who presented it, 0 for none. */
        public Builder userNumPresenter(long value) {
            faults.numberOrNone("UserNumPresenter", value).ifPresent(checked -> userNumPresenter = checked);
            return this;
        }

        /** One more row, which comes behind the others. */
        public NewProcTP.Builder procTP() {
            NewProcTP.Builder row = new NewProcTP.Builder(faults.within("ProcTPs[" + rows.size() + "]."));
            rows.add(row);
            return row;
        }

        /** The priorities that its rows name, to be judged by {@link #build}. */
        public Set<DefNum> wantedPriorities() {
            return rows.stream().flatMap(row -> row.edit().wantedPriority().stream()).collect(toSet());
        }

        /**
         * The plan, if all that it needs is there and as it must be.
         *
         * @param isTxPriority whether the practice has a definition of category 20 with that key
         * @throws Refusal of the first fault's kind, naming every fault
         */
        public NewTreatPlan build(Predicate<DefNum> isTxPriority) {
            if (patNum.isEmpty()) {
                faults.required("PatNum");
            }
            if (rows.size() > MOST_ROWS) {
                faults.invalid("ProcTPs", "must be at most " + MOST_ROWS + " rows.");
            }
            rows.forEach(row -> row.judge(isTxPriority));
            faults.throwIfAny();
            return new NewTreatPlan(patNum.orElseThrow(), heading, note, dateTP, type, userNumPresenter,
                    rows.stream().map(NewProcTP.Builder::unjudged).toList());
        }
    }
}
