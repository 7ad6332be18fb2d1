package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import proctp.application.Change;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;

/**
 * A program that follows the feed while many others are at work, some of them slowly: it reads on behind the last number that it has
 * seen. A feed whose numbers are given out before it is certain in which order they will be seen passes every test of one call after
 * the other and fails these: what comes late with a smaller number is missed.
 */
public abstract class FollowedChangesContract extends OfficeContract {

    /** What a test that fails as it should says first. */
    public static final String MISSED = "the numbers that were seen, beside all that there are";

    private static final int WRITERS = 16;
    private static final int CHANGES_OF_EACH = 40;
    private static final int ENTRIES_AT_ONCE = 20;

    @Override
    List<PracticeContents> contents() {
        Filing filing = new Filing(new PracticeNum(1));
        for (long plan = 1; plan <= 6; plan++) {
            filing.plan(plan);
            for (int row = 0; row < 4; row++) {
                filing.row(plan, 10 * plan + row, row);
            }
        }
        return List.of(filing.contents());
    }

    @Test
    void X5_who_follows_the_feed_misses_nothing_and_sees_nothing_twice() throws InterruptedException {
        List<Change> seen = followed();
        assertThat(seen).extracting(Change::num).as(MISSED).isEqualTo(all().stream().map(Change::num).toList());
        assertThat(seen).isEqualTo(all());
    }

    @Test
    void X5_numbers_have_no_gaps_whatever_was_refused_or_given_up() throws InterruptedException {
        List<Change> seen = followed();
        assertThat(seen).extracting(Change::num).isEqualTo(LongStream.rangeClosed(1, all().size()).boxed().toList());
    }

    @Test
    void X5_each_change_goes_on_from_where_the_one_before_it_ended_and_the_last_ones_are_what_is_there() throws InterruptedException {
        assertThat(Feed.replayed(followed())).isEqualTo(Feed.Replayed.of(everything(CALLER)));
    }

    @Test
    void X5_what_was_done_is_in_the_feed_once_and_by_whom() throws InterruptedException {
        List<String> done = new ArrayList<>();
        List<Change> seen = followed(done);
        List<String> written = seen.stream().map(change -> change.author().requestId()).filter(request -> !request.isEmpty()).distinct()
                .toList();
        assertThat(written).containsExactlyInAnyOrderElementsOf(done);
        assertThat(done).hasSizeGreaterThan(WRITERS * CHANGES_OF_EACH / 4);
    }

    private List<Change> all() {
        return Feed.all(office.changes(), CALLER);
    }

    private List<Change> followed() throws InterruptedException {
        return followed(new ArrayList<>());
    }

    /** What a reader has seen when all writers are done, and nothing more comes. */
    private List<Change> followed(List<String> done) throws InterruptedException {
        List<Future<List<String>>> writers = IntStream.range(0, WRITERS).mapToObj(writer -> clients.start(
                (Callable<List<String>>) () -> new BusyWriter(office, CALLER, writer, 1_500_000).make(CHANGES_OF_EACH))).toList();
        Feed feed = new Feed(office.changes(), CALLER);
        boolean ended = false;
        while (!ended) {
            ended = writers.stream().allMatch(Future::isDone);
            while (feed.goOn(ENTRIES_AT_ONCE)) {
                Thread.yield();
            }
        }
        for (Future<List<String>> writer : writers) {
            done.addAll(Clients.answer(writer));
        }
        return feed.seen();
    }
}
