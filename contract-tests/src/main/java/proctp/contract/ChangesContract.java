package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.application.ApiKeyNum;
import proctp.application.Author;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.Change.Action;
import proctp.application.Change.Versions;
import proctp.application.ChangeFilter;
import proctp.domain.DefCat;
import proctp.domain.DefNum;
import proctp.domain.NewDefinition;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanEdit;

/** What is written down of what happens to rows and plans: each change writes its entry, and nothing else does. */
public abstract class ChangesContract extends OfficeContract {

    private static final Caller AUTHOR = new Caller(CALLER.practice(), new ApiKeyNum(17), "A Developer", "A key",
            CALLER.permissions(), "a request");

    private static final TreatPlanEdit.Signer SIGNER = new TreatPlanEdit.Signer("Ada Example", content -> "ab".repeat(32));

    private long last;

    @BeforeEach
    void lookHowFarTheFeedIs() {
        last = office.changes().last(List.of(CALLER)).get(CALLER.practice());
        clock.advance(Duration.ofSeconds(77));
    }

    @Test
    void X5_an_edit_writes_who_made_it_when_and_what_the_row_was_and_is() {
        ProcTP before = row(963, 976);
        ProcTP after = office.procTPs().edit(AUTHOR, rowNum(976),
                edit(members -> members.descript("edited").priority(new DefNum(2))), RULE);
        assertWritten(ofRow(1, Versions.updated(before, after)));
        assertThat(before.priority().itemName()).isNotEqualTo("Medium");
        assertThat(after.priority().itemName()).isEqualTo("Medium");
    }

    @Test
    void X5_the_moment_is_exact_to_the_microsecond() {
        office.procTPs().edit(AUTHOR, rowNum(976), edit(members -> members.descript("edited")), RULE);
        assertThat(written()).singleElement().extracting(change -> change.moment().getNano()).isEqualTo(987_654_000);
    }

    @Test
    void X5_an_edit_that_comes_back_to_what_was_there_writes_both() {
        ProcTP first = row(963, 976);
        ProcTP edited = office.procTPs().edit(AUTHOR, rowNum(976), edit(members -> members.descript("edited")), RULE);
        ProcTP back = office.procTPs().edit(AUTHOR, rowNum(976), edit(members -> members.descript(first.descript())), RULE);
        assertWritten(ofRow(1, Versions.updated(first, edited)), ofRow(2, Versions.updated(edited, back)));
    }

    @Test
    void X5_a_delete_writes_what_the_row_was() {
        ProcTP before = row(964, 981);
        office.procTPs().delete(AUTHOR, rowNum(981), RULE);
        assertWritten(ofRow(1, Versions.deleted(before)));
        assertThat(before.priority().itemName()).isEqualTo("High");
    }

    @Test
    void X5_a_saved_plan_is_written_before_its_rows_and_they_come_in_its_order() {
        TreatPlan saved = office.treatPlans().save(AUTHOR, Drafts.full(), Drafts.key("a key", "a")).value();
        List<Change> expected = new ArrayList<>(List.of(ofPlan(1, Versions.created(saved))));
        rows(saved.num().value()).forEach(row -> expected.add(ofRow(expected.size() + 1, Versions.created(row))));
        assertWritten(expected.toArray(Change[]::new));
        assertThat(expected).hasSize(3);
    }

    @Test
    void X5_a_plan_without_rows_is_written_alone() {
        TreatPlan saved = office.treatPlans().save(AUTHOR, Drafts.plan(5), Optional.empty()).value();
        assertWritten(ofPlan(1, Versions.created(saved)));
    }

    @Test
    void X5_edits_signings_and_clearings_of_a_plan_are_told_apart() {
        assertRevised(Action.Updated, TreatPlanEdit.builder().heading("new").note("another"));
        assertRevised(Action.Signed, TreatPlanEdit.builder().isSigned(true).heading("newer"));
        assertRevised(Action.Updated, TreatPlanEdit.builder().heading("newest"));
        assertRevised(Action.Signed, TreatPlanEdit.builder().isSignedPractice(true));
        assertRevised(Action.Cleared, TreatPlanEdit.builder().isSigned(false).note("cleared"));
        assertThat(written()).extracting(Change::num).containsExactly(last + 1, last + 2, last + 3, last + 4, last + 5);
    }

    private void assertRevised(Action action, TreatPlanEdit.Builder edit) {
        int known = written().size();
        TreatPlan before = plan(963);
        TreatPlan after = revised(edit);
        assertThat(written()).hasSize(known + 1).endsWith(ofPlan(known + 1, Versions.updated(before, after)))
                .last().extracting(Change::action).isEqualTo(action);
    }

