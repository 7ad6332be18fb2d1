package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.PracticeNum;
import proctp.application.ProcTPFilter;
import proctp.application.TreatPlanFilter;
import proctp.application.port.PlanGuard;
import proctp.application.port.ProcTPGuard;
import proctp.domain.DefCat;
import proctp.domain.DefNum;
import proctp.domain.NewDefinition;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TxPriority;

/** A caller sees and changes its own practice, and learns nothing of another: a foreign number is one that nobody has. */
public abstract class IsolationContract extends OfficeContract {

    private static final Caller STRANGER = callerOf(new PracticeNum(3));

    private static final ProcTPGuard NOBODY_ASKS = (plan, row) -> {
        throw new AssertionError("the guard was asked about " + plan);
    };

    private Everything ours;
    private Everything theirs;
    private List<Change> ourChanges;
    private List<Change> theirChanges;

    @BeforeEach
    void remember() {
        ours = everything(CALLER);
        theirs = everything(OTHER_CALLER);
        ourChanges = Feed.all(office.changes(), CALLER);
        theirChanges = Feed.all(office.changes(), OTHER_CALLER);
    }

    @Test
    void A9_foreign_plans_have_no_rows_and_do_not_exist() {
        assertThat(rows(5963)).isEmpty();
        assertThat(exists(CALLER, planNum(5963))).as("whether the plan is there").isFalse();
        assertThat(exists(CALLER, planNum(5980))).as("whether the plan is there").isFalse();
        assertThat(office.procTPs().list(OTHER_CALLER, planNum(964), ALL)).isEmpty();
        assertThat(exists(OTHER_CALLER, planNum(964))).as("whether the plan is there").isFalse();
    }

