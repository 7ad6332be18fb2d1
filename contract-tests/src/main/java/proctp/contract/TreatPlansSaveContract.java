package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import proctp.application.Posted;
import proctp.application.ProcTPFilter;
import proctp.application.sample.SampleOffice;
import proctp.domain.DefNum;
import proctp.domain.EditStamp;
import proctp.domain.Money;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TxPriority;

/** Saving a plan with its rows. */
public abstract class TreatPlansSaveContract extends OfficeContract {

    /** By the API, on the practice's day, in whole seconds. */
    private static final EditStamp NOW =
            new EditStamp(0, Optional.of(LocalDate.of(2026, 11, 23)), Instant.parse("2026-11-23T10:15:30Z"));

    private static final Money ZERO = Money.ZERO;

    @Test
    void T3_the_plan_is_Saved_as_it_was_sent_and_signed_by_nobody() {
        TreatPlan saved = save(Drafts.full());
        assertThat(saved).isEqualTo(new TreatPlan(saved.num(), 4_711, Optional.of(LocalDate.of(2026, 11, 20)),
                "Behandlung für Zoë", "Line one\nline two 🦷", false, 0, 0, TreatPlan.Status.Saved, NOW, 12,
                TreatPlan.Type.Discount, TreatPlan.Signature.NONE, TreatPlan.Signature.NONE));
        assertThat(plan(saved.num().value())).isEqualTo(saved);
    }

    @Test
    void T3_its_rows_are_in_the_places_they_were_sent_in_with_every_value() {
        TreatPlan saved = save(Drafts.full());
        List<ProcTP> rows = rows(saved.num().value());
        long first = rows.get(0).num().value();
        assertThat(rows).containsExactly(
                new ProcTP(rows.get(0).num(), saved.num(), 4_711, 101, 0, new TxPriority(new DefNum(2), "Medium"), "13", "MOD",
                        "S0001", "first", new ProcTP.Amounts(new Money(1), new Money(2), new Money(3), new Money(-4), Money.MAX,
                                new Money(5), new Money(6), new Money(7)), "Good", "D1", "abbr", NOW, 102,
                        Optional.of(LocalDate.of(2026, 11, 21)), 103),
                new ProcTP(new ProcTPNum(first + 1), saved.num(), 4_711, 0, 1, TxPriority.NONE, "", "", "", "second",
                        new ProcTP.Amounts(ZERO, ZERO, ZERO, ZERO, ZERO, Money.NOT_KNOWN, ZERO, ZERO), "", "", "", NOW, 0,
                        Optional.empty(), 0));
    }

    @Test
    void T3_a_plan_may_have_no_rows() {
        TreatPlan saved = save(Drafts.plan(1));
        assertThat(rows(saved.num().value())).isEmpty();
        assertThat(saved.dateTP()).isEmpty();
    }

