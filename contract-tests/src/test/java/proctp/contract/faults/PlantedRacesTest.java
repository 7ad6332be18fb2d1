package proctp.contract.faults;

import static proctp.contract.faults.Red.assertTurnsRed;

import org.junit.jupiter.api.Test;
import proctp.contract.AtomicSignatureContract;
import proctp.contract.ConcurrentEditsContract;
import proctp.contract.OfficeUnderTest;
import proctp.contract.SignatureRaceContract;
import proctp.contract.UnhinderedContract;

/** The same for what goes wrong only when several programs are at one plan. */
class PlantedRacesTest {

    @Test
    void a_lost_update_is_caught() {
        assertTurnsRed(LostUpdate.class,
                "U4_an_edit_does_not_undo_one_that_came_while_it_was_in_flight");
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
    void an_edit_that_lets_go_of_the_plan_is_caught_in_races() {
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
    void edits_one_after_the_other_are_caught() {
        assertTurnsRed(OneAtATime.class,
                "U3_edits_of_two_rows_of_one_plan_do_not_wait_for_each_other");
    }

    static final class LostUpdate extends ConcurrentEditsContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(RowFaults.WritesTheWholeRowBack::new);
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

    static final class OneAtATime extends UnhinderedContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(RowFaults.EditsOneAfterTheOther::new);
        }
    }
}
