package proctp.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import proctp.application.Caller;
import proctp.application.ProcTPFilter;
import proctp.application.TreatPlanFilter;
import proctp.application.port.Office;
import proctp.domain.DefNum;
import proctp.domain.Money;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** Changes whatever there is in a practice, by chance, each time in a request of its own; the same changes for the same number. */
final class BusyWriter {

    private static final List<Refusal.Kind> EXPECTED = List.of(Refusal.Kind.PROC_TP_NOT_FOUND, Refusal.Kind.TREAT_PLAN_NOT_FOUND,
            Refusal.Kind.TREAT_PLAN_SIGNED, Refusal.Kind.TREAT_PLAN_NOT_SAVED);

    private static final int WRITERS_FOR_ONE_SLOW = 16;
    private static final long LONG_PAUSE_NANOS = 50_000_000;

    private final List<String> done = new ArrayList<>();
    private final Office office;
    private final Caller caller;
    private final int number;
    private final int longestPauseNanos;
    private final boolean isSlow;
    private final Random random;

    /**
     * One writer in sixteen stops now and then for much longer, if writers stop at all: time for all others to pass it.
     *
     * @param longestPauseNanos how long a change may stop while it holds what it is about; 0 for no pause
     */
    BusyWriter(Office office, Caller caller, int number, int longestPauseNanos) {
        this.office = office;
        this.caller = caller;
        this.number = number;
        this.longestPauseNanos = longestPauseNanos;
        this.isSlow = longestPauseNanos > 0 && number % WRITERS_FOR_ONE_SLOW == 0;
        this.random = new Random(number);
    }

    /** Tries so many changes, and tells in which requests it has changed something. */
    List<String> make(int changes) {
        for (int i = 0; i < changes; i++) {
            String request = "writer " + number + " change " + i;
            try {
                if (change(caller.in(request), request)) {
                    done.add(request);
                }
            } catch (Refusal refusal) {
                if (!EXPECTED.contains(refusal.kind())) {
                    throw refusal;
                }
            }
        }
        return done;
    }

    private boolean change(Caller in, String text) {
        switch (random.nextInt(20)) {
            case 0, 1 -> office.treatPlans().save(in, Drafts.plan(1 + random.nextInt(9), text, "second", "third"), Optional.empty());
            case 2 -> office.treatPlans().delete(in, plan(), plan -> {
                pause();
                plan.requireDeletable();
            });
            case 3, 4 -> office.procTPs().delete(in, row(), (plan, row) -> plan.requireEditable());
            case 5, 6 -> revise(in, text);
            case 7 -> sign(in, text);
            case 8, 9 -> {
                return clear(in);
            }
            default -> edit(in, text);
        }
        return true;
    }

    private void edit(Caller in, String text) {
        boolean looksAtTheRow = random.nextInt(4) == 0;
        int member = random.nextInt(3);
        office.procTPs().edit(in, row(), OfficeContract.edit(members -> switch (member) {
            case 0 -> members.descript(text).priority(new DefNum(random.nextInt(4)));
            case 1 -> members.dx(text).feeAmt(new Money(random.nextInt()));
            default -> members.surf(text);
        }), (plan, row) -> {
            if (looksAtTheRow) {
                row.get();
            }
            pause();
            plan.requireEditable();
        });
    }

    private void revise(Caller in, String text) {
        office.treatPlans().revise(in, plan(), (plan, rows, now) -> {
            pause();
            return new TreatPlan(plan.num(), plan.patNum(), plan.dateTP(), text, plan.note(), plan.sigIsTopaz(), plan.responsParty(),
                    plan.docNum(), plan.status(), plan.stamp(), plan.userNumPresenter(), plan.type(), plan.patient(), plan.practice());
        });
    }

    private void sign(Caller in, String text) {
        office.treatPlans().revise(in, plan(), (plan, rows, now) -> {
            rows.get();
            pause();
            return plan.signedBy(new TreatPlan.Signature(text, Optional.of(now), ""), now);
        });
    }

    /** Whether there was a signature to take off. */
    private boolean clear(Caller in) {
        boolean[] signed = new boolean[1];
        office.treatPlans().revise(in, plan(), (plan, rows, now) -> {
            signed[0] = plan.isSigned();
            return signed[0] ? plan.signedBy(TreatPlan.Signature.NONE, now) : plan;
        });
        return signed[0];
    }

    private void pause() {
        if (isSlow && random.nextInt(8) == 0) {
            LockSupport.parkNanos(LONG_PAUSE_NANOS);
        } else if (longestPauseNanos > 0 && random.nextInt(3) == 0) {
            LockSupport.parkNanos(random.nextInt(longestPauseNanos));
        }
    }

    private TreatPlanNum plan() {
        List<TreatPlan> plans = office.treatPlans().list(caller, TreatPlanFilter.ALL, OfficeContract.ALL);
        return plans.isEmpty() ? new TreatPlanNum(1) : plans.get(random.nextInt(plans.size())).num();
    }

    private ProcTPNum row() {
        List<ProcTPNum> rows = office.procTPs().list(caller, new ProcTPFilter(Optional.of(Set.of(plan())), Optional.empty(),
                Optional.empty()), OfficeContract.ALL).stream().map(row -> row.num()).toList();
        return rows.isEmpty() ? new ProcTPNum(1) : rows.get(random.nextInt(rows.size()));
    }
}
