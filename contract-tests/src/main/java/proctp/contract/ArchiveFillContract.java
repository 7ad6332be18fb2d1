package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import proctp.application.Caller;
import proctp.application.Practice;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.PracticeSource;
import proctp.domain.DefNum;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;
import proctp.domain.TxPriority;

/** Putting a whole practice in. */
public abstract class ArchiveFillContract extends OfficeContract {

    private static final PracticeNum THREE = new PracticeNum(3);
    private static final Caller THIRD = callerOf(THREE);
    /** More than an adapter sends to a database in one piece. */
    private static final int MANY = 25_000;

    @Test
    void a_practice_that_is_not_there_is_made_and_holds_what_was_given() {
        Archived sample = Archived.of(office, CALLER).orElseThrow();
        assertThat(office.archive().fill(THIRD, sample.source())).as("whether it was filled").isTrue();
        assertThat(Archived.of(office, THIRD)).contains(sample);
        assertUnchanged(THIRD, everything(CALLER));
    }

    @Test
    void the_pieces_are_asked_for_once_and_in_their_order() {
        List<String> asked = new ArrayList<>();
        Archived sample = Archived.of(office, CALLER).orElseThrow();
        office.archive().fill(THIRD, new PracticeSource(sample.practice(), logged("definitions", sample.definitions(), asked),
                logged("plans", sample.plans(), asked), logged("rows", sample.rows(), asked)));
        assertThat(asked).isEqualTo(Stream.of(
                Collections.nCopies(sample.definitions().size(), "definitions"),
                Collections.nCopies(sample.plans().size(), "plans"),
                Collections.nCopies(sample.rows().size(), "rows")).flatMap(List::stream).toList());
    }

    private static <T> Iterator<T> logged(String name, List<T> pieces, List<String> asked) {
        return pieces.stream().peek(piece -> asked.add(name)).iterator();
    }

