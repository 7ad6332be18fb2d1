package proctp.contract.faults;

import static proctp.contract.faults.Red.assertTurnsRed;

import org.junit.jupiter.api.Test;
import proctp.contract.ApiKeysChangeContract;
import proctp.contract.OfficeUnderTest;
import proctp.contract.PracticesContract;

/** The same for the contracts of keys and practices. */
class PlantedKeyFaultsTest {

    @Test
    void numbers_that_count_across_practices_are_caught() {
        assertTurnsRed(Counting.class, "numbers_go_on_in_each_practice_from_the_largest");
    }

    @Test
    void a_key_that_is_replaced_in_two_steps_is_caught() {
        assertTurnsRed(TwoSteps.class,
                "a_change_that_throws_comes_out_as_it_is_and_nothing_changes",
                "the_one_that_takes_the_place_of_another_is_made_of_that_as_it_was_and_both_are_stored");
    }

    @Test
    void a_day_of_use_that_goes_back_is_caught() {
        assertTurnsRed(AnyDay.class, "the_last_day_of_use_is_noted_and_never_goes_back");
    }

    @Test
    void a_practice_that_is_only_hidden_is_caught() {
        assertTurnsRed(Hidden.class,
                "of_one_that_was_erased_nothing_is_left_and_the_others_stay",
                "whoever_comes_after_the_erasing_finds_no_practice",
                "the_erasing_waits_for_a_change_that_is_under_way");
    }

    static final class Counting extends ApiKeysChangeContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.keys(KeyFaults.CountsAcrossPractices::new);
        }
    }

    static final class TwoSteps extends ApiKeysChangeContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.keys(KeyFaults.ReplacesInTwoSteps::new);
        }
    }

    static final class AnyDay extends ApiKeysChangeContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.keys(KeyFaults.NotesWhateverDayItIs::new);
        }
    }

    static final class Hidden extends PracticesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.practices(KeyFaults.OnlyHides::new);
        }
    }
}
