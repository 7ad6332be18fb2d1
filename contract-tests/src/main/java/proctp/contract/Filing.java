package proctp.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.domain.DefNum;
import proctp.domain.Definition;
import proctp.domain.EditStamp;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;
import proctp.domain.TxPriority;

/** Fills a practice with unsigned plans and plain rows, where a test needs others than the sample's. */
final class Filing {

    private static final EditStamp STAMP =
            new EditStamp(12, Optional.of(LocalDate.of(2026, 1, 5)), Instant.parse("2026-01-05T08:00:00Z"));

    private final PracticeNum practice;
    private final List<Definition> definitions = new ArrayList<>();
    private final List<TreatPlan> plans = new ArrayList<>();
    private final List<ProcTP> rows = new ArrayList<>();

    Filing(PracticeNum practice) {
        this.practice = practice;
    }

    Filing definition(long num, int category, int itemOrder, String itemName) {
        definitions.add(new Definition(new DefNum(num), category, itemOrder, itemName, "", false));
        return this;
    }

    Filing plan(long num) {
        plans.add(new TreatPlan(new TreatPlanNum(num), 700, Optional.of(LocalDate.of(2026, 1, 5)), "Plan " + num, "", false, 0,
                0, TreatPlan.Status.Saved, STAMP, 0, TreatPlan.Type.Insurance, TreatPlan.Signature.NONE,
                TreatPlan.Signature.NONE));
        return this;
    }

    Filing row(long plan, long num, int itemOrder) {
        return row(plan, num, itemOrder, TxPriority.NONE);
    }

    Filing row(long plan, long num, int itemOrder, TxPriority priority) {
        Money none = Money.ZERO;
        rows.add(new ProcTP(new ProcTPNum(num), new TreatPlanNum(plan), 700, 0, itemOrder, priority, "", "", "S0001",
                "Row " + num, new ProcTP.Amounts(none, none, none, none, none, none, none, none), "", "", "", STAMP, 0,
                Optional.empty(), 0));
        return this;
    }

    PracticeContents contents() {
        return new PracticeContents(practice, "Practice " + practice.value(), List.of(), definitions, plans, rows);
    }
}
