package proctp.contract.faults;

import static proctp.contract.faults.Red.assertTurnsRed;

import org.junit.jupiter.api.Test;
import proctp.contract.EditedValuesContract;
import proctp.contract.IsolationContract;
import proctp.contract.OfficeUnderTest;
import proctp.contract.ProcTPsDeleteContract;
import proctp.contract.ProcTPsEditContract;
import proctp.contract.ProcTPsListContract;
import proctp.contract.SecDateTEditContract;
import proctp.contract.TreatPlansContract;

/** A test that nobody has seen fail is no test: each contract meets an office that breaks it. */
class PlantedFaultsTest {

    @Test
    void a_list_without_order_is_caught() {
        assertTurnsRed(NoOrder.class,
                "G1_rows_come_by_ItemOrder_and_not_by_number",
                "G1_rows_of_one_ItemOrder_come_by_number");
    }

    @Test
    void a_SecDateTEdit_that_always_moves_is_caught() {
        assertTurnsRed(MovingTime.class,
                "it_stays_for_an_edit_that_names_nothing",
                "it_stays_when_an_amount_is_set_to_what_it_is");
    }

    @Test
    void a_guard_that_is_not_asked_about_an_empty_edit_is_caught() {
        assertTurnsRed(UnguardedEmptyEdit.class,
                "U8_the_guard_judges_an_edit_that_names_nothing");
    }

    @Test
    void an_answer_from_an_old_reading_is_caught() {
        assertTurnsRed(OldAnswer.class,
                "U1_the_answer_is_the_row_as_the_list_has_it");
    }

    @Test
    void a_wrapped_exception_is_caught() {
        assertTurnsRed(WrappedException.class,
                "U2_what_the_guard_throws_comes_out_as_it_is_and_nothing_changes");
    }

    @Test
    void a_delete_that_renumbers_is_caught() {
        assertTurnsRed(Renumbering.class,
                "D1_the_row_is_gone_and_the_others_keep_their_place");
    }

    @Test
    void a_look_up_that_forgets_the_practice_is_caught() {
        assertTurnsRed(NoPractice.class,
                "A9_foreign_plans_have_no_rows_and_do_not_exist",
                "A9_foreign_rows_cannot_be_edited");
    }

    @Test
    void a_text_cut_short_is_caught() {
        assertTurnsRed(ShortTexts.class,
                "U1_a_text_may_be_as_long_as_its_column_in_code_points");
    }

    @Test
    void a_filter_that_takes_after_for_since_is_caught() {
        assertTurnsRed(AfterForSince.class,
                "T1_plans_that_changed_after_a_time_and_not_at_it");
    }

    static final class NoOrder extends ProcTPsListContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(RowFaults.ForgetsTheOrder::new);
        }
    }

    static final class MovingTime extends SecDateTEditContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(RowFaults.AlwaysMovesSecDateTEdit::new);
        }
    }

    static final class UnguardedEmptyEdit extends ProcTPsEditContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(RowFaults.AsksNobodyAboutAnEmptyEdit::new);
        }
    }

    static final class OldAnswer extends ProcTPsEditContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(AnswerFaults.AnswersFromAnOldReading::new);
        }
    }

    static final class WrappedException extends ProcTPsEditContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(AnswerFaults.WrapsWhatTheGuardThrows::new);
        }
    }

    static final class Renumbering extends ProcTPsDeleteContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(RowFaults.RenumbersAfterADelete::new);
        }
    }

    static final class NoPractice extends IsolationContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(RowFaults.ForgetsThePractice::new);
        }
    }

    static final class ShortTexts extends EditedValuesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(AnswerFaults.CutsTextsShort::new);
        }
    }

    static final class AfterForSince extends TreatPlansContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.plans(PlanFaults.TakesAfterForSince::new);
        }
    }
}
