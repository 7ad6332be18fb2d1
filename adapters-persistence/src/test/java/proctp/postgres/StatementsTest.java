package proctp.postgres;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.application.ChangeFilter;
import proctp.application.KeyDigest;
import proctp.application.IdempotencyKey;
import proctp.application.Page;
import proctp.application.ProcTPFilter;
import proctp.application.sample.SampleOffice;
import proctp.domain.DefNum;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanEdit;
import proctp.domain.TreatPlanNum;

/** What the database is asked for each call: no more statements than the call needs, and a transaction only for a change. */
class StatementsTest {

    /** What goes with the first statement of each transaction. */
    private static final String NAMING = "select set_config\\('proctp.practice', \\?, true\\); ";
    private static final String LOCK = NAMING + "select .* from proctp join treatplan .* for share of treatplan";
    private static final String HOLD = NAMING + "select .* from practice where .* for no key update";
    private static final Optional<IdempotencyKey> KEY = Optional.of(new IdempotencyKey("a key", "a".repeat(64)));
    /** How what a statement does is entered: as a part of it. */
    private static final String ENTERED = "happened .*counted as \\(insert into lastchange .*entered as \\(insert into change .*";
    /** What goes with the last statement of a change of a row. */
    private static final String COMMITTED = "; commit";
    private static final String READ = "select .* from proctp left outer join definition .*";

    private final RecordedStatements statements = new RecordedStatements();
    private PostgresOffice office;

    @BeforeEach
    void openOffice() {
        HikariDataSource pool = ThrowAwayPostgres.NEWEST.emptiedOffice();
        office = SampleOn.filled(SampleOn.on(pool, statements.listenTo(pool), SampleOn.CLOCK), ThrowAwayPostgres.NEWEST);
        statements.take();
    }

    @Test
    void a_list_is_one_statement_without_a_transaction() {
        assertThat(office.procTPs().list(SampleOn.CALLER, new TreatPlanNum(963), new Page(100, 0))).hasSize(2);

        assertAsked(NAMING + "select .* from definition where .*; " + READ + " offset \\? .*");
    }

    @Test
    void a_row_is_one_statement_without_a_transaction() {
        assertThat(office.procTPs().find(SampleOn.CALLER, new ProcTPNum(976))).isPresent();

        assertAsked(NAMING + READ);
    }

    /** So it takes two round trips, and a change of many that count at once holds the count for none. */
    @Test
    void an_edit_is_one_transaction_of_two_statements() {
        edit(976, SampleOn.descript("changed"));

        assertAsked("begin", LOCK, "with before as .* for no key update.*, after as \\(update proctp"
                + " set descript = \\?, secdatetedit = case when .* end from before where .* returning .*\\), " + ENTERED + COMMITTED);
    }

    @Test
    void an_edit_sets_the_members_that_it_names_and_no_other() {
        edit(976, ProcTPEdit.builder().surf("B").priority(new DefNum(2)).build(any -> true));

        assertAsked("begin", LOCK, "with before .*after as \\(update proctp"
                + " set priority = \\?, surf = \\?, secdatetedit = case when [^,]* end from before where .*" + COMMITTED);
    }

    @Test
    void an_edit_that_changes_nothing_asks_for_the_row_in_the_same_statement() {
        edit(976, SampleOn.descript("changed"));
        statements.take();

        edit(976, SampleOn.descript("changed"));

        assertAsked("begin", LOCK, "with before .*update proctp .* select .* from before where not exists .*" + COMMITTED);
    }

    @Test
    void an_edit_that_names_nothing_writes_nothing() {
        edit(976, ProcTPEdit.builder().build(any -> true));

        assertAsked("begin", LOCK, READ + COMMITTED);
    }

    @Test
    void an_edit_that_is_refused_ends_with_the_judgement() {
        assertThatThrownBy(() -> edit(1001, SampleOn.descript("forged"))).isInstanceOf(Refusal.class);

        assertAsked("begin", LOCK, "rollback");
    }

    @Test
    void a_delete_is_one_transaction_of_two_statements() {
        office.procTPs().delete(SampleOn.CALLER, new ProcTPNum(976), SampleOn.RULE);

        assertAsked("begin", LOCK, "with before as \\(delete from proctp where .* returning .*\\), " + ENTERED + COMMITTED);
    }

    @Test
    void a_signing_locks_the_plan_before_it_reads_the_rows() {
        SampleOn.signed(office, 963);

        assertAsked("begin", "select .* from treatplan where .* for update", READ,
                "with before as .*, after as \\(update treatplan set .*\\), " + ENTERED, "commit");
    }

    @Test
    void a_revision_that_signs_nothing_reads_no_rows() {
        office.treatPlans().revise(SampleOn.CALLER, new TreatPlanNum(963),
                (plan, rows, now) -> TreatPlanEdit.builder().heading("new").build().applied(plan, rows, null, now));

        assertAsked("begin", "select .* from treatplan where .* for update", "with before .*update treatplan set .*",
                "commit");
    }

