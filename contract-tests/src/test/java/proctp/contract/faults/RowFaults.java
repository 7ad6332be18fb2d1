package proctp.contract.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.PracticeNum;
import proctp.application.port.Office;
import proctp.application.port.ProcTPGuard;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/** Faults that an adapter's rows could have, each as somebody might well write it. */
final class RowFaults {

    private static final ProcTPEdit NOTHING = ProcTPEdit.builder().build(any -> true);

    private RowFaults() {
    }

    /** Loads the row, changes it and saves all of it: what others changed meanwhile is lost. */
    static final class WritesTheWholeRowBack extends SoundProcTPs {
        WritesTheWholeRowBack(Office sound) {
            super(sound);
        }

        @Override
        public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
            ProcTPEdit whole = find(caller, num)
                    .map(row -> everyMember(row.edited(edit, Instant.EPOCH)))
                    .orElse(edit);
            return super.edit(caller, num, whole, guard);
        }
    }

    /** Gives the rows by their number. */
    static final class ForgetsTheOrder extends SoundProcTPs {
        ForgetsTheOrder(Office sound) {
            super(sound);
        }

        @Override
        public List<ProcTP> list(Caller caller, TreatPlanNum plan, Page page) {
            return super.list(caller, plan, ALL).stream().sorted(Comparator.comparingLong(row -> row.num().value()))
                    .skip(page.offset()).limit(page.limit()).toList();
        }
    }

    /** Writes SecDateTEdit with every edit. */
    static final class AlwaysMovesSecDateTEdit extends SoundProcTPs {
        AlwaysMovesSecDateTEdit(Office sound) {
            super(sound);
        }

        @Override
        public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
            ProcTP row = super.edit(caller, num, edit, guard);
            super.edit(caller, num, ProcTPEdit.builder().dx(row.dx().equals("x") ? "y" : "x").build(any -> true), guard);
            return super.edit(caller, num, ProcTPEdit.builder().dx(row.dx()).build(any -> true), guard);
        }
    }

    /** Judges the plan first and then writes, without holding it in between: what a guarded UPDATE comes to. */
    static final class LetsGoOfThePlanBeforeItWrites extends SoundProcTPs {
        private static final long A_ROUND_TRIP = 500_000;

        LetsGoOfThePlanBeforeItWrites(Office sound) {
            super(sound);
        }

        @Override
        public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
            guard.check(planOf(caller, num).orElseThrow(Refusal::procTPNotFound),
                    () -> find(caller, num).orElseThrow(Refusal::procTPNotFound));
            LockSupport.parkNanos(A_ROUND_TRIP);
            return super.edit(caller, num, edit, ProcTPGuard.NONE);
        }

        @Override
        public void delete(Caller caller, ProcTPNum num, ProcTPGuard guard) {
            guard.check(planOf(caller, num).orElseThrow(Refusal::procTPNotFound),
                    () -> find(caller, num).orElseThrow(Refusal::procTPNotFound));
            super.delete(caller, num, ProcTPGuard.NONE);
        }
    }

    /** Takes the short way for an edit that names nothing. */
    static final class AsksNobodyAboutAnEmptyEdit extends SoundProcTPs {
        AsksNobodyAboutAnEmptyEdit(Office sound) {
            super(sound);
        }

        @Override
        public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
            return super.edit(caller, num, edit, edit.equals(NOTHING) ? ProcTPGuard.NONE : guard);
        }
    }

    /** Closes the gap that a delete leaves. */
    static final class RenumbersAfterADelete extends SoundProcTPs {
        private volatile boolean deleted;

        RenumbersAfterADelete(Office sound) {
            super(sound);
        }

        @Override
        public void delete(Caller caller, ProcTPNum num, ProcTPGuard guard) {
            super.delete(caller, num, guard);
            deleted = true;
        }

        @Override
        public List<ProcTP> list(Caller caller, TreatPlanNum plan, Page page) {
            List<ProcTP> rows = super.list(caller, plan, page);
            return deleted ? IntStream.range(0, rows.size()).mapToObj(i -> withItemOrder(rows.get(i), i)).toList() : rows;
        }
    }

    /** Finds a row by its number alone where the caller's practice has none. */
    static final class ForgetsThePractice extends SoundProcTPs {
        ForgetsThePractice(Office sound) {
            super(sound);
        }

        @Override
        public List<ProcTP> list(Caller caller, TreatPlanNum plan, Page page) {
            List<ProcTP> own = super.list(caller, plan, page);
            return own.isEmpty() ? super.list(otherThan(caller), plan, page) : own;
        }

        @Override
        public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
            Optional<ProcTP> own = find(caller, num);
            return super.edit(own.isPresent() ? caller : otherThan(caller), num, edit, guard);
        }

        private static Caller otherThan(Caller caller) {
            return new Caller(new PracticeNum(caller.practice().value() == 1 ? 2 : 1), caller.key(), "", "", caller.permissions());
        }
    }

    /** Lets one edit of the office at a time through, and gives up when its turn does not come. */
    static final class EditsOneAfterTheOther extends SoundProcTPs {
        private final ReentrantLock turn = new ReentrantLock();

        EditsOneAfterTheOther(Office sound) {
            super(sound);
        }

        @Override
        public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
            takeTurn();
            try {
                return super.edit(caller, num, edit, guard);
            } finally {
                turn.unlock();
            }
        }

        private void takeTurn() {
            try {
                if (turn.tryLock(500, MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("lock timeout");
        }
    }

    private static ProcTPEdit everyMember(ProcTP row) {
        ProcTP.Amounts amounts = row.amounts();
        return ProcTPEdit.builder().priority(row.priority().num()).toothNumTP(row.toothNumTP()).surf(row.surf())
                .procCode(row.procCode()).descript(row.descript()).feeAmt(amounts.feeAmt()).priInsAmt(amounts.priInsAmt())
                .secInsAmt(amounts.secInsAmt()).patAmt(amounts.patAmt()).discount(amounts.discount())
                .prognosis(row.prognosis()).dx(row.dx()).procAbbr(row.procAbbr()).feeAllowed(amounts.feeAllowed())
                .build(any -> true);
    }

    private static ProcTP withItemOrder(ProcTP row, int itemOrder) {
        return new ProcTP(row.num(), row.treatPlanNum(), row.patNum(), row.procNumOrig(), itemOrder, row.priority(),
                row.toothNumTP(), row.surf(), row.procCode(), row.descript(), row.amounts(), row.prognosis(), row.dx(),
                row.procAbbr(), row.stamp(), row.provNum(), row.dateTP(), row.clinicNum());
    }
}