    @Test
    void A9_foreign_rows_cannot_be_edited() {
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () ->
                office.procTPs().edit(CALLER, rowNum(5976), edit(members -> members.surf("B")), NOBODY_ASKS));
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () ->
                office.procTPs().edit(CALLER, rowNum(5976), edit(members -> members), NOBODY_ASKS));
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () ->
                office.procTPs().edit(OTHER_CALLER, rowNum(1012), edit(members -> members.surf("B")), NOBODY_ASKS));
        assertNothingChanged();
    }

    @Test
    void A9_foreign_rows_cannot_be_deleted() {
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND,
                () -> office.procTPs().delete(CALLER, rowNum(5977), NOBODY_ASKS));
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND,
                () -> office.procTPs().delete(OTHER_CALLER, rowNum(981), NOBODY_ASKS));
        assertNothingChanged();
    }

    @Test
    void A9_foreign_plans_cannot_be_signed() {
        assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND, () -> signed(5963));
        assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND, () ->
                sign(OTHER_CALLER, planNum(972), (plan, rows) -> signature("forged")));
        assertNothingChanged();
    }

    @Test
    void A9_foreign_patients_have_no_plans() {
        assertThat(office.treatPlans().list(CALLER,
                new TreatPlanFilter(Optional.of(8800L), Optional.empty(), Optional.empty()), ALL)).isEmpty();
        assertThat(office.treatPlans().list(OTHER_CALLER,
                new TreatPlanFilter(Optional.of(722L), Optional.empty(), Optional.empty()), ALL)).isEmpty();
    }

    @Test
    void A9_foreign_definitions_are_not_found() {
        assertThat(office.definitions().find(CALLER, Set.of(new DefNum(5001)))).isEmpty();
        assertThat(office.definitions().find(OTHER_CALLER, Set.of(new DefNum(3)))).isEmpty();
        assertThat(ours.definitions()).extracting(definition -> definition.num().value()).doesNotContain(5001L, 5021L);
    }

    @Test
    void A9_a_number_that_both_have_is_ones_own() {
        assertThat(rows(963)).extracting(ProcTP::patNum).containsOnly(722L);
        assertThat(office.procTPs().list(OTHER_CALLER, planNum(963), ALL)).extracting(ProcTP::patNum).containsOnly(8722L);
        assertThat(plan(963).heading()).isEqualTo("Proposed Treatment Plan");
        assertThat(plan(OTHER_CALLER, 963).heading()).isEqualTo("Bridge");
    }

    @Test
    void A9_a_priority_has_the_name_that_ones_own_practice_gives_it() {
        DefNum both = new DefNum(1);
        assertThat(edited(976, members -> members.priority(both)).priority()).isEqualTo(new TxPriority(both, "High"));
        assertThat(office.procTPs().edit(OTHER_CALLER, rowNum(977), edit(members -> members.priority(both)), RULE)
                .priority()).isEqualTo(new TxPriority(both, "At once"));
        assertThat(office.definitions().find(OTHER_CALLER, Set.of(both))).singleElement()
                .extracting(definition -> definition.itemName()).isEqualTo("At once");
    }

    @Test
    void A9_editing_a_number_that_both_have_changes_ones_own_row_only() {
        edited(976, members -> members.descript("ours"));
        assertUnchanged(OTHER_CALLER, theirs);
        assertThat(row(963, 976).descript()).isEqualTo("ours");
    }

    @Test
    void A9_deleting_a_number_that_both_have_takes_ones_own_row_only() {
        office.procTPs().delete(CALLER, rowNum(976), RULE);
        assertUnchanged(OTHER_CALLER, theirs);
        assertThat(rows(963)).hasSize(1);
    }

    @Test
    void A9_signing_a_number_that_both_have_signs_ones_own_plan_only() {
        signed(963);
        assertUnchanged(OTHER_CALLER, theirs);
        assertThat(office.procTPs().edit(OTHER_CALLER, rowNum(976), edit(members -> members.surf("B")), RULE).surf())
                .isEqualTo("B");
    }

    @Test
    void A9_what_is_signed_are_ones_own_rows_only() {
        sign(OTHER_CALLER, planNum(963), (plan, rows) -> {
            assertThat(rows).extracting(ProcTP::patNum).containsExactly(8722L, 8722L);
            return signature("theirs");
        });
    }

    @Test
    void A9_a_caller_of_a_practice_that_is_not_there_sees_and_changes_nothing() {
        assertUnchanged(STRANGER, Everything.NOTHING);
        assertThat(office.procTPs().list(STRANGER, planNum(963), ALL)).isEmpty();
        assertThat(exists(STRANGER, planNum(963))).as("whether the plan is there").isFalse();
        assertThat(office.definitions().find(STRANGER, Set.of(new DefNum(1)))).isEmpty();
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () ->
                office.procTPs().edit(STRANGER, rowNum(976), edit(members -> members.surf("B")), NOBODY_ASKS));
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () -> office.procTPs().delete(STRANGER, rowNum(976), NOBODY_ASKS));
        assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND,
                () -> office.treatPlans().delete(STRANGER, planNum(963), PlanGuard.NONE));
        assertThat(office.procTPs().find(STRANGER, rowNum(976))).isEmpty();
        assertThat(office.treatPlans().find(STRANGER, planNum(963))).isEmpty();
        assertThat(office.treatPlans().signed(STRANGER, planNum(0), 10)).isEmpty();
        assertThat(office.changes().list(STRANGER, ChangeFilter.ALL, 10)).isEmpty();
        assertThat(office.changes().last(List.of(STRANGER))).isEmpty();
        assertThat(office.changes().forget(STRANGER, clock.instant().plusSeconds(9))).isZero();
        assertThat(office.procTPs().list(STRANGER, new ProcTPFilter(Optional.empty(), Optional.of(722L), Optional.empty()), ALL))
                .isEmpty();
        assertRefused(Refusal.Kind.KEY_INVALID,
                () -> office.treatPlans().save(STRANGER, Drafts.plan(1, "row"), Optional.empty()));
        assertRefused(Refusal.Kind.KEY_INVALID,
                () -> office.treatPlans().save(STRANGER, Drafts.plan(1, "row"), Drafts.key("a key", "a")));
        assertRefused(Refusal.Kind.KEY_INVALID, () -> office.definitions().add(STRANGER,
                new NewDefinition(DefCat.DIAGNOSIS, "name", ""), Optional.empty()));
        assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND, () ->
                sign(STRANGER, planNum(963), (plan, rows) -> signature("forged")));
        assertNothingChanged();
    }

    @Test
    void A9_what_a_caller_may_and_is_called_makes_no_difference_to_what_there_is() {
        Caller another = new Caller(CALLER.practice(), CALLER.key(), "Another Developer", "Another key", Set.of());
        assertUnchanged(another, ours);
    }

    private void assertNothingChanged() {
        assertUnchanged(CALLER, ours);
        assertUnchanged(OTHER_CALLER, theirs);
        assertThat(Feed.all(office.changes(), CALLER)).isEqualTo(ourChanges);
        assertThat(Feed.all(office.changes(), OTHER_CALLER)).isEqualTo(theirChanges);
    }
}