    @Test
    void X5_a_deleted_plan_is_written_after_its_rows() {
        List<Change> expected = new ArrayList<>();
        rows(964).forEach(row -> expected.add(ofRow(expected.size() + 1, Versions.deleted(row))));
        expected.add(ofPlan(expected.size() + 1, Versions.deleted(plan(964))));
        office.treatPlans().delete(AUTHOR, planNum(964), TreatPlan::requireDeletable);
        assertWritten(expected.toArray(Change[]::new));
        assertThat(expected).hasSizeGreaterThan(2);
    }

    @Test
    void X5_what_changes_nothing_writes_nothing() {
        ProcTP row = row(963, 976);
        office.procTPs().edit(AUTHOR, row.num(), edit(members -> members), RULE);
        office.procTPs().edit(AUTHOR, row.num(), edit(members -> members.descript(row.descript()).dx(row.dx())), RULE);
        revised(TreatPlanEdit.builder().heading(plan(963).heading()));
        office.treatPlans().revise(AUTHOR, planNum(963), (plan, rows, now) -> plan);
        office.definitions().add(AUTHOR, new NewDefinition(DefCat.TX_PRIORITIES, "Tomorrow", ""), Optional.empty());
        office.archive().fill(AUTHOR, Archived.of(office, OTHER_CALLER).orElseThrow().source());
        assertWritten();
    }

    @Test
    void X5_what_is_refused_writes_nothing() {
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> edited(1001, members -> members.descript("forged")));
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> office.procTPs().delete(AUTHOR, rowNum(1001), RULE));
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () -> edited(7, members -> members.descript("nobody's")));
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () -> office.procTPs().delete(AUTHOR, rowNum(7), RULE));
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED,
                () -> office.treatPlans().delete(AUTHOR, planNum(970), TreatPlan::requireDeletable));
        assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND,
                () -> office.treatPlans().delete(AUTHOR, planNum(7), TreatPlan::requireDeletable));
        IllegalStateException bug = new IllegalStateException("a bug");
        assertThat(catchThrowable(() -> office.treatPlans().revise(AUTHOR, planNum(963), (plan, rows, now) -> {
            throw bug;
        }))).isSameAs(bug);
        assertWritten();
    }

    @Test
    void X9_a_request_that_comes_again_writes_nothing() {
        office.treatPlans().save(AUTHOR, Drafts.plan(5, "row"), Drafts.key("a key", "a"));
        assertThat(written()).hasSize(2);
        office.treatPlans().save(AUTHOR, Drafts.plan(5, "row"), Drafts.key("a key", "a"));
        assertRefused(Refusal.Kind.IDEMPOTENCY_KEY_REUSED,
                () -> office.treatPlans().save(AUTHOR, Drafts.plan(6, "row"), Drafts.key("a key", "b")));
        assertThat(written()).hasSize(2);
    }

    @Test
    void X5_of_long_names_as_much_is_kept_as_there_is_room_for() {
        String tooth = "\uD83E\uDDB7";
        String kept = "a" + tooth.repeat(254);
        Caller wordy = new Caller(CALLER.practice(), CALLER.key(), kept + tooth, kept + "b", CALLER.permissions(), kept + tooth.repeat(9));
        office.procTPs().delete(wordy, rowNum(976), RULE);
        assertThat(written()).singleElement().extracting(Change::author).isEqualTo(new Author(CALLER.key(), kept, kept, kept));
    }

    private TreatPlan revised(TreatPlanEdit.Builder edit) {
        TreatPlanEdit built = edit.build();
        return office.treatPlans().revise(AUTHOR, planNum(963), (plan, rows, now) -> built.applied(plan, rows, SIGNER, now));
    }

    /** What was written since the test began. */
    private List<Change> written() {
        return office.changes().list(CALLER, ChangeFilter.ALL.after(last), 10_000);
    }

    private void assertWritten(Change... expected) {
        assertThat(written()).containsExactly(expected);
        assertThat(office.changes().last(List.of(CALLER))).containsEntry(CALLER.practice(), last + expected.length);
    }

    private Change ofRow(int place, Versions<ProcTP> versions) {
        return Change.ofProcTP(last + place, clock.instant().minusNanos(321), AUTHOR.author(), versions);
    }

    private Change ofPlan(int place, Versions<TreatPlan> versions) {
        return Change.ofTreatPlan(last + place, clock.instant().minusNanos(321), AUTHOR.author(), versions);
    }
}
