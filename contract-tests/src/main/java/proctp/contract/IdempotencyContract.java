package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.IdempotencyKey;
import proctp.application.Posted;
import proctp.domain.DefCat;
import proctp.domain.Definition;
import proctp.domain.EditStamp;
import proctp.domain.NewDefinition;
import proctp.domain.NewTreatPlan;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanEdit;

/** Requests that make something and come twice: the work is done once. */
public abstract class IdempotencyContract extends OfficeContract {

    private static final NewTreatPlan DRAFT = Drafts.full();
    private static final NewDefinition DEFINITION = new NewDefinition(DefCat.TX_PRIORITIES, "Tomorrow", "");

    @Test
    void X9_the_same_again_gives_the_first_answer_and_does_nothing() {
        Posted<TreatPlan> first = save(CALLER, "a key");
        assertThat(first.isReplay()).as("whether an earlier request had made it").isFalse();
        Everything before = everything(CALLER);
        clock.advance(Duration.ofHours(5));
        Posted<TreatPlan> again = save(CALLER, "a key");
        assertThat(again).isEqualTo(new Posted<>(first.value(), true));
        assertUnchanged(CALLER, before);
        assertThat(save(CALLER, "another key").value().num()).as("a replay uses up no number")
                .isEqualTo(planNum(first.value().num().value() + 1));
    }

    @Test
    void X9_the_first_answer_is_given_again_whatever_became_of_the_plan() {
        TreatPlan first = save(CALLER, "a key").value();
        TreatPlanEdit edit = TreatPlanEdit.builder().heading("changed").build();
        office.treatPlans().revise(CALLER, first.num(), (plan, rows, now) -> edit.applied(plan, rows, null, now));
        assertThat(save(CALLER, "a key")).isEqualTo(new Posted<>(first, true));
        office.treatPlans().delete(CALLER, first.num(), plan -> { });
        assertThat(save(CALLER, "a key")).isEqualTo(new Posted<>(first, true));
        assertThat(exists(CALLER, first.num())).as("whether the plan is there").isFalse();
    }

    @Test
    void X9_a_definition_is_made_once_too() {
        Posted<Definition> first = office.definitions().add(CALLER, DEFINITION, Drafts.key("a key", "d"));
        assertThat(office.definitions().add(CALLER, DEFINITION, Drafts.key("a key", "d")))
                .isEqualTo(new Posted<>(first.value(), true));
        assertThat(office.definitions().list(CALLER, Optional.of(20L), true, ALL)).hasSize(4);
    }

    @Test
    void X9_another_request_with_the_key_is_refused_and_does_nothing() {
        save(CALLER, "a key");
        Everything before = everything(CALLER);
        assertRefused(Refusal.Kind.IDEMPOTENCY_KEY_REUSED,
                () -> office.treatPlans().save(CALLER, DRAFT, Drafts.key("a key", "b")));
        assertRefused(Refusal.Kind.IDEMPOTENCY_KEY_REUSED,
                () -> office.definitions().add(CALLER, DEFINITION, Drafts.key("a key", "b")));
        assertUnchanged(CALLER, before);
        assertThat(save(CALLER, "a key").isReplay()).as("whether an earlier request had made it").isTrue();
    }

    @Test
    void X9_it_belongs_to_the_customer_key() {
        Caller colleague = new Caller(CALLER.practice(), new ApiKeyNum(2), CALLER.developerName(), CALLER.keyName(),
                CALLER.permissions());
        TreatPlan first = save(CALLER, "a key").value();
        assertThat(save(colleague, "a key").isReplay()).as("whether an earlier request had made it").isFalse();
        assertThat(save(OTHER_CALLER, "a key").isReplay()).as("whether an earlier request had made it").isFalse();
        assertThat(save(CALLER, "a key")).isEqualTo(new Posted<>(first, true));
    }

    @Test
    void X9_keys_differ_by_every_character_and_may_be_long() {
        List<TreatPlan> made = new ArrayList<>();
        for (String key : List.of("a key", "A key", "a key ", " a key", "'; drop table posted", "k".repeat(255))) {
            Posted<TreatPlan> posted = save(CALLER, key);
            assertThat(posted.isReplay()).as("whether an earlier request had made it").isFalse();
            made.add(posted.value());
        }
        assertThat(made).extracting(TreatPlan::num).doesNotHaveDuplicates();
    }

    @Test
    void X9_the_first_answer_is_given_to_the_second_and_the_day() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-24T05:59:59.999999999Z")));
        TreatPlan first = save(CALLER, "at midnight").value();
        assertThat(first.stamp()).isEqualTo(new EditStamp(0, Optional.of(LocalDate.of(2026, 11, 23)),
                Instant.parse("2026-11-24T05:59:59Z")));
        assertThat(save(CALLER, "at midnight")).isEqualTo(new Posted<>(first, true));
    }

    @Test
    void X9_after_a_day_it_is_as_if_it_had_never_come() {
        TreatPlan first = save(CALLER, "a key").value();
        clock.advance(IdempotencyKey.KEPT.minusNanos(1_000_000_000));
        assertThat(save(CALLER, "a key").isReplay()).as("whether an earlier request had made it").isTrue();
        clock.advance(Duration.ofSeconds(1));
        Posted<TreatPlan> later = save(CALLER, "a key");
        assertThat(later.isReplay()).as("whether an earlier request had made it").isFalse();
        assertThat(later.value().num()).isNotEqualTo(first.num());
        assertThat(office.definitions().add(CALLER, DEFINITION, Drafts.key("unused", "b")).isReplay()).as("whether an earlier request had made it").isFalse();
    }

    @Test
    void X9_many_at_the_same_time_do_the_work_once() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            String key = "round " + round;
            int plans = plans(CALLER).size();
            List<Future<Posted<TreatPlan>>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(clients.start(() -> save(CALLER, key)));
            }
            List<Posted<TreatPlan>> answers = new ArrayList<>();
            for (Future<Posted<TreatPlan>> call : calls) {
                answers.add(Clients.answer(call));
            }
            assertThat(answers).extracting(Posted::value).containsOnly(answers.get(0).value());
            assertThat(answers).filteredOn(answer -> !answer.isReplay()).hasSize(1);
            assertThat(plans(CALLER)).hasSize(plans + 1);
        }
    }

    @Test
    void X9_without_a_key_the_same_again_does_it_again() {
        TreatPlan first = office.treatPlans().save(CALLER, DRAFT, Optional.empty()).value();
        assertThat(office.treatPlans().save(CALLER, DRAFT, Optional.empty()).value().num()).isNotEqualTo(first.num());
    }

    private Posted<TreatPlan> save(Caller caller, String key) {
        return office.treatPlans().save(caller, DRAFT, Drafts.key(key, "a"));
    }
}
