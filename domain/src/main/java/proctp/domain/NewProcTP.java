package proctp.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A row of a plan that is about to be saved: the 14 members that can be edited later, and those that stay as they are saved.
 *
 * @param edit        what is named of the 14; of the others texts are empty, amounts 0.0, FeeAllowed -1.0, no priority
 * @param procNumOrig the procedure that it is copied from, 0 for none
 * @param taxAmt      the sales tax
 * @param provNum     the provider, 0 for none
 * @param dateTP      the day the procedure is planned for; empty for none
 * @param clinicNum   the clinic, 0 for none
 * @param catPercUCR  the office's usual fee
 */
public record NewProcTP(ProcTPEdit edit, long procNumOrig, Money taxAmt, long provNum, Optional<LocalDate> dateTP,
                        long clinicNum, Money catPercUCR) {

    public NewProcTP {
        requireNonNull(edit);
        requireNonNull(taxAmt);
        requireNonNull(dateTP);
        requireNonNull(catPercUCR);
    }

    /**
     * The row, once the plan is there.
     *
     * @param itemOrder its place in the plan
     */
    ProcTP procTP(ProcTPNum num, TreatPlan plan, int itemOrder) {
        Money zero = Money.ZERO;
        return new ProcTP(num, plan.num(), plan.patNum(), procNumOrig, itemOrder, TxPriority.NONE, "", "", "", "",
                new ProcTP.Amounts(zero, zero, zero, zero, zero, Money.NOT_KNOWN, taxAmt, catPercUCR), "", "", "", plan.stamp(),
                provNum, dateTP, clinicNum).edited(edit, plan.stamp().secDateTEdit());
    }

    /** Takes what a client sent of one row, member by member. */
    public static final class Builder {

        private final Faults faults;
        private final ProcTPEdit.Builder edit;
        private long procNumOrig;
        private Money taxAmt = Money.ZERO;
        private long provNum;
        private Optional<LocalDate> dateTP = Optional.empty();
        private long clinicNum;
        private Money catPercUCR = Money.ZERO;

        /** @param faults of this row */
        Builder(Faults faults) {
            this.faults = faults;
            this.edit = ProcTPEdit.builder(faults);
        }

        /** Where its faults are gathered: whoever reads what was sent adds what is wrong with its form. */
        public Faults faults() {
            return faults;
        }

        /** The 14 members that can be edited later. */
        public ProcTPEdit.Builder edit() {
            return edit;
        }

        /** The procedure that it is copied from, 0 for none. */
        public Builder procNumOrig(long value) {
            faults.numberOrNone("ProcNumOrig", value).ifPresent(checked -> procNumOrig = checked);
            return this;
        }

        /** The sales tax. */
        public Builder taxAmt(Money value) {
            taxAmt = value;
            return this;
        }

        /** The provider, 0 for none. */
        public Builder provNum(long value) {
            faults.numberOrNone("ProvNum", value).ifPresent(checked -> provNum = checked);
            return this;
        }

        /** The day the procedure is planned for, empty for none. */
        public Builder dateTP(Optional<LocalDate> value) {
            dateTP = value;
            return this;
        }

        /** The clinic, 0 for none. */
        public Builder clinicNum(long value) {
            faults.numberOrNone("ClinicNum", value).ifPresent(checked -> clinicNum = checked);
            return this;
        }

        /** The office's usual fee. */
        public Builder catPercUCR(Money value) {
            catPercUCR = value;
            return this;
        }

        void judge(Predicate<DefNum> isTxPriority) {
            edit.judge(isTxPriority);
        }

        NewProcTP unjudged() {
            return new NewProcTP(edit.unjudged(), procNumOrig, taxAmt, provNum, dateTP, clinicNum, catPercUCR);
        }
    }
}
