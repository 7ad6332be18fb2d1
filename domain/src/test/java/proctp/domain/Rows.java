package proctp.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A row and a plan to start from, with a different value in every member. */
final class Rows {

    static final Instant ENTERED = Instant.parse("2026-01-05T08:00:00Z");

    static final EditStamp STAMP = new EditStamp(12, Optional.of(LocalDate.of(2026, 1, 5)), ENTERED);

    private Rows() {
    }

    static ProcTP row() {
        return row(3);
    }

    static ProcTP row(int itemOrder) {
        return new ProcTP(new ProcTPNum(976), new TreatPlanNum(963), 722, 1154, itemOrder,
                new TxPriority(new DefNum(1), "High"), "13", "MOD", "D2393", "composite",
                new ProcTP.Amounts(new Money(1), new Money(2), new Money(3), new Money(4), new Money(5), new Money(6),
                        new Money(7), new Money(8)),
                "Good", "D1", "C3", STAMP, 11, Optional.of(LocalDate.of(2025, 12, 19)), 3);
    }

    static TreatPlan plan(TreatPlan.Status status, TreatPlan.Signature patient, TreatPlan.Signature practice) {
        return new TreatPlan(new TreatPlanNum(963), 722, Optional.of(LocalDate.of(2026, 1, 5)), "Heading", "Note", true, 5, 6,
                status, STAMP, 7, TreatPlan.Type.Discount, patient, practice);
    }

    static TreatPlan.Signature signature(String value) {
        return new TreatPlan.Signature(value, Optional.of(ENTERED), "Ada Example");
    }
}
