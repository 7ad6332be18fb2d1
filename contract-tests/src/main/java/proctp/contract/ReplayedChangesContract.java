package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.PracticeNum;

/** Who does again what the feed tells, from its beginning, has the practice as it is. */
public abstract class ReplayedChangesContract extends OfficeContract {

    private static final int CHANGES = 300;

    @Test
    void X5_the_feed_from_its_beginning_gives_the_practice_as_it_is() {
        Caller third = callerOf(new PracticeNum(3));
        office.archive().fill(third, HostilePractice.of(third.practice(), 7, 30).source());
        int writer = 0;
        for (Caller caller : List.of(CALLER, OTHER_CALLER, third)) {
            BusyWriter busy = new BusyWriter(office, caller, writer++, 0);
            for (int i = 0; i < 3; i++) {
                clock.advance(Duration.ofSeconds(5));
                busy.make(CHANGES / 3);
                List<Change> all = Feed.all(office.changes(), caller);
                assertThat(Feed.replayed(all)).isEqualTo(Feed.Replayed.of(everything(caller)));
            }
        }
    }

    @Test
    void X5_the_changes_of_one_plan_give_that_plan_and_its_rows() {
        new BusyWriter(office, CALLER, 1, 0).make(CHANGES);
        List<Change> all = Feed.all(office.changes(), CALLER);
        Feed.Replayed practice = Feed.replayed(all);
        practice.plans().forEach(plan -> {
            Feed.Replayed one = Feed.replayed(all.stream().filter(change -> change.treatPlanNum().equals(plan.num())).toList());
            assertThat(one.plans()).containsExactly(plan(plan.num().value()));
            assertThat(one.rows()).containsExactlyInAnyOrderElementsOf(rows(plan.num().value()));
        });
    }
}
