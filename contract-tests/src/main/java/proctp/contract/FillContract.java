package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.sample.SampleOffice;
import proctp.domain.DefNum;
import proctp.domain.ProcTP;
import proctp.domain.TxPriority;

/** Filling an office that holds no practice. */
public abstract class FillContract extends OfficeContract {

    private static final PracticeNum ONE = new PracticeNum(1);
    private static final PracticeNum TWO = new PracticeNum(2);
    private static final int MANY = 2_000;

    @Override
    List<PracticeContents> contents() {
        return List.of();
    }

    @Test
    void an_empty_office_takes_all_that_is_given() {
        List<PracticeContents> sample = SampleOffice.practices(SECRET, ZONE);
        assertThat(office.fillIfEmpty(sample)).as("whether it was filled").isTrue();
        assertHolds(sample);
    }

    @Test
    void an_office_that_holds_a_practice_is_left_as_it_is() {
        List<PracticeContents> sample = SampleOffice.practices(SECRET, ZONE);
        office.fillIfEmpty(sample);
        PracticeContents third = new Filing(new PracticeNum(3)).plan(1).row(1, 1, 0).contents();
        assertThat(office.fillIfEmpty(List.of(third))).as("whether it was filled").isFalse();
        assertThat(office.fillIfEmpty(sample)).as("whether it was filled").isFalse();
        assertHolds(sample);
        assertThat(plans(callerOf(third.practice()))).isEmpty();
    }

    @Test
    void an_office_whose_practice_has_nothing_holds_a_practice_all_the_same() {
        assertThat(office.fillIfEmpty(List.of(new Filing(ONE).contents()))).as("whether it was filled").isTrue();
        assertThat(office.fillIfEmpty(List.of(new Filing(TWO).plan(1).contents()))).as("whether it was filled").isFalse();
        assertThat(plans(callerOf(TWO))).isEmpty();
    }

    @Test
    void of_a_rows_priority_only_the_number_is_kept() {
        TxPriority misnamed = new TxPriority(new DefNum(7), "as it was called long ago");
        office.fillIfEmpty(List.of(new Filing(ONE).definition(7, 20, 0, "now").plan(1).row(1, 1, 0, misnamed).contents()));
        assertThat(rows(1)).extracting(ProcTP::priority).containsExactly(new TxPriority(new DefNum(7), "now"));
    }

    @Test
    void two_fills_at_once_leave_the_office_with_one_of_them() throws InterruptedException {
        for (int round = 0; round < 15; round++) {
            openAnEmptyOffice();
            CyclicBarrier start = new CyclicBarrier(2);
            Future<Boolean> one = clients.start(() -> fill(start, many(ONE)));
            Future<Boolean> two = clients.start(() -> fill(start, many(TWO)));
            boolean first = Clients.answer(one);
            assertThat(Clients.answer(two)).isEqualTo(!first);
            assertThat(everything(callerOf(ONE)).rows()).hasSize(first ? MANY : 0);
            assertThat(everything(callerOf(TWO)).rows()).hasSize(first ? 0 : MANY);
        }
    }

    @Test
    void a_row_of_a_plan_that_is_not_there_leaves_the_office_empty() {
        assertFaulty(good(ONE), good(TWO).row(99, 900, 0).contents());
    }

    @Test
    void two_rows_of_one_number_leave_the_office_empty() {
        assertFaulty(good(ONE), good(TWO).row(1, 11, 5).contents());
    }

    @Test
    void two_plans_of_one_number_leave_the_office_empty() {
        assertFaulty(good(ONE), good(TWO).plan(1).contents());
    }

    @Test
    void two_definitions_of_one_number_leave_the_office_empty() {
        assertFaulty(good(ONE), good(TWO).definition(1, 30, 0, "again").contents());
    }

    @Test
    void two_practices_of_one_number_leave_the_office_empty() {
        assertFaulty(good(ONE), good(ONE).contents());
    }

    @Test
    void two_keys_of_one_digest_leave_the_office_empty() {
        List<PracticeContents> sample = SampleOffice.practices(SECRET, ZONE);
        PracticeContents other = sample.get(1);
        assertThatThrownBy(() -> office.fillIfEmpty(List.of(sample.get(0), new PracticeContents(other.practice(),
                other.name(), sample.get(0).apiKeys(), other.definitions(), other.treatPlans(), other.procTPs()))))
                .isInstanceOf(RuntimeException.class);
        sample.get(0).apiKeys().forEach(key -> assertThat(office.apiKeys().find(key.digest())).isEmpty());
        assertStillEmpty();
    }

    private static Filing good(PracticeNum practice) {
        return new Filing(practice).definition(1, 20, 0, "High").plan(1).row(1, 11, 0);
    }

    /** Enough rows for a fill to take a while. */
    private static PracticeContents many(PracticeNum practice) {
        Filing filing = new Filing(practice).plan(1);
        for (int i = 0; i < MANY; i++) {
            filing.row(1, i + 1, i);
        }
        return filing.contents();
    }

    private void assertFaulty(Filing good, PracticeContents faulty) {
        assertThatThrownBy(() -> office.fillIfEmpty(List.of(good.contents(), faulty))).isInstanceOf(RuntimeException.class);
        assertStillEmpty();
    }

    private void assertStillEmpty() {
        for (PracticeNum practice : List.of(ONE, TWO)) {
            assertUnchanged(callerOf(practice), Everything.NOTHING);
        }
        List<PracticeContents> sample = SampleOffice.practices(SECRET, ZONE);
        assertThat(office.fillIfEmpty(sample)).as("it can still be filled").isTrue();
        assertHolds(sample);
    }

    private void assertHolds(List<PracticeContents> practices) {
        for (PracticeContents practice : practices) {
            Everything held = everything(callerOf(practice.practice()));
            assertThat(held.plans()).containsExactlyInAnyOrderElementsOf(practice.treatPlans());
            assertThat(held.rows()).containsExactlyInAnyOrderElementsOf(practice.procTPs());
            assertThat(held.definitions()).containsExactlyInAnyOrderElementsOf(practice.definitions());
            practice.apiKeys().forEach(key -> assertThat(office.apiKeys().find(key.digest())).contains(key));
        }
    }

    private boolean fill(CyclicBarrier start, PracticeContents practice) throws Exception {
        start.await();
        return office.fillIfEmpty(List.of(practice));
    }
}
