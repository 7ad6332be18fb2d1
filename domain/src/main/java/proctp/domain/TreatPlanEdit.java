package proctp.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a client wants changed in a {@link TreatPlan}: the members that the vendor lets an update name. An empty one is left
 * as it is.
 *
 * @param dateTP                the day it was saved; of a Saved plan only. Its own empty stands for no day
 * @param heading               at most 255 characters
 * @param note                  at most 65,535 characters
 * @param responsParty          the patient who pays, 0 for none
 * @param type                  how its estimates came about
 * @param signatureText         the typed name below the patient's signature, at most 255 characters
 * @param signaturePracticeText the typed name below the practice's signature, at most 255 characters
 * @param isSigned              {@code true} puts the patient's signature on it, in place of an earlier one; {@code false} clears
 *                              both signatures of a plan that the patient has signed, and nothing of any other
 * @param isSignedPractice      {@code true} puts the practice's signature on it, {@code false} clears that one
 */
public record TreatPlanEdit(
        Optional<Optional<LocalDate>> dateTP,
        Optional<String> heading,
        Optional<String> note,
        Optional<Long> responsParty,
        Optional<TreatPlan.Type> type,
        Optional<String> signatureText,
        Optional<String> signaturePracticeText,
        Optional<Boolean> isSigned,
        Optional<Boolean> isSignedPractice) {

    public TreatPlanEdit {
        requireNonNull(dateTP);
        requireNonNull(heading);
        requireNonNull(note);
        requireNonNull(responsParty);
        requireNonNull(type);
        requireNonNull(signatureText);
        requireNonNull(signaturePracticeText);
        requireNonNull(isSigned);
        requireNonNull(isSignedPractice);
    }

    /**
     * Who signs.
     *
     * @param name   in words
     * @param digest makes of what is signed, see {@link SignedContent}, what is kept of it with the signature
     */
    public record Signer(String name, UnaryOperator<String> digest) {
    }

    /** An edit that names nothing yet. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The plan after the edit: first signatures are cleared, then members change, then it is signed, so that one request can
     * clear and correct, and one correct and sign. An edit that changes no stored value leaves the plan as it is, its SecDateTEdit
     * included. To be asked on a plan that is locked until the edit is stored.
     *
     * @param rows   all of its rows in order, none of which can change before the edit is stored; asked only to be signed
     * @param signer who signs it, if it is to be signed
     * @param now    the time of the edit, in whole seconds
     * @throws Refusal {@code TREAT_PLAN_SIGNED} when it would change what a signature that is there covers,
     *                 {@code TREAT_PLAN_NOT_SAVED} when it would sign a plan, or give one a day, that is not a Saved one
     */
    public TreatPlan applied(TreatPlan plan, Supplier<List<ProcTP>> rows, Signer signer, Instant now) {
        TreatPlan after = signed(edited(cleared(plan)), rows, signer, now);
        return after.equals(plan) ? plan : after.stampedAt(now);
    }

    /** What the patient signed the practice has signed, too: without the one signature the other says nothing (the vendor's program). */
    private TreatPlan cleared(TreatPlan plan) {
        boolean all = isSigned.equals(Optional.of(false)) && plan.isSigned();
        boolean practices = all || isSignedPractice.equals(Optional.of(false)) && plan.practice().isPresent();
        return plan.with(plan.dateTP(), plan.heading(), plan.note(), !all && plan.sigIsTopaz(), plan.responsParty(), plan.type(),
                all ? TreatPlan.Signature.NONE : plan.patient(), practices ? TreatPlan.Signature.NONE : plan.practice());
    }

    private TreatPlan edited(TreatPlan plan) {
        TreatPlan after = plan.with(dateTP.orElse(plan.dateTP()), heading.orElse(plan.heading()), note.orElse(plan.note()),
                plan.sigIsTopaz(), responsParty.orElse(plan.responsParty()), type.orElse(plan.type()),
                worded(plan.patient(), signatureText), worded(plan.practice(), signaturePracticeText));
        boolean changesDay = !after.dateTP().equals(plan.dateTP());
        if (changesDay && plan.status() != TreatPlan.Status.Saved) {
            throw notSaved(plan, "have a DateTP");
        }
        if (plan.isSigned() && (changesDay || !after.note().equals(plan.note()))) {
            throw new Refusal(Refusal.Kind.TREAT_PLAN_SIGNED, "TreatPlan " + plan.num().value() + " is signed by the patient,"
                    + " and its Note and DateTP are what was signed. They can change once isSigned is \"false\".");
        }
        return after;
    }

    private static TreatPlan.Signature worded(TreatPlan.Signature signature, Optional<String> text) {
        return new TreatPlan.Signature(signature.value(), signature.signed(), text.orElse(signature.text()), signature.digest());
    }

    private TreatPlan signed(TreatPlan plan, Supplier<List<ProcTP>> rows, Signer signer, Instant now) {
        boolean patients = isSigned.orElse(false);
        boolean practices = isSignedPractice.orElse(false);
        if ((patients || practices) && plan.status() != TreatPlan.Status.Saved) {
            throw notSaved(plan, "be signed");
        }
        // an earlier signature from a Topaz pad is replaced by one that is not
        return plan.with(plan.dateTP(), plan.heading(), plan.note(), !patients && plan.sigIsTopaz(), plan.responsParty(), plan.type(),
                patients ? signature(plan.patient(), signer, now,
                        signer.digest().apply(SignedContent.of(plan, rows.get()))) : plan.patient(),
                practices ? signature(plan.practice(), signer, now, "") : plan.practice());
    }

    private static TreatPlan.Signature signature(TreatPlan.Signature before, Signer signer, Instant now, String digest) {
        return new TreatPlan.Signature("Digitally signed by " + signer.name(), Optional.of(now), before.text(), digest);
    }

    private static Refusal notSaved(TreatPlan plan, String what) {
        return new Refusal(Refusal.Kind.TREAT_PLAN_NOT_SAVED, "TreatPlan " + plan.num().value() + " is " + plan.status()
                + ". Only a Saved treatment plan can " + what + ".");
    }

    /** Takes what a client sent, member by member; faults are gathered, so that one answer can name them all. */
    public static final class Builder {

        private final Faults faults = new Faults();
        private Optional<Optional<LocalDate>> dateTP = Optional.empty();
        private Optional<String> heading = Optional.empty();
        private Optional<String> note = Optional.empty();
        private Optional<Long> responsParty = Optional.empty();
        private Optional<TreatPlan.Type> type = Optional.empty();
        private Optional<String> signatureText = Optional.empty();
        private Optional<String> signaturePracticeText = Optional.empty();
        private Optional<Boolean> isSigned = Optional.empty();
        private Optional<Boolean> isSignedPractice = Optional.empty();

        private Builder() {
        }

        /** Where its faults are gathered: whoever reads what was sent adds what is wrong with its form. */
        public Faults faults() {
            return faults;
        }

        /** The day it was saved, empty for none. */
        public Builder dateTP(Optional<LocalDate> value) {
            dateTP = Optional.of(value);
            return this;
        }

        /** The title, at most 255 characters. */
        public Builder heading(String value) {
            heading = faults.text("Heading", TreatPlan.LONGEST_TEXT, value);
            return this;
        }

        /** What is printed below it, at most 65,535 characters. */
        public Builder note(String value) {
            note = faults.text("Note", TreatPlan.LONGEST_NOTE, value);
            return this;
        }

        /** The patient who pays, 0 for none. */
        public Builder responsParty(long value) {
            responsParty = faults.numberOrNone("ResponsParty", value);
            return this;
        }

        /** How its estimates came about. */
        public Builder type(TreatPlan.Type value) {
            type = Optional.of(value);
            return this;
        }

        /** The typed name below the patient's signature, at most 255 characters. */
        public Builder signatureText(String value) {
            signatureText = faults.text("SignatureText", TreatPlan.LONGEST_TEXT, value);
            return this;
        }

        /** The typed name below the practice's signature, at most 255 characters. */
        public Builder signaturePracticeText(String value) {
            signaturePracticeText = faults.text("SignaturePracticeText", TreatPlan.LONGEST_TEXT, value);
            return this;
        }

        /** Whether the patient's signature is to be put on it, or both cleared. */
        public Builder isSigned(boolean value) {
            isSigned = Optional.of(value);
            return this;
        }

        /** Whether the practice's signature is to be put on it, or cleared. */
        public Builder isSignedPractice(boolean value) {
            isSignedPractice = Optional.of(value);
            return this;
        }

        /**
         * The edit, if every member is as it must be.
         *
         * @throws Refusal of the first fault's kind, naming every fault
         */
        public TreatPlanEdit build() {
            faults.throwIfAny();
            return new TreatPlanEdit(dateTP, heading, note, responsParty, type, signatureText, signaturePracticeText,
                    isSigned, isSignedPractice);
        }
    }
}
