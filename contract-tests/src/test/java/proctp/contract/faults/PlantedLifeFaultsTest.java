package proctp.contract.faults;

import static proctp.contract.faults.Red.assertTurnsRed;

import org.junit.jupiter.api.Test;
import proctp.contract.IdempotencyContract;
import proctp.contract.OfficeUnderTest;
import proctp.contract.ProcTPsFindContract;
import proctp.contract.RowConditionContract;
import proctp.contract.TreatPlansDeleteContract;
import proctp.contract.TreatPlansReviseContract;

/** The same for the contracts of a plan's life and of readings of many plans. */
class PlantedLifeFaultsTest {

    @Test
    void a_key_that_is_forgotten_is_caught() {
        assertTurnsRed(ForgottenKey.class,
                "X9_the_same_again_gives_the_first_answer_and_does_nothing",
                "X9_another_request_with_the_key_is_refused_and_does_nothing",
                "X9_many_at_the_same_time_do_the_work_once");
    }

    @Test
    void an_answer_that_is_not_the_first_one_is_caught() {
        assertTurnsRed(LaterAnswer.class,
                "X9_the_first_answer_is_given_again_whatever_became_of_the_plan");
    }

    @Test
    void a_signature_without_what_was_signed_is_caught() {
        assertTurnsRed(ForgottenContent.class,
                "T4_everything_that_can_change_is_stored_as_it_was_revised");
    }

    @Test
    void a_delete_that_judges_before_it_holds_the_plan_is_caught() {
        assertTurnsRed(HastyDelete.class,
                "U3_an_edit_that_waited_for_the_delete_of_its_plan_finds_no_row");
    }

    @Test
    void a_row_that_is_shown_without_being_held_is_caught() {
        assertTurnsRed(UnheldRow.class,
                "X7_a_row_that_the_guard_looks_at_does_not_change_until_the_edit_is_done",
                "X7_of_two_that_saw_the_same_row_one_is_refused_whatever_the_timing");
    }

    @Test
    void a_filter_that_takes_after_for_since_is_caught() {
        assertTurnsRed(AfterForSince.class,
                "X4_rows_that_changed_after_a_time_and_not_at_it_come_by_that_time");
    }

    @Test
    void rows_of_many_plans_without_order_are_caught() {
        assertTurnsRed(NoOrder.class,
                "X3_rows_of_many_plans_come_by_plan_then_ItemOrder_then_number");
    }

    static final class ForgottenKey extends IdempotencyContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.plans(LifeFaults.ForgetsTheKey::new);
        }
    }

    static final class LaterAnswer extends IdempotencyContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.plans(LifeFaults.AnswersAgainWithWhatIsThereNow::new);
        }
    }

    static final class ForgottenContent extends TreatPlansReviseContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.plans(LifeFaults.ForgetsWhatWasSigned::new);
        }
    }

    static final class HastyDelete extends TreatPlansDeleteContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.plans(LifeFaults.DeletesWithoutWaiting::new);
        }
    }

    static final class UnheldRow extends RowConditionContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(LifeFaults.ShowsTheRowWithoutHoldingIt::new);
        }
    }

    static final class AfterForSince extends ProcTPsFindContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(LifeFaults.TakesAfterForSince::new);
        }
    }

    static final class NoOrder extends ProcTPsFindContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(LifeFaults.ForgetsThePlansOrder::new);
        }
    }
}
