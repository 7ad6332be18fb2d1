package proctp.contract.faults;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import proctp.contract.AtomicSignatureContract;
import proctp.contract.ConcurrentEditsContract;
import proctp.contract.EditedValuesContract;
import proctp.contract.IsolationContract;
import proctp.contract.OfficeUnderTest;
import proctp.contract.ProcTPsDeleteContract;
import proctp.contract.ProcTPsEditContract;
import proctp.contract.ProcTPsListContract;
import proctp.contract.SecDateTEditContract;
import proctp.contract.SignatureRaceContract;
import proctp.contract.TreatPlansContract;
import proctp.contract.UnhinderedContract;

/** A test that nobody has seen fail is no test: each contract meets an office that breaks it. */
class PlantedFaultsTest {

    @Test
    void a_lost_update_is_caught() {
        assertTurnsRed(LostUpdate.class,
                "U4_an_edit_does_not_undo_one_that_came_while_it_was_in_flight",
                "U4_a_text_and_an_amount_of_one_row_both_survive");
    }

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
    void an_edit_that_lets_go_of_the_plan_is_caught_in_every_order() {
        assertTurnsRed(PlanLetGo.class,
                "U3_a_signature_waits_for_an_edit_in_flight_and_covers_it",
                "U3_a_signature_waits_for_a_delete_in_flight_and_does_not_cover_the_row",
                "U3_an_edit_waits_for_a_signing_in_flight_and_is_refused",
                "U3_a_delete_waits_for_a_signing_in_flight_and_is_refused");
    }

    @Test
    void an_edit_that_lets_go_of_the_plan_is_caught_by_chance() {
        assertTurnsRed(PlanLetGoInRaces.class,
                "U3_what_was_signed_is_what_is_there_after_edits_of_a_text");
    }

    @Test
    void an_edit_that_comes_through_a_signing_in_flight_is_caught() {
        assertTurnsRed(LateLock.class,
                "U3_an_edit_waits_for_a_signing_in_flight_and_is_refused",
                "U3_a_delete_waits_for_a_signing_in_flight_and_is_refused");
    }

    @Test
    void a_signing_that_reads_too_early_is_caught() {
        assertTurnsRed(EarlyReading.class,
                "U3_a_signature_waits_for_an_edit_in_flight_and_covers_it",
                "U3_a_signature_waits_for_a_delete_in_flight_and_does_not_cover_the_row");
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
    void edits_one_after_the_other_are_caught() {
        assertTurnsRed(OneAtATime.class,
                "U3_edits_of_two_rows_of_one_plan_do_not_wait_for_each_other");
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

    private static void assertTurnsRed(Class<?> faulty, String... tests) {
        Set<String> red = EngineTestKit.engine("junit-jupiter").selectors(selectClass(faulty)).execute()
                .testEvents().failed().stream()
                .map(event -> event.getTestDescriptor().getDisplayName().replace("()", ""))
                .collect(toSet());
        assertThat(red).contains(tests);
    }

    static final class LostUpdate extends ConcurrentEditsContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(RowFaults.WritesTheWholeRowBack::new);
        }
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

    static final class PlanLetGo extends AtomicSignatureContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(RowFaults.LetsGoOfThePlanBeforeItWrites::new);
        }
    }

    static final class PlanLetGoInRaces extends SignatureRaceContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(RowFaults.LetsGoOfThePlanBeforeItWrites::new);
        }
    }

    static final class LateLock extends AtomicSignatureContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.plans(PlanFaults.LocksThePlanOnlyToStoreTheSignature::new);
        }
    }

    static final class EarlyReading extends AtomicSignatureContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.plans(PlanFaults.ReadsTheRowsBeforeItLocksThePlan::new);
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

    static final class OneAtATime extends UnhinderedContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(RowFaults.EditsOneAfterTheOther::new);
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
