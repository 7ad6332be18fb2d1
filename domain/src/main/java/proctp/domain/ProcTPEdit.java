package proctp.domain;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a client wants changed in a {@link ProcTP}: the 14 members that the vendor lets an update name. An empty one is
 * left as it is, so that edits of different members of one row never undo each other.
 */
public record ProcTPEdit(
        Optional<DefNum> priority,
        Optional<String> toothNumTP,
        Optional<String> surf,
        Optional<String> procCode,
        Optional<String> descript,
        Optional<Money> feeAmt,
        Optional<Money> priInsAmt,
        Optional<Money> secInsAmt,
        Optional<Money> patAmt,
        Optional<Money> discount,
        Optional<String> prognosis,
        Optional<String> dx,
        Optional<String> procAbbr,
        Optional<Money> feeAllowed) {

    /** An edit that names nothing yet. */
    public static Builder builder() {
        return builder(new Faults());
    }

    /**
     * An edit that names nothing yet.
     *
     * @param faults where its faults are gathered, perhaps with those of others
     */
    public static Builder builder(Faults faults) {
        return new Builder(faults);
    }

    /**
     * Takes what a client sent, member by member, and holds it against the limits of each. Faults are gathered rather
     * than thrown, so that one answer can name them all.
     */
    public static final class Builder {

        private static final int LONG_TEXT = 255;

        private final Faults faults;
        private DefNum priority;
        private String toothNumTP;
        private String surf;
        private String procCode;
        private String descript;
        private Money feeAmt;
        private Money priInsAmt;
        private Money secInsAmt;
        private Money patAmt;
        private Money discount;
        private String prognosis;
        private String dx;
        private String procAbbr;
        private Money feeAllowed;

        private Builder(Faults faults) {
            this.faults = faults;
        }

        /** Where its faults are gathered: whoever reads what was sent adds what is wrong with its form. */
        public Faults faults() {
            return faults;
        }

        /** The priority: the key of a definition of category 20, {@link DefNum#NONE} for none. */
        public Builder priority(DefNum value) {
            priority = value;
            return this;
        }

        /** The tooth's label, at most 255 characters. */
        public Builder toothNumTP(String value) {
            return text("ToothNumTP", LONG_TEXT, value, checked -> toothNumTP = checked);
        }

        /** Surfaces or area, at most 255 characters. */
        public Builder surf(String value) {
            return text("Surf", LONG_TEXT, value, checked -> surf = checked);
        }

        /** The procedure code, at most 15 characters. */
        public Builder procCode(String value) {
            return text("ProcCode", 15, value, checked -> procCode = checked);
        }

        /** The description, at most 255 characters. */
        public Builder descript(String value) {
            return text("Descript", LONG_TEXT, value, checked -> descript = checked);
        }

        /** The fee charged to the patient. */
        public Builder feeAmt(Money value) {
            feeAmt = value;
            return this;
        }

        /** What primary insurance is expected to pay. */
        public Builder priInsAmt(Money value) {
            priInsAmt = value;
            return this;
        }

        /** What secondary insurance is expected to pay. */
        public Builder secInsAmt(Money value) {
            secInsAmt = value;
            return this;
        }

        /** What the patient is expected to pay. */
        public Builder patAmt(Money value) {
            patAmt = value;
            return this;
        }

        /** The discount. */
        public Builder discount(Money value) {
            discount = value;
            return this;
        }

        /** The text of a prognosis, at most 255 characters. */
        public Builder prognosis(String value) {
            return text("Prognosis", LONG_TEXT, value, checked -> prognosis = checked);
        }

        /** The text of a diagnosis, at most 255 characters. */
        public Builder dx(String value) {
            return text("Dx", LONG_TEXT, value, checked -> dx = checked);
        }

        /** The procedure's abbreviation, at most 50 characters. */
        public Builder procAbbr(String value) {
            return text("ProcAbbr", 50, value, checked -> procAbbr = checked);
        }

        /** What primary insurance allows. */
        public Builder feeAllowed(Money value) {
            feeAllowed = value;
            return this;
        }

        private Builder text(String member, int longest, String value, Consumer<String> set) {
            faults.text(member, longest, value).ifPresent(set);
            return this;
        }

        /** The priority that it names, to be judged by {@link #build}; empty when it names none, or the one for none. */
        public Optional<DefNum> wantedPriority() {
            return Optional.ofNullable(priority).filter(wanted -> !wanted.equals(DefNum.NONE));
        }

        /**
         * The edit, if every member is as it must be.
         *
         * @param isTxPriority whether the practice has a definition of category 20 with that key; asked at most once
         * @throws Refusal of the first fault's kind, naming every fault
         */
        public ProcTPEdit build(Predicate<DefNum> isTxPriority) {
            judge(isTxPriority);
            faults.throwIfAny();
            return unjudged();
        }

        /** Notes what is wrong with the priority. */
        void judge(Predicate<DefNum> isTxPriority) {
            wantedPriority().filter(isTxPriority.negate()).ifPresent(unknown -> faults.invalid("Priority",
                    "must be 0 or the DefNum of a definition of category 20 (TxPriorities), which " + unknown.value()
                            + " is not."));
        }

        /** The edit of a builder that was judged, and had no fault. */
        ProcTPEdit unjudged() {
            return new ProcTPEdit(
                    Optional.ofNullable(priority), Optional.ofNullable(toothNumTP), Optional.ofNullable(surf),
                    Optional.ofNullable(procCode), Optional.ofNullable(descript), Optional.ofNullable(feeAmt),
                    Optional.ofNullable(priInsAmt), Optional.ofNullable(secInsAmt), Optional.ofNullable(patAmt),
                    Optional.ofNullable(discount), Optional.ofNullable(prognosis), Optional.ofNullable(dx),
                    Optional.ofNullable(procAbbr), Optional.ofNullable(feeAllowed));
        }
    }
}
