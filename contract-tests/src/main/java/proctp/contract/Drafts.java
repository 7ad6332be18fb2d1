package proctp.contract;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import proctp.application.IdempotencyKey;
import proctp.domain.DefNum;
import proctp.domain.Money;
import proctp.domain.NewProcTP;
import proctp.domain.NewTreatPlan;
import proctp.domain.TreatPlan;

/** Plans as clients send them to be saved. */
final class Drafts {

    private Drafts() {
    }

    /** A plan of this patient whose rows have these descriptions, in this order, and plain values else. */
    static NewTreatPlan plan(long patNum, String... descripts) {
        return plan(patNum, plan -> {
            for (String descript : descripts) {
                plan.procTP().edit().descript(descript);
            }
        });
    }

    /** A plan of this patient. Its priorities are taken to be right: judging them is not the adapter's work. */
    static NewTreatPlan plan(long patNum, Consumer<NewTreatPlan.Builder> members) {
        NewTreatPlan.Builder plan = NewTreatPlan.builder().patNum(patNum);
        members.accept(plan);
        return plan.build(any -> true);
    }

    /** Every member of a plan and of its rows has a value of its own. */
    static NewTreatPlan full() {
        return plan(4_711, plan -> {
            plan.heading("Behandlung für Zoë").note("Line one\nline two 🦷").type(TreatPlan.Type.Discount)
                    .dateTP(Optional.of(LocalDate.of(2026, 11, 20))).userNumPresenter(12);
            full(plan.procTP());
            plan.procTP().edit().descript("second");
        });
    }

    private static void full(NewProcTP.Builder row) {
        row.edit().priority(new DefNum(2)).toothNumTP("13").surf("MOD").procCode("S0001").descript("first")
                .feeAmt(new Money(1)).priInsAmt(new Money(2)).secInsAmt(new Money(3)).patAmt(new Money(-4))
                .discount(Money.MAX).prognosis("Good").dx("D1").procAbbr("abbr").feeAllowed(new Money(5));
        row.procNumOrig(101).taxAmt(new Money(6)).provNum(102).dateTP(Optional.of(LocalDate.of(2026, 11, 21)))
                .clinicNum(103).catPercUCR(new Money(7));
    }

    /** A key with the fingerprint of a request that these hexadecimal digits stand for. */
    static Optional<IdempotencyKey> key(String text, String digit) {
        return Optional.of(new IdempotencyKey(text, digit.repeat(64)));
    }
}
