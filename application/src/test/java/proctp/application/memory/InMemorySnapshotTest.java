package proctp.application.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.ChangeFilter;
import proctp.application.IdempotencyKey;
import proctp.application.KeyDigest;
import proctp.application.KeySecret;
import proctp.application.Posted;
import proctp.application.PracticeNum;
import proctp.application.port.PlanGuard;
import proctp.application.port.ProcTPGuard;
import proctp.application.sample.SampleOffice;
import proctp.domain.DefCat;
import proctp.domain.Definition;
import proctp.domain.NewDefinition;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** An office in memory is written down and goes on from there, as if it had never stopped. */
class InMemorySnapshotTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:15:30Z"), ZoneOffset.UTC);
    private static final Caller CALLER = Caller.atConsole(SampleOffice.PRACTICE);
    private static final NewDefinition DEFINITION = new NewDefinition(DefCat.TX_PRIORITIES, "Tomorrow", "");

    private final InMemoryOffice office = new InMemoryOffice(CLOCK);

    @BeforeEach
    void fill() {
        office.fillIfEmpty(SampleOffice.practices(new KeySecret("a secret for tests"), ZoneOffset.UTC));
    }

    private InMemoryOffice again() {
        return new InMemoryOffice(CLOCK, office.snapshot());
    }

    @Test
    void an_office_that_goes_on_from_another_holds_all_that_the_other_held() {
        edit(office, "changed");
        office.procTPs().delete(CALLER, new ProcTPNum(293), ProcTPGuard.NONE);
        office.treatPlans().revise(CALLER, new TreatPlanNum(964), (plan, rows, now) ->
                plan.signedBy(new TreatPlan.Signature("ink", Optional.of(now), "Ada Example"), now));
        office.practices().add("A third one");
        InMemoryOffice again = again();
        assertThat(again.snapshot()).isEqualTo(office.snapshot());
        assertThat(again.practices().list()).isEqualTo(office.practices().list()).hasSize(3);
        assertThat(again.apiKeys().list()).isEqualTo(office.apiKeys().list()).isNotEmpty();
        assertThat(again.procTPs().find(CALLER, new ProcTPNum(976))).map(ProcTP::descript).contains("changed");
        assertThatThrownBy(() -> again.procTPs().delete(CALLER, new ProcTPNum(981), (plan, row) -> plan.requireEditable()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void an_empty_one_can_still_be_filled() {
        InMemoryOffice empty = new InMemoryOffice(CLOCK, new InMemoryOffice(CLOCK).snapshot());
        assertThat(empty.fillIfEmpty(SampleOffice.practices(new KeySecret("a secret for tests"), ZoneOffset.UTC))).isTrue();
        assertThat(again().fillIfEmpty(List.of())).isFalse();
    }

    @Test
    void no_number_is_given_out_twice_also_when_what_had_it_has_gone() {
        TreatPlan plan = save(office, Optional.empty()).value();
        office.treatPlans().delete(CALLER, plan.num(), PlanGuard.NONE);
        Definition definition = office.definitions().add(CALLER, DEFINITION, Optional.empty()).value();
        long lastChange = lastChange(office);
        InMemoryOffice again = again();
        TreatPlan next = save(again, Optional.empty()).value();
        assertThat(next.num().value()).isEqualTo(plan.num().value() + 1);
        assertThat(again.definitions().add(CALLER, DEFINITION, Optional.empty()).value().num().value())
                .isEqualTo(definition.num().value() + 1);
        assertThat(lastChange(again)).isEqualTo(lastChange + 2);
        assertThat(again.apiKeys().add(SampleOffice.PRACTICE, InMemorySnapshotTest::key)).map(ApiKey::num).contains(new ApiKeyNum(4));
    }

    @Test
    void changes_go_on_after_those_that_were_forgotten() {
        office.changes().forget(CALLER, Instant.MAX);
        InMemoryOffice again = again();
        long last = lastChange(again);
        edit(again, "changed");
        assertThat(again.changes().list(CALLER, ChangeFilter.ALL, 10)).extracting(change -> change.num()).containsExactly(last, last + 1);
    }

    @Test
    void X9_a_request_that_comes_again_gets_its_first_answer() {
        Optional<IdempotencyKey> key = Optional.of(IdempotencyKey.of("a key", "POST", new byte[0]));
        Optional<IdempotencyKey> other = Optional.of(IdempotencyKey.of("another key", "POST", new byte[0]));
        TreatPlan plan = save(office, key).value();
        Definition definition = office.definitions().add(CALLER, DEFINITION, other).value();
        InMemoryOffice again = again();
        assertThat(save(again, key)).isEqualTo(new Posted<>(plan, true));
        assertThat(again.definitions().add(CALLER, DEFINITION, other)).isEqualTo(new Posted<>(definition, true));
    }

    @Test
    void the_day_of_a_use_is_in_the_snapshot_and_no_change_that_counts() {
        long version = office.version();
        office.apiKeys().used(office.apiKeys().list().get(0), LocalDate.of(2026, 11, 23));
        assertThat(office.version()).isEqualTo(version);
        assertThat(again().apiKeys().list().get(0).wasUsedSince(LocalDate.of(2026, 11, 23))).isTrue();
    }

    @Test
    void what_a_snapshot_says_twice_is_not_taken() {
        PracticeSnapshot one = office.snapshot().practices().get(0);
        PracticeSnapshot twice = new PracticeSnapshot(one.num(), one.practice(), one.lastApiKeyNum(), one.apiKeys(),
                one.definitions(), one.treatPlans(), List.of(one.procTPs().get(0), one.procTPs().get(0)), one.lastChangeNum(),
                one.changes(), one.posts());
        assertThatThrownBy(() -> new InMemoryOffice(CLOCK, new OfficeSnapshot(List.of(twice))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageEndingWith("is there twice");
    }

    private static ProcTP edit(InMemoryOffice at, String descript) {
        return at.procTPs().edit(CALLER, new ProcTPNum(976), ProcTPEdit.builder().descript(descript).build(any -> true),
                ProcTPGuard.NONE);
    }

    private static Posted<TreatPlan> save(InMemoryOffice at, Optional<IdempotencyKey> key) {
        NewTreatPlan.Builder draft = NewTreatPlan.builder().patNum(722);
        draft.procTP();
        return at.treatPlans().save(CALLER, draft.build(any -> true), key);
    }

    private static long lastChange(InMemoryOffice at) {
        return at.changes().last(List.of(CALLER)).get(SampleOffice.PRACTICE);
    }

    private static ApiKey key(ApiKeyNum num) {
        return new ApiKey(new KeyDigest("ab".repeat(32)), new PracticeNum(1), num, "Developer", "Key", Set.of(), true)
                .usedOn(LocalDate.of(2026, 11, 23));
    }
}
