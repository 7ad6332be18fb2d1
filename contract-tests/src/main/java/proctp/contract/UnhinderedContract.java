package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import proctp.application.Caller;
import proctp.application.port.ProcTPGuard;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlan;

/** Who does not wait for whom: what one program holds in flight stops nobody whom it does not concern. */
public abstract class UnhinderedContract extends OfficeContract {

    private final Hold hold = new Hold();
    private final ProcTPGuard holding = (plan, row) -> hold.here();

    @Test
    void U3_edits_of_two_rows_of_one_plan_do_not_wait_for_each_other() throws InterruptedException {
        Future<ProcTP> held = clients.start(() -> editHeld(CALLER, 976));
        hold.awaitReached(held);
        assertThat(Clients.answer(clients.start(() -> edited(977, members -> members.surf("B")))).surf()).isEqualTo("B");
        assertThat(held).isNotDone();
        hold.release();
        assertThat(Clients.answer(held).surf()).isEqualTo("held");
        assertThat(rows(963)).extracting(ProcTP::surf).containsExactly("held", "B");
    }

    @Test
    void U3_a_delete_and_an_edit_of_two_rows_of_one_plan_do_not_wait_for_each_other() throws InterruptedException {
        Future<?> held = clients.start(() -> {
            office.procTPs().delete(CALLER, rowNum(976), holding);
            return true;
        });
        hold.awaitReached(held);
        ProcTP edited = Clients.answer(clients.start(() -> edited(977, members -> members.surf("B"))));
        assertThat(held).isNotDone();
        hold.release();
        Clients.answer(held);
        assertThat(rows(963)).containsExactly(edited);
    }

    @Test
    void a_list_does_not_wait_for_an_edit_in_flight() throws InterruptedException {
        Everything before = everything(CALLER);
        Future<ProcTP> held = clients.start(() -> editHeld(CALLER, 976));
        hold.awaitReached(held);
        assertSame(before, Clients.answer(clients.start(() -> everything(CALLER))));
        assertThat(held).isNotDone();
        hold.release();
        assertThat(Clients.answer(held)).isEqualTo(row(963, 976));
    }

    @Test
    void a_list_does_not_wait_for_a_signing_in_flight_and_does_not_see_it() throws InterruptedException {
        Everything before = everything(CALLER);
        Future<TreatPlan> held = clients.start(this::signHeld);
        hold.awaitReached(held);
        assertSame(before, Clients.answer(clients.start(() -> everything(CALLER))));
        assertThat(held).isNotDone();
        hold.release();
        assertThat(Clients.answer(held)).isEqualTo(plan(963));
    }

    @Test
    void a_signing_of_one_plan_stops_no_edit_of_another() throws InterruptedException {
        Future<TreatPlan> held = clients.start(this::signHeld);
        hold.awaitReached(held);
        assertThat(Clients.answer(clients.start(() -> edited(981, members -> members.surf("B")))).surf()).isEqualTo("B");
        assertThat(held).isNotDone();
        hold.release();
        assertThat(Clients.answer(held).isSigned()).as("whether the plan is signed").isTrue();
    }

    @Test
    void A9_an_edit_in_flight_does_not_stop_the_other_practice_from_signing_its_plan_of_that_number()
            throws InterruptedException {
        Future<ProcTP> held = clients.start(() -> editHeld(CALLER, 976));
        hold.awaitReached(held);
        TreatPlan signed = Clients.answer(clients.start(() ->
                sign(OTHER_CALLER, planNum(963), (plan, rows) -> signature("signed"))));
        assertThat(signed.isSigned()).as("whether the plan is signed").isTrue();
        assertThat(held).isNotDone();
        hold.release();
        assertThat(Clients.answer(held).surf()).isEqualTo("held");
    }

    private ProcTP editHeld(Caller caller, long num) {
        return office.procTPs().edit(caller, new ProcTPNum(num), edit(members -> members.surf("held")), holding);
    }

    private TreatPlan signHeld() {
        return sign(CALLER, planNum(963), (plan, rows) -> {
            hold.here();
            return signature("signed");
        });
    }
}
