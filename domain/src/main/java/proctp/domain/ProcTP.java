package proctp.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of a saved treatment plan: the copy of a procedure as it was proposed that day. It never follows the procedure
 * it was copied from. Names, meanings and limits are the vendor's.
 *
 * @param num          the key, positive
 * @param treatPlanNum the Saved plan it belongs to
 * @param patNum       the patient
 * @param procNumOrig  the procedure it was copied from, which may be gone; 0 for none
 * @param itemOrder    its place in the plan, 0 to 65,535, fixed when the plan is saved; others keep theirs when it goes
 * @param priority     how urgent it is
 * @param toothNumTP   the tooth as displayed in the practice's own nomenclature, at most 255 characters
 * @param surf         surfaces or area, display text, at most 255 characters
 * @param procCode     the procedure code, display text and no key, at most 15 characters
 * @param descript     what is done, at most 255 characters
 * @param amounts      fees and who pays them
 * @param prognosis    the text of a prognosis, at most 255 characters
 * @param dx           the text of a diagnosis, at most 255 characters
 * @param procAbbr     the procedure's abbreviation, at most 50 characters
 * @param stamp        who entered it and when it last changed
 * @param provNum      the provider, 0 for none
 * @param dateTP       the day the procedure was planned for, not the plan's; empty in rows older than the column
 * @param clinicNum    the clinic, 0 for none
 */
public record ProcTP(
        ProcTPNum num,
        TreatPlanNum treatPlanNum,
        long patNum,
        long procNumOrig,
        int itemOrder,
        TxPriority priority,
        String toothNumTP,
        String surf,
        String procCode,
        String descript,
        Amounts amounts,
        String prognosis,
        String dx,
        String procAbbr,
        EditStamp stamp,
        long provNum,
        Optional<LocalDate> dateTP,
        long clinicNum) {

    /** The largest ItemOrder: the vendor's column is an unsigned 16-bit number. */
    public static final int MAX_ITEM_ORDER = 65_535;

    /**
     * Fees and who pays them. They are as entered: none is ever recomputed from the others, nor is their sum checked
     * (the vendor's documentation). Any may be negative.
     *
     * @param feeAmt     the fee charged to the patient
     * @param priInsAmt  what primary insurance is expected to pay
     * @param secInsAmt  what secondary insurance is expected to pay
     * @param patAmt     what the patient is expected to pay
     * @param discount   the discount
     * @param feeAllowed what primary insurance allows; {@link Money#NOT_KNOWN} when that is not known
     * @param taxAmt     the sales tax
     * @param catPercUCR the office's usual fee: an amount, in spite of its name
     */
    public record Amounts(
            Money feeAmt,
            Money priInsAmt,
            Money secInsAmt,
            Money patAmt,
            Money discount,
            Money feeAllowed,
            Money taxAmt,
            Money catPercUCR) {

        public Amounts {
            requireNonNull(feeAmt);
            requireNonNull(priInsAmt);
            requireNonNull(secInsAmt);
            requireNonNull(patAmt);
            requireNonNull(discount);
            requireNonNull(feeAllowed);
            requireNonNull(taxAmt);
            requireNonNull(catPercUCR);
        }
    }

    public ProcTP {
        requireNonNull(num);
        requireNonNull(treatPlanNum);
        requireNonNull(priority);
        requireNonNull(toothNumTP);
        requireNonNull(surf);
        requireNonNull(procCode);
        requireNonNull(descript);
        requireNonNull(amounts);
        requireNonNull(prognosis);
        requireNonNull(dx);
        requireNonNull(procAbbr);
        requireNonNull(stamp);
        requireNonNull(dateTP);
        if (itemOrder < 0 || itemOrder > MAX_ITEM_ORDER) {
            throw new IllegalArgumentException("ItemOrder " + itemOrder);
        }
    }

    /** The same row with its priority as the office names it now. */
    public ProcTP withPriority(TxPriority named) {
        return new ProcTP(num, treatPlanNum, patNum, procNumOrig, itemOrder, named, toothNumTP, surf, procCode, descript,
                amounts, prognosis, dx, procAbbr, stamp, provNum, dateTP, clinicNum);
    }

    /**
     * The row after an edit. An edit that changes no stored value leaves the row as it is, its SecDateTEdit included.
     *
     * @param edit what to change
     * @param now  the time of the edit, in whole seconds
     * @return the row with the priority's name unresolved ({@code ""}) if the edit changed the priority
     */
    public ProcTP edited(ProcTPEdit edit, Instant now) {
        ProcTP after = new ProcTP(
                num, treatPlanNum, patNum, procNumOrig, itemOrder,
                edit.priority().filter(wanted -> !wanted.equals(priority.num()))
                        .map(wanted -> new TxPriority(wanted, "")).orElse(priority),
                edit.toothNumTP().orElse(toothNumTP),
                edit.surf().orElse(surf),
                edit.procCode().orElse(procCode),
                edit.descript().orElse(descript),
                new Amounts(
                        edit.feeAmt().orElse(amounts.feeAmt),
                        edit.priInsAmt().orElse(amounts.priInsAmt),
                        edit.secInsAmt().orElse(amounts.secInsAmt),
                        edit.patAmt().orElse(amounts.patAmt),
                        edit.discount().orElse(amounts.discount),
                        edit.feeAllowed().orElse(amounts.feeAllowed),
                        amounts.taxAmt,
                        amounts.catPercUCR),
                edit.prognosis().orElse(prognosis),
                edit.dx().orElse(dx),
                edit.procAbbr().orElse(procAbbr),
                stamp, provNum, dateTP, clinicNum);
        return after.equals(this) ? this : after.stampedAt(now);
    }

    private ProcTP stampedAt(Instant now) {
        return new ProcTP(num, treatPlanNum, patNum, procNumOrig, itemOrder, priority, toothNumTP, surf, procCode, descript,
                amounts, prognosis, dx, procAbbr, stamp.editedAt(now), provNum, dateTP, clinicNum);
    }
}