    @Test
    void a_revision_that_changes_nothing_writes_nothing() {
        office.treatPlans().revise(SampleOn.CALLER, new TreatPlanNum(963), (plan, rows, now) -> plan);

        assertAsked("begin", "select .* from treatplan where .* for update", "commit");
    }

    /** Its rows are one statement, however many they are. */
    @Test
    void a_plan_is_saved_in_one_transaction_that_takes_its_numbers_and_with_them_the_practice() {
        save(Optional.empty());

        assertAsked("begin", NAMING + "update practice set lasttreatplannum = .*", "insert into treatplan .*",
                "update practice set lastproctpnum = .*", "insert into proctp .* select .* from unnest.*", "with " + ENTERED, "commit");
    }

    @Test
    void X9_a_key_is_looked_for_before_the_work_and_kept_after_it_in_the_same_transaction() {
        save(KEY);

        assertAsked("begin", HOLD, "delete from posted .*", "select .* from posted .*", "update practice .*",
                "insert into treatplan .*", "update practice .*", "insert into proctp .*", "delete from posted .*",
                "insert into posted .*", "with " + ENTERED, "commit");
        save(KEY);
        assertAsked("begin", HOLD, "delete from posted .*", "select .* from posted .*", "commit");
    }

    @Test
    void a_plan_is_deleted_in_one_transaction_of_two_statements() {
        office.treatPlans().delete(SampleOn.CALLER, new TreatPlanNum(963), TreatPlan::requireDeletable);

        assertAsked("begin", "select .* from treatplan where .* for update",
                "with its as \\(delete from proctp .*\\), plan as \\(delete from treatplan .*\\), " + ENTERED, "commit");
    }

    @Test
    void X7_a_guard_that_looks_at_the_row_costs_one_more_statement_which_holds_it() {
        office.procTPs().edit(SampleOn.CALLER, new ProcTPNum(976), SampleOn.descript("changed"), (plan, row) -> row.get());

        assertAsked("begin", LOCK, "select .* from proctp where .* for update", "with before .*update proctp set .*" + COMMITTED);
    }

    @Test
    void X5_changes_are_one_statement_without_a_transaction_and_so_are_the_last_ones_of_many_practices() {
        office.changes().list(SampleOn.CALLER, ChangeFilter.ALL, 10);
        office.changes().last(List.of(SampleOn.CALLER));

        assertAsked(NAMING + "select .* from \\(select change.* order by change.changenum [^)]*\\) change\\s.*",
                "select .* from lastchange_of.*");
    }

    @Test
    void X3_many_plans_are_one_statement() {
        Set<TreatPlanNum> plans = LongStream.rangeClosed(1, 1_000).mapToObj(TreatPlanNum::new).collect(toSet());
        office.procTPs().list(SampleOn.CALLER, new ProcTPFilter(Optional.of(plans), Optional.empty(), Optional.empty()),
                Page.EVERYTHING);

        assertAsked(READ + " order by proctp.treatplannum, proctp.itemorder, proctp.proctpnum .*");
    }

    private void save(Optional<IdempotencyKey> key) {
        NewTreatPlan.Builder plan = NewTreatPlan.builder().patNum(1);
        plan.procTP().edit().descript("row");
        office.treatPlans().save(SampleOn.CALLER, plan.build(any -> true), key);
    }

    @Test
    void a_key_that_works_is_looked_up_once_a_second() throws InterruptedException {
        find(SampleOffice.CUSTOMER_KEY);
        assertAsked("select .* from apikey_of.*");

        find(SampleOffice.CUSTOMER_KEY);
        assertAsked();

        Thread.sleep(1_100);
        find(SampleOffice.CUSTOMER_KEY);
        assertAsked("select .* from apikey_of.*");
    }

    @Test
    void a_key_that_is_disabled_or_unknown_is_looked_up_each_time() {
        for (String key : List.of(SampleOffice.DISABLED_KEY, "unknown")) {
            find(key);
            find(key);
            assertAsked("select .* from apikey_of.*", "select .* from apikey_of.*");
        }
    }

    private void edit(long num, ProcTPEdit edit) {
        office.procTPs().edit(SampleOn.CALLER, new ProcTPNum(num), edit, SampleOn.RULE);
    }

    private void find(String customerKey) {
        KeyDigest digest = SampleOn.SECRET.digest(SampleOffice.DEVELOPER_KEY, customerKey);
        office.apiKeys().find(digest);
    }

    private void assertAsked(String... patterns) {
        List<String> asked = statements.take();
        assertThat(asked).hasSameSizeAs(patterns);
        for (int i = 0; i < patterns.length; i++) {
            assertThat(asked.get(i).replace("\"", "").replaceAll("\\(\\s+", "(")).matches("(?s)" + patterns[i]);
        }
    }
}