    @Test
    void a_practice_that_has_a_definition_a_plan_or_a_row_is_left_as_it_is_and_nothing_is_asked_for() {
        office.archive().fill(callerOf(new PracticeNum(4)), source(Practice.NEW, filing().definition(1, 20, 0, "High")));
        office.archive().fill(callerOf(new PracticeNum(5)), source(Practice.NEW, filing().plan(1)));
        for (Caller caller : List.of(CALLER, callerOf(new PracticeNum(4)), callerOf(new PracticeNum(5)))) {
            Optional<Archived> before = Archived.of(office, caller);
            Iterator<Object> never = Stream.generate(() -> {
                throw new AssertionError("asked for");
            }).iterator();
            assertThat(office.archive().fill(caller, new PracticeSource(new Practice("another", 900, 900, 900), as(never),
                    as(never), as(never)))).as("whether it was filled").isFalse();
            assertThat(Archived.of(office, caller)).isEqualTo(before);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Iterator<T> as(Iterator<?> iterator) {
        return (Iterator<T>) iterator;
    }

    @Test
    void a_practice_that_has_nothing_keeps_its_name_unless_another_is_given() {
        office.archive().fill(THIRD, source(new Practice("The third", 0, 0, 0), filing()));
        assertThat(office.archive().fill(THIRD, source(Practice.NEW, filing()))).as("whether it was filled").isTrue();
        assertThat(Archived.of(office, THIRD).orElseThrow().practice().name()).isEqualTo("The third");
        assertThat(office.archive().fill(THIRD, source(new Practice("Renamed", 0, 0, 0), filing()))).as("whether it was filled").isTrue();
        assertThat(Archived.of(office, THIRD).orElseThrow().practice().name()).isEqualTo("Renamed");
    }

    @Test
    void new_numbers_go_on_from_the_largest_that_are_there_and_from_the_last_that_were_given_out() {
        office.archive().fill(THIRD, source(new Practice("", 3, 700, 2),
                filing().definition(9, 20, 0, "High").plan(80).plan(20).row(80, 44, 0)));
        assertThat(Archived.of(office, THIRD).orElseThrow().practice()).isEqualTo(new Practice("", 80, 700, 9));
        NewTreatPlan.Builder draft = NewTreatPlan.builder().patNum(5);
        draft.procTP();
        TreatPlan saved = office.treatPlans().save(THIRD, draft.build(any -> true), Optional.empty()).value();
        assertThat(saved.num()).isEqualTo(planNum(81));
        assertThat(office.procTPs().list(THIRD, saved.num(), ALL)).extracting(ProcTP::num).containsExactly(rowNum(701));
    }

    @Test
    void of_a_rows_priority_only_the_number_is_kept() {
        TxPriority misnamed = new TxPriority(new DefNum(7), "as it was called long ago");
        office.archive().fill(THIRD, source(Practice.NEW, filing().definition(7, 20, 0, "now").plan(1).row(1, 1, 0, misnamed)));
        assertThat(Archived.of(office, THIRD).orElseThrow().rows()).extracting(ProcTP::priority)
                .containsExactly(new TxPriority(new DefNum(7), "now"));
    }

    @Test
    void what_a_piece_throws_undoes_all_of_it_and_comes_out_as_it_is() {
        Archived sample = Archived.of(office, CALLER).orElseThrow();
        IllegalStateException broken = new IllegalStateException("line 17");
        for (PracticeSource source : List.of(
                new PracticeSource(sample.practice(), broken(sample.definitions(), broken), sample.plans().iterator(),
                        sample.rows().iterator()),
                new PracticeSource(sample.practice(), sample.definitions().iterator(), broken(sample.plans(), broken),
                        sample.rows().iterator()),
                new PracticeSource(sample.practice(), sample.definitions().iterator(), sample.plans().iterator(),
                        broken(sample.rows(), broken)))) {
            assertThatThrownBy(() -> office.archive().fill(THIRD, source)).isSameAs(broken);
            assertThat(Archived.of(office, THIRD)).as("not even the practice is there").isEmpty();
        }
        assertThat(office.archive().fill(THIRD, sample.source())).as("it can still be put in").isTrue();
    }

    private static <T> Iterator<T> broken(List<T> pieces, RuntimeException at) {
        return Stream.concat(pieces.stream(), Stream.<T>generate(() -> {
            throw at;
        })).iterator();
    }

    @Test
    void what_cannot_be_kept_together_undoes_all_of_it() {
        for (Filing faulty : List.of(
                good().row(99, 900, 0), good().row(1, 11, 5), good().plan(1), good().definition(1, 30, 0, "again"))) {
            assertThatThrownBy(() -> office.archive().fill(THIRD, source(Practice.NEW, faulty)))
                    .isInstanceOf(RuntimeException.class);
            assertThat(Archived.of(office, THIRD)).isEmpty();
        }
    }

    @Test
    void nobody_sees_a_part_of_it() {
        PracticeContents given = good().contents();
        Iterator<ProcTP> rows = given.procTPs().stream().peek(row -> assertUnchanged(THIRD, Everything.NOTHING)).iterator();
        assertThat(office.archive().fill(THIRD, new PracticeSource(Practice.NEW, given.definitions().iterator(),
                given.treatPlans().iterator(), rows))).as("whether it was filled").isTrue();
        assertThat(everything(THIRD).rows()).hasSize(1);
    }

    @Test
    void a_plan_that_is_saved_meanwhile_comes_after_it() throws InterruptedException {
        office.archive().fill(THIRD, source(Practice.NEW, filing()));
        PracticeContents given = filing().plan(1).plan(2).contents();
        AtomicReference<Future<TreatPlan>> saving = new AtomicReference<>();
        Iterator<TreatPlan> plans = given.treatPlans().stream().peek(plan -> {
            if (saving.get() == null) {
                saving.set(clients.start(() -> office.treatPlans()
                        .save(THIRD, NewTreatPlan.builder().patNum(5).build(any -> true), Optional.empty()).value()));
                assertWaits(saving.get());
            }
        }).iterator();
        office.archive().fill(THIRD, new PracticeSource(Practice.NEW, Collections.emptyIterator(), plans, Collections.emptyIterator()));
        assertThat(Clients.answer(saving.get()).num()).isEqualTo(planNum(3));
    }

    private static void assertWaits(Future<?> call) {
        try {
            assertThat(Clients.waits(call)).as("whether the call waits for the one that is under way").isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void of_many_rows_none_is_lost_whatever_their_order() {
        long[] mixed = LongStream.rangeClosed(1, MANY).map(num -> num * 7 % MANY + 1).toArray();
        ProcTP one = filing().plan(1).row(1, 1, 0).contents().procTPs().get(0);
        Iterator<ProcTP> rows = Arrays.stream(mixed).mapToObj(num -> new ProcTP(rowNum(num), planNum(num % 10 + 1), num, 0, 0,
                one.priority(), "", "", "", "Row " + num, one.amounts(), "", "", "", one.stamp(), 0, Optional.empty(), 0)).iterator();
        Filing tenPlans = filing();
        LongStream.rangeClosed(1, 10).forEach(tenPlans::plan);
        assertThat(office.archive().fill(THIRD, new PracticeSource(Practice.NEW, Collections.emptyIterator(),
                tenPlans.contents().treatPlans().iterator(), rows))).as("whether it was filled").isTrue();
        assertThat(Archived.of(office, THIRD).orElseThrow().rows()).extracting(ProcTP::descript)
                .isEqualTo(LongStream.rangeClosed(1, MANY).mapToObj(num -> "Row " + num).toList());
    }

    private static Filing filing() {
        return new Filing(THREE);
    }

    private static Filing good() {
        return filing().definition(1, 20, 0, "High").plan(1).row(1, 11, 0);
    }

    private static PracticeSource source(Practice practice, Filing filing) {
        PracticeContents contents = filing.contents();
        return new PracticeSource(practice, contents.definitions().iterator(), contents.treatPlans().iterator(),
                contents.procTPs().iterator());
    }
}
