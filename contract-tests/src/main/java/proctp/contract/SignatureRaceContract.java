package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;

/**
 * A signature and a change of one of the rows it covers, started together many times over: whichever comes first, what
 * was signed is what is there afterwards. Each round has a plan of its own.
 */
public abstract class SignatureRaceContract extends OfficeContract {

    private static final Money NEW_AMOUNT = Money.parse("123.45").orElseThrow();

    /** Longer than a change or a signing takes, so that either can be first. */
    private static final int LONGEST_DELAY_NANOS = 1_500_000;

    private final Random random = new Random(20261123);

    /** A way to change a row. */
    @FunctionalInterface
    private interface Change {
        void make(ProcTPNum num);
    }

    /** Who was first. */
    private enum First { CHANGE, SIGNATURE }

    @Override
    List<PracticeContents> contents() {
        Filing filing = new Filing(new PracticeNum(1));
        for (long plan = 1; plan <= underTest().rounds(); plan++) {
            filing.plan(plan).row(plan, 3 * plan, 0).row(plan, 3 * plan + 1, 1).row(plan, 3 * plan + 2, 2);
        }
        return List.of(filing.contents());
    }

    @Test
    void U3_what_was_signed_is_what_is_there_after_edits_of_a_text() throws InterruptedException {
        race(num -> office.procTPs().edit(CALLER, num, edit(members -> members.descript("edited")), RULE),
                row -> row.descript().equals("edited"));
    }

    @Test
    void U3_what_was_signed_is_what_is_there_after_edits_of_an_amount() throws InterruptedException {
        race(num -> office.procTPs().edit(CALLER, num, edit(members -> members.patAmt(NEW_AMOUNT)), RULE),
                row -> row.amounts().patAmt().equals(NEW_AMOUNT));
    }

    @Test
    void U3_what_was_signed_is_what_is_there_after_deletes() throws InterruptedException {
        race(num -> office.procTPs().delete(CALLER, num, RULE), row -> false);
    }

    private void race(Change change, Predicate<ProcTP> isChanged) throws InterruptedException {
        Map<First, Integer> outcomes = new EnumMap<>(First.class);
        for (long plan = 1; plan <= underTest().rounds(); plan++) {
            ProcTPNum num = rowNum(3 * plan + random.nextInt(3));
            First first = round(change, plan, num);
            List<ProcTP> now = rows(plan);
            boolean changed = now.stream().filter(row -> row.num().equals(num)).map(isChanged::test).findFirst().orElse(true);
            assertThat(changed).as("plan %d, %s was first", plan, first).isEqualTo(first == First.CHANGE);
            outcomes.merge(first, 1, Integer::sum);
        }
        assertThat(outcomes).as("each was first at times").hasSize(2);
    }

    private First round(Change change, long plan, ProcTPNum num) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(2);
        int delayOfChange = delay();
        int delayOfSigning = delay();
        Future<First> changing = clients.start(() -> {
            startTogether(start, delayOfChange);
            return tryTo(change, num);
        });
        Future<List<ProcTP>> signing = clients.start(() -> {
            startTogether(start, delayOfSigning);
            return sign(plan);
        });
        First first = Clients.answer(changing);
        List<ProcTP> covered = Clients.answer(signing);
        assertThat(rows(plan)).as("plan %d as signed, %s was first", plan, first).isEqualTo(covered);
        return first;
    }

    private static First tryTo(Change change, ProcTPNum num) {
        try {
            change.make(num);
            return First.CHANGE;
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TREAT_PLAN_SIGNED);
            return First.SIGNATURE;
        }
    }

    /** The rows that the signature covers. */
    private List<ProcTP> sign(long num) {
        List<ProcTP> covered = new ArrayList<>();
        sign(CALLER, planNum(num), (plan, rows) -> {
            covered.addAll(rows);
            return signature("signed");
        });
        return covered;
    }

    private int delay() {
        return random.nextBoolean() ? 0 : random.nextInt(LONGEST_DELAY_NANOS);
    }

    private static void startTogether(CyclicBarrier start, int delayNanos) throws Exception {
        start.await();
        if (delayNanos > 0) {
            LockSupport.parkNanos(delayNanos);
        }
    }
}
