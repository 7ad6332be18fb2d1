package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.PracticeSink;
import proctp.application.port.PlanGuard;
import proctp.application.port.ProcTPGuard;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;

/** What the archive shows of a practice. */
public abstract class ArchiveContract extends OfficeContract {

    @Test
    void all_of_a_practice_is_shown_and_each_kind_by_number() {
        for (PracticeContents practice : contents()) {
            Archived shown = shown(practice.practice());
            assertThat(shown.practice().name()).isEqualTo(practice.name());
            assertThat(shown.definitions()).isEqualTo(practice.definitions().stream()
                    .sorted(Comparator.comparingLong(definition -> definition.num().value())).toList());
            assertThat(shown.plans()).isEqualTo(practice.treatPlans().stream()
                    .sorted(Comparator.comparingLong(plan -> plan.num().value())).toList());
            assertThat(shown.rows()).isEqualTo(practice.procTPs().stream()
                    .sorted(Comparator.comparingLong(row -> row.num().value())).toList());
        }
    }

    @Test
    void the_last_numbers_are_those_given_out_also_when_what_had_them_has_gone() {
        NewTreatPlan.Builder draft = NewTreatPlan.builder().patNum(5);
        draft.procTP();
        draft.procTP();
        TreatPlan saved = office.treatPlans().save(CALLER, draft.build(any -> true), Optional.empty()).value();
        long lastRow = rows(saved.num().value()).get(1).num().value();
        office.treatPlans().delete(CALLER, saved.num(), PlanGuard.NONE);
        Archived shown = shown(CALLER.practice());
        assertThat(shown.practice().lastTreatPlanNum()).isEqualTo(saved.num().value());
        assertThat(shown.practice().lastProcTPNum()).isEqualTo(lastRow);
        assertThat(shown.practice().lastDefNum()).isEqualTo(
                shown.definitions().get(shown.definitions().size() - 1).num().value());
    }

    @Test
    void of_a_practice_that_is_not_there_nothing_is_shown() {
        assertThat(Archived.of(office, callerOf(new PracticeNum(77)))).isEmpty();
    }

    @Test
    void it_is_shown_as_it_is_at_one_moment_whatever_changes_meanwhile() throws InterruptedException {
        Archived before = shown(CALLER.practice());
        ProcTP row = before.rows().stream().filter(one -> !plan(one.treatPlanNum().value()).isSigned()).findFirst().orElseThrow();
        AtomicReference<Future<?>> change = new AtomicReference<>();
        Archived during = Archived.of(office, CALLER, () -> {
            change.set(clients.start(() -> {
                office.procTPs().edit(CALLER, row.num(), edit(members -> members.descript("changed meanwhile")), RULE);
                office.treatPlans().save(CALLER, NewTreatPlan.builder().patNum(5).build(any -> true), Optional.empty());
                office.procTPs().delete(CALLER, row.num(), ProcTPGuard.NONE);
                return null;
            }));
            letItHappen(change.get());
        }).orElseThrow();
        Clients.answer(change.get());
        assertThat(during).isEqualTo(before);
        assertThat(shown(CALLER.practice()).rows()).hasSize(before.rows().size() - 1);
        assertThat(shown(CALLER.practice()).plans()).hasSize(before.plans().size() + 1);
    }

    /** Whether it comes back now or waits for the end of the showing is the adapter's choice. */
    private static void letItHappen(Future<?> change) {
        try {
            Clients.waits(change);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void what_a_taker_throws_ends_the_showing_and_comes_out_as_it_is() {
        IllegalStateException full = new IllegalStateException("the disk is full");
        Consumer<Object> fails = any -> {
            throw full;
        };
        Consumer<Object> takes = any -> { };
        for (PracticeSink sink : List.of(
                new PracticeSink(fails::accept, takes::accept, takes::accept, takes::accept),
                new PracticeSink(takes::accept, fails::accept, takes::accept, takes::accept),
                new PracticeSink(takes::accept, takes::accept, fails::accept, takes::accept),
                new PracticeSink(takes::accept, takes::accept, takes::accept, fails::accept))) {
            assertThatThrownBy(() -> office.archive().show(CALLER, sink)).isSameAs(full);
        }
        assertThat(shown(CALLER.practice()).rows()).isNotEmpty();
        assertThat(edited(1, members -> members.surf("B")).surf()).as("nothing stays locked").isEqualTo("B");
    }

    private Archived shown(PracticeNum practice) {
        return Archived.of(office, callerOf(practice)).orElseThrow();
    }
}
