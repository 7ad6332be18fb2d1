package proctp.contract.faults;

import static proctp.contract.faults.Red.assertTurnsRed;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import proctp.application.port.Changes;
import proctp.application.port.Office;
import proctp.contract.ChangesContract;
import proctp.contract.ChangesListContract;
import proctp.contract.FollowedChangesContract;
import proctp.contract.OfficeUnderTest;
import proctp.contract.ReplayedChangesContract;

/** The same for what is written down of what happens. */
class PlantedChangesFaultsTest {

    @Test
    void numbers_given_out_before_the_commit_are_caught() {
        assertTurnsRed(EarlyNumbers.class, "X5_who_follows_the_feed_misses_nothing_and_sees_nothing_twice");
    }

    @Test
    void a_change_that_is_given_twice_is_caught() {
        assertTurnsRed(Twice.class, "X5_who_follows_the_feed_misses_nothing_and_sees_nothing_twice");
    }

    @Test
    void a_forgotten_request_is_caught() {
        assertTurnsRed(NoRequest.class,
                "X5_an_edit_writes_who_made_it_when_and_what_the_row_was_and_is",
                "X5_a_saved_plan_is_written_before_its_rows_and_they_come_in_its_order");
        assertTurnsRed(NoRequestOfWriters.class, "X5_what_was_done_is_in_the_feed_once_and_by_whom");
    }

    @Test
    void a_time_in_whole_seconds_is_caught() {
        assertTurnsRed(WholeSeconds.class, "X5_the_moment_is_exact_to_the_microsecond");
    }

    @Test
    void a_forgotten_before_is_caught() {
        assertTurnsRed(NoBefore.class,
                "X5_an_edit_writes_who_made_it_when_and_what_the_row_was_and_is",
                "X5_edits_signings_and_clearings_of_a_plan_are_told_apart");
        assertTurnsRed(NoBeforeToReplay.class,
                "X5_the_feed_from_its_beginning_gives_the_practice_as_it_is",
                "X5_the_changes_of_one_plan_give_that_plan_and_its_rows");
    }

    @Test
    void numbers_that_start_again_are_caught() {
        assertTurnsRed(CountedAgain.class,
                "X5_only_what_passes_every_filter_is_listed",
                "X5_what_is_older_than_some_time_is_forgotten_and_the_numbers_go_on");
    }

    @Test
    void until_taken_for_before_is_caught() {
        assertTurnsRed(UntilForBefore.class, "X5_what_is_older_than_some_time_is_forgotten_and_the_numbers_go_on");
    }

    @Test
    void a_forgotten_practice_is_caught() {
        assertTurnsRed(NoPractice.class, "A9_nobody_sees_another_practices_changes_nor_how_many_there_are");
    }

    @Test
    void an_entry_of_a_change_that_changes_nothing_is_caught() {
        assertTurnsRed(EntryOfNothing.class, "X5_what_changes_nothing_writes_nothing");
    }

    @Test
    void an_entry_of_a_request_that_comes_again_is_caught() {
        assertTurnsRed(EntryOfAReplay.class, "X9_a_request_that_comes_again_writes_nothing");
    }

    private static OfficeUnderTest faulty(Function<Office, Changes> fault) {
        return FaultyOffice.changes(fault);
    }

    static final class EarlyNumbers extends FollowedChangesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return faulty(ChangesFaults.NumbersWhatHasNotBeenCommitted::new);
        }
    }

    static final class Twice extends FollowedChangesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return faulty(ChangesFaults.GivesTheLastOneAgain::new);
        }
    }

    static final class NoRequest extends ChangesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return faulty(ChangesFaults.ForgetsTheRequest::new);
        }
    }

    static final class NoRequestOfWriters extends FollowedChangesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return faulty(ChangesFaults.ForgetsTheRequest::new);
        }
    }

    static final class WholeSeconds extends ChangesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return faulty(ChangesFaults.KeepsWholeSeconds::new);
        }
    }

    static final class NoBefore extends ChangesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return faulty(ChangesFaults.ForgetsWhatWasBefore::new);
        }
    }

    static final class NoBeforeToReplay extends ReplayedChangesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return faulty(ChangesFaults.ForgetsWhatWasBefore::new);
        }
    }

    static final class CountedAgain extends ChangesListContract {
        @Override
        protected OfficeUnderTest underTest() {
            return faulty(ChangesFaults.CountsWhatIsLeft::new);
        }
    }

    static final class UntilForBefore extends ChangesListContract {
        @Override
        protected OfficeUnderTest underTest() {
            return faulty(ChangesFaults.TakesBeforeForUntil::new);
        }
    }

    static final class NoPractice extends ChangesListContract {
        @Override
        protected OfficeUnderTest underTest() {
            return faulty(ChangesFaults.ForgetsThePractice::new);
        }
    }

    static final class EntryOfNothing extends ChangesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.rows(RowFaults.AlwaysMovesSecDateTEdit::new);
        }
    }

    static final class EntryOfAReplay extends ChangesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return FaultyOffice.plans(LifeFaults.ForgetsTheKey::new);
        }
    }
}
