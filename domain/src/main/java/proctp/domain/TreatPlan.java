package proctp.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A treatment plan of a patient. A Saved one is the archived copy of what was proposed on a day, has {@link ProcTP}s as
 * its rows, and can be signed; Active and Inactive ones are worked on elsewhere and have none.
 *
 * @param num              the key, positive
 * @param patNum           the patient
 * @param dateTP           the day it was saved; empty for Active and Inactive plans
 * @param heading          its title, at most 255 characters
 * @param note             what is printed below it, at most 65,535 characters
 * @param sigIsTopaz       whether the patient signed on a Topaz pad
 * @param responsParty     the patient who pays, 0 for none
 * @param docNum           the document that it was filed as, 0 for none
 * @param status           Saved, Active or Inactive
 * @param stamp            who entered it and when it last changed
 * @param userNumPresenter the user who presented it, 0 for none
 * @param type             how its estimates came about
 * @param patient          the patient's signature
 * @param practice         the practice's signature
 */
public record TreatPlan(
        TreatPlanNum num,
        long patNum,
        Optional<LocalDate> dateTP,
        String heading,
        String note,
        boolean sigIsTopaz,
        long responsParty,
        long docNum,
        Status status,
        EditStamp stamp,
        long userNumPresenter,
        Type type,
        Signature patient,
        Signature practice) {

    /** The longest Heading, and the longest typed name below a signature, in characters: as the vendor's columns have it. */
    public static final int LONGEST_TEXT = 255;

    /** The longest Note, in characters: as the vendor's column has it. */
    public static final int LONGEST_NOTE = 65_535;

    /** What a plan is. The names are the vendor's. */
    public enum Status {
        /** An archived copy with rows of its own. */
        Saved,
        /** The patient's current plan. */
        Active,
        /** An alternative to the current plan. */
        Inactive
    }

    /** How the estimates of a plan came about. The names are the vendor's. */
    public enum Type {
        /** From the patient's insurance. */
        Insurance,
        /** From a discount plan. */
        Discount
    }

    /**
     * A signature on a plan.
     *
     * @param value  what the pen or pad left, opaque; {@code ""} when not signed
     * @param signed when, in whole seconds; empty when not signed or not known
     * @param text   the typed name below it, at most 255 characters; {@code ""} for none
     * @param digest stands for what the patient signed, see {@link SignedContent}; {@code ""} when not signed, when that is not known,
     *               and for the practice's signature, which binds nothing
     */
    public record Signature(String value, Optional<Instant> signed, String text, String digest) {

        /** Not signed. */
        public static final Signature NONE = new Signature("", Optional.empty(), "");

        public Signature {
            requireNonNull(value);
            requireNonNull(signed);
            requireNonNull(text);
            requireNonNull(digest);
        }

        /** A signature that was made elsewhere: what was signed is not known. */
        public Signature(String value, Optional<Instant> signed, String text) {
            this(value, signed, text, "");
        }

        /** Whether it is there. */
        public boolean isPresent() {
            return !value.isEmpty();
        }
    }

    public TreatPlan {
        requireNonNull(num);
        requireNonNull(dateTP);
        requireNonNull(heading);
        requireNonNull(note);
        requireNonNull(status);
        requireNonNull(stamp);
        requireNonNull(type);
        requireNonNull(patient);
        requireNonNull(practice);
    }

    /** Whether the patient has signed it. The practice's own signature does not count (the vendor's manual). */
    public boolean isSigned() {
        return patient.isPresent();
    }

    /**
     * The plan with the patient's signature on it, in place of an earlier one.
     *
     * @param now the time of the signing, in whole seconds
     */
    public TreatPlan signedBy(Signature signature, Instant now) {
        return with(dateTP, heading, note, sigIsTopaz, responsParty, type, signature, practice).stampedAt(now);
    }

    /**
     * The same plan once it is known what its patient signed.
     *
     * @param digest as in {@link Signature}
     */
    public TreatPlan signedAs(String digest) {
        return with(dateTP, heading, note, sigIsTopaz, responsParty, type,
                new Signature(patient.value, patient.signed, patient.text, digest), practice);
    }

    /** The same plan with these in place of all that can change. */
    TreatPlan with(Optional<LocalDate> dateTP, String heading, String note, boolean sigIsTopaz, long responsParty, Type type,
                   Signature patient, Signature practice) {
        return new TreatPlan(num, patNum, dateTP, heading, note, sigIsTopaz, responsParty, docNum, status, stamp,
                userNumPresenter, type, patient, practice);
    }

    /** The same plan, changed at that time, which must be in whole seconds. */
    TreatPlan stampedAt(Instant now) {
        return new TreatPlan(num, patNum, dateTP, heading, note, sigIsTopaz, responsParty, docNum, status,
                stamp.editedAt(now), userNumPresenter, type, patient, practice);
    }

    /**
     * The plan can go, and its rows with it: what a patient has signed is kept until the signature is cleared. To be called
     * on a plan that is locked until it is gone.
     *
     * @throws Refusal {@code TREAT_PLAN_SIGNED}
     */
    public void requireDeletable() {
        if (isSigned()) {
            throw new Refusal(Refusal.Kind.TREAT_PLAN_SIGNED, "TreatPlan " + num.value() + " is signed by the patient."
                    + " Only an unsigned treatment plan can be deleted.");
        }
    }

    /**
     * The rule at the heart of this API: rows change only on an unsigned, Saved plan, because a signature is bound to what
     * it signed. To be called on a plan that is locked against signing until the change is done.
     *
     * @throws Refusal {@code TREAT_PLAN_NOT_SAVED} or {@code TREAT_PLAN_SIGNED}
     */
    public void requireEditable() {
        if (status != Status.Saved) {
            throw new Refusal(Refusal.Kind.TREAT_PLAN_NOT_SAVED, "TreatPlan " + num.value() + " is " + status
                    + ". Only the ProcTPs of a Saved treatment plan can be updated or deleted.");
        }
        if (isSigned()) {
            throw new Refusal(Refusal.Kind.TREAT_PLAN_SIGNED, "TreatPlan " + num.value() + " is signed by the patient."
                    + " Only ProcTPs of an unsigned treatment plan can be updated or deleted.");
        }
    }
}
