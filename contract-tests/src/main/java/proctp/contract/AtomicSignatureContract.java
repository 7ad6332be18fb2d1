package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import proctp.application.port.ProcTPGuard;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/**
 * A signature and the changes of the rows it covers, in every order that can be forced: each is held in flight while the
 * other comes. An UPDATE that asks in its WHERE whether the plan is signed passes any test of them one after the other and
 * fails these, since it sees the plan as it was committed and not the signature that is on its way.
 */
public abstract class AtomicSignatureContract extends OfficeContract {

    private final Hold hold = new Hold();

    /** What the signing saw. */
    private final List<ProcTP> covered = Collections.synchronizedList(new ArrayList<>());

    @Test
    void U3_a_signature_waits_for_an_edit_in_flight_and_covers_it() throws InterruptedException {
        Future<ProcTP> edit = clients.start(() -> editHeld(976, hold));
        hold.awaitReached(edit);
        Future<TreatPlan> signing = clients.start(() -> sign(963));
        assertThat(Clients.waits(signing)).as("the signing waits").isTrue();
        hold.release();
        ProcTP edited = Clients.answer(edit);
        assertThat(Clients.answer(signing).isSigned()).as("whether the plan is signed").isTrue();
        assertThat(covered).isEqualTo(rows(963)).contains(edited);
        assertThat(edited.descript()).isEqualTo("edited");
    }

    @Test
    void U3_a_signature_waits_for_a_delete_in_flight_and_does_not_cover_the_row() throws InterruptedException {
        Future<Boolean> delete = clients.start(() -> deleteHeld(976, hold));
        hold.awaitReached(delete);
        Future<TreatPlan> signing = clients.start(() -> sign(963));
        assertThat(Clients.waits(signing)).as("the signing waits").isTrue();
        hold.release();
        Clients.answer(delete);
        Clients.answer(signing);
        assertThat(covered).isEqualTo(rows(963)).extracting(row -> row.num().value()).containsExactly(977L);
    }

    @Test
    void U3_a_signature_waits_for_all_edits_in_flight() throws InterruptedException {
        Hold second = new Hold();
        Future<ProcTP> edit = clients.start(() -> editHeld(976, hold));
        Future<ProcTP> other = clients.start(() -> editHeld(977, second));
        hold.awaitReached(edit);
        second.awaitReached(other);
        Future<TreatPlan> signing = clients.start(() -> sign(963));
        hold.release();
        Clients.answer(edit);
        assertThat(Clients.waits(signing)).as("the signing waits for the second edit").isTrue();
        second.release();
        Clients.answer(other);
        Clients.answer(signing);
        assertThat(covered).isEqualTo(rows(963)).extracting(ProcTP::descript).containsExactly("edited", "edited");
    }

    @Test
    void U3_an_edit_waits_for_a_signing_in_flight_and_is_refused() throws InterruptedException {
        Future<TreatPlan> signing = clients.start(() -> signHeld(963));
        hold.awaitReached(signing);
        Future<ProcTP> edit = clients.start(() -> edited(976, members -> members.descript("too late")));
        assertThat(Clients.waits(edit)).as("the edit waits").isTrue();
        hold.release();
        Clients.answer(signing);
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> Clients.answer(edit));
        assertThat(rows(963)).isEqualTo(covered).hasSize(2);
    }

    @Test
    void U3_a_delete_waits_for_a_signing_in_flight_and_is_refused() throws InterruptedException {
        Future<TreatPlan> signing = clients.start(() -> signHeld(963));
        hold.awaitReached(signing);
        Future<Boolean> delete = clients.start(() -> delete(976, RULE));
        assertThat(Clients.waits(delete)).as("the delete waits").isTrue();
        hold.release();
        Clients.answer(signing);
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> Clients.answer(delete));
        assertThat(rows(963)).isEqualTo(covered).hasSize(2);
    }

    @Test
    void U3_changes_that_waited_for_a_signing_which_fails_are_made() throws InterruptedException {
        Future<TreatPlan> signing = clients.start(() -> sign(CALLER, planNum(963), (plan, rows) -> {
            hold.here();
            throw new IllegalStateException("no ink");
        }));
        hold.awaitReached(signing);
        Future<ProcTP> edit = clients.start(() -> edited(976, members -> members.descript("edited")));
        Future<Boolean> delete = clients.start(() -> delete(977, RULE));
        assertThat(Clients.waits(edit) && Clients.waits(delete)).as("both wait").isTrue();
        hold.release();
        assertThat(catchThrowable(() -> Clients.answer(signing))).hasMessage("no ink");
        Clients.answer(delete);
        ProcTP edited = Clients.answer(edit);
        assertThat(rows(963)).containsExactly(edited);
    }

    @Test
    void U3_two_signings_of_one_plan_come_one_after_the_other() throws InterruptedException {
        Future<TreatPlan> first = clients.start(() -> signHeld(963));
        hold.awaitReached(first);
        List<TreatPlan> seen = Collections.synchronizedList(new ArrayList<>());
        Future<TreatPlan> second = clients.start(() -> sign(CALLER, planNum(963), (plan, rows) -> {
            seen.add(plan);
            return signature("second");
        }));
        assertThat(Clients.waits(second)).as("the second waits").isTrue();
        assertThat(seen).as("plans that the second saw meanwhile").isEmpty();
        hold.release();
        TreatPlan signedFirst = Clients.answer(first);
        assertThat(Clients.answer(second).patient().value()).isEqualTo("second");
        assertThat(seen).containsExactly(signedFirst);
    }

    @Test
    void U3_a_guard_that_throws_lets_go_of_the_plan() throws InterruptedException {
        ProcTPGuard throwing = (plan, row) -> {
            throw new IllegalStateException("a bug");
        };
        assertThat(catchThrowable(() -> office.procTPs().edit(CALLER, rowNum(976), edit(members -> members), throwing)))
                .hasMessage("a bug");
        assertThat(catchThrowable(() -> delete(976, throwing))).hasMessage("a bug");
        assertThat(Clients.answer(clients.start(() -> sign(963))).isSigned()).as("whether the plan is signed").isTrue();
    }

    @Test
    void U3_a_signing_that_throws_lets_go_of_the_plan() throws InterruptedException {
        Signing throwing = (plan, rows) -> {
            throw new IllegalStateException("a bug");
        };
        assertThat(catchThrowable(() -> sign(CALLER, planNum(963), throwing))).hasMessage("a bug");
        assertThat(Clients.answer(clients.start(() -> edited(976, members -> members.surf("B")))).surf()).isEqualTo("B");
        assertThat(Clients.answer(clients.start(() -> sign(963))).isSigned()).as("whether the plan is signed").isTrue();
    }

    private ProcTP editHeld(long num, Hold held) {
        return office.procTPs().edit(CALLER, rowNum(num), edit(members -> members.descript("edited")), holding(held));
    }

    private boolean deleteHeld(long num, Hold held) {
        return delete(num, holding(held));
    }

    private boolean delete(long num, ProcTPGuard guard) {
        office.procTPs().delete(CALLER, rowNum(num), guard);
        return true;
    }

    private static ProcTPGuard holding(Hold held) {
        return (plan, row) -> {
            RULE.check(plan, row);
            held.here();
        };
    }

    private TreatPlan sign(long num) {
        return sign(CALLER, planNum(num), (plan, rows) -> {
            covered.addAll(rows);
            return signature("signed");
        });
    }

    private TreatPlan signHeld(long num) {
        return sign(CALLER, planNum(num), (plan, rows) -> {
            covered.addAll(rows);
            hold.here();
            return signature("signed");
        });
    }
}