    @Test
    void T3_the_day_of_entry_is_the_practices_and_not_that_of_UTC() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-24T04:30:00Z")));
        assertThat(save(Drafts.plan(1, "row")).stamp().secDateEntry()).contains(LocalDate.of(2026, 11, 23));
    }

    @Test
    void T3_a_plan_of_many_rows_keeps_their_order() {
        String[] descripts = IntStream.range(0, 1_500).mapToObj(i -> "row " + i).toArray(String[]::new);
        assertThat(rows(save(Drafts.plan(1, descripts)).num().value())).extracting(ProcTP::descript).containsExactly(descripts);
    }

    @Test
    void T3_numbers_go_on_from_the_largest_of_the_practice() {
        TreatPlan saved = save(Drafts.plan(1, "row"));
        assertThat(saved.num()).isEqualTo(planNum(991));
        assertThat(rows(991)).extracting(ProcTP::num).containsExactly(rowNum(2_251));
        assertThat(save(Drafts.plan(1)).num()).isEqualTo(planNum(992));
        assertThat(rows(save(Drafts.plan(1, "row")).num().value())).extracting(ProcTP::num).containsExactly(rowNum(2_252));
    }

    @Test
    void T3_a_number_is_not_given_out_again_after_a_delete() {
        TreatPlan saved = save(Drafts.plan(1, "row"));
        office.treatPlans().delete(CALLER, saved.num(), plan -> { });
        TreatPlan next = save(Drafts.plan(1, "row"));
        assertThat(next.num()).isEqualTo(planNum(saved.num().value() + 1));
        assertThat(rows(next.num().value())).extracting(ProcTP::num).containsExactly(rowNum(2_252));
    }

    @Test
    void A9_each_practice_counts_for_itself() {
        Everything others = everything(OTHER_CALLER);
        save(Drafts.plan(1, "row"));
        assertUnchanged(OTHER_CALLER, others);
        TreatPlan foreign = office.treatPlans().save(OTHER_CALLER, Drafts.plan(1, "row"), Optional.empty()).value();
        assertThat(foreign.num()).isEqualTo(planNum(5_981));
        assertThat(office.procTPs().list(OTHER_CALLER, foreign.num(), ALL)).extracting(ProcTP::num)
                .containsExactly(rowNum(5_978));
        assertThat(save(Drafts.plan(1)).num()).isEqualTo(planNum(992));
    }

    @Test
    void T3_plans_that_are_saved_at_the_same_time_have_numbers_of_their_own_and_all_of_their_rows() throws Exception {
        List<Future<TreatPlan>> saving = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long patient = 10_000 + i;
            saving.add(clients.start(() -> save(Drafts.plan(patient, "a", "b", "c"))));
        }
        List<Long> plans = new ArrayList<>();
        List<Long> rows = new ArrayList<>();
        for (Future<TreatPlan> saved : saving) {
            TreatPlan plan = Clients.answer(saved);
            plans.add(plan.num().value());
            assertThat(rows(plan.num().value())).hasSize(3).allMatch(row -> row.patNum() == plan.patNum());
            rows(plan.num().value()).forEach(row -> rows.add(row.num().value()));
        }
        assertThat(plans).doesNotHaveDuplicates().hasSize(40);
        assertThat(rows).doesNotHaveDuplicates().hasSize(120);
    }

    @Test
    void T3_nobody_ever_sees_a_plan_with_some_of_its_rows() throws InterruptedException {
        String[] descripts = IntStream.range(0, 100).mapToObj(i -> "row " + i).toArray(String[]::new);
        ProcTPFilter patients = new ProcTPFilter(Optional.empty(), Optional.of(31L), Optional.empty());
        Future<Boolean> life = clients.start(() -> {
            for (int round = 0; round < 30; round++) {
                office.treatPlans().delete(CALLER, save(Drafts.plan(31, descripts)).num(), plan -> { });
            }
            return true;
        });
        while (!life.isDone()) {
            List<ProcTP> seen = office.procTPs().list(CALLER, patients, ALL);
            assertThat(seen.size()).isIn(0, 100, 200);
            seen.stream().findAny().flatMap(row -> office.procTPs().find(CALLER, row.num())).ifPresent(row ->
                    assertThat(row.patNum()).isEqualTo(31));
        }
        assertThat(Clients.answer(life)).isTrue();
    }

    @Test
    void nothing_else_changes() {
        Everything before = everything(CALLER);
        TreatPlan saved = save(Drafts.plan(1, "row"));
        office.treatPlans().delete(CALLER, saved.num(), plan -> { });
        assertUnchanged(CALLER, before);
    }

    @Test
    void U2_the_rows_of_a_saved_plan_can_be_edited_until_it_is_signed() {
        long num = save(Drafts.plan(1, "row")).num().value();
        long row = rows(num).get(0).num().value();
        assertThat(edited(row, members -> members.surf("B")).surf()).isEqualTo("B");
        signed(num);
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> edited(row, members -> members.surf("D")));
    }

    private TreatPlan save(NewTreatPlan draft) {
        Posted<TreatPlan> posted = office.treatPlans().save(callerOf(SampleOffice.PRACTICE), draft, Optional.empty());
        assertThat(posted.isReplay()).as("whether an earlier request had made it").isFalse();
        return posted.value();
    }
}
