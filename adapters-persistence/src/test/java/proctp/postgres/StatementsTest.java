package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.application.KeyDigest;
import proctp.application.Page;
import proctp.application.sample.SampleOffice;
import proctp.domain.DefNum;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/** What the database is asked for each call: no more statements than the call needs, and a transaction only for a change. */
class StatementsTest {

    private static final String LOCK = "select .* from proctp join treatplan .* for share of treatplan";
    private static final String READ = "select .* from proctp left outer join definition .*";

    private final RecordedStatements statements = new RecordedStatements();
    private PostgresOffice office;

    @BeforeEach
    void openOffice() {
        HikariDataSource pool = ThrowAwayPostgres.NEWEST.emptiedOffice();
        office = SampleOn.filled(SampleOn.on(pool, statements.listenTo(pool), SampleOn.CLOCK));
        statements.take();
    }

    @Test
    void a_list_is_one_statement_without_a_transaction() {
        assertThat(office.procTPs().list(SampleOn.CALLER, new TreatPlanNum(963), new Page(100, 0))).hasSize(2);

        assertAsked(READ + " offset \\? .*");
    }

    @Test
    void an_edit_is_one_transaction_of_two_statements() {
        edit(976, SampleOn.descript("changed"));

        assertAsked("begin", LOCK, "update proctp set descript = \\?, secdatetedit = .* where .* returning .*",
                "commit");
    }

    @Test
    void an_edit_sets_the_members_that_it_names_and_no_other() {
        edit(976, ProcTPEdit.builder().surf("B").priority(new DefNum(2)).build(any -> true));

        assertAsked("begin", LOCK, "update proctp set priority = \\?, surf = \\?, secdatetedit = [^,]* where .*",
                "commit");
    }

    @Test
    void an_edit_that_changes_nothing_reads_the_row_once_more() {
        edit(976, SampleOn.descript("changed"));
        statements.take();

        edit(976, SampleOn.descript("changed"));

        assertAsked("begin", LOCK, "update proctp .*", READ, "commit");
    }

    @Test
    void an_edit_that_names_nothing_writes_nothing() {
        edit(976, ProcTPEdit.builder().build(any -> true));

        assertAsked("begin", LOCK, READ, "commit");
    }

    @Test
    void an_edit_that_is_refused_ends_with_the_judgement() {
        assertThatThrownBy(() -> edit(1001, SampleOn.descript("forged"))).isInstanceOf(Refusal.class);

        assertAsked("begin", LOCK, "rollback");
    }

    @Test
    void a_delete_is_one_transaction_of_two_statements() {
        office.procTPs().delete(SampleOn.CALLER, new ProcTPNum(976), SampleOn.RULE);

        assertAsked("begin", LOCK, "delete from proctp where .*", "commit");
    }

    @Test
    void a_signing_locks_the_plan_before_it_reads_the_rows() {
        SampleOn.signed(office, 963);

        assertAsked("begin", "select .* from treatplan where .* for update", READ, "update treatplan set .*",
                "commit");
    }

    @Test
    void a_key_that_works_is_looked_up_once_a_second() throws InterruptedException {
        find(SampleOffice.CUSTOMER_KEY);
        assertAsked("select .* from apikey .*");

        find(SampleOffice.CUSTOMER_KEY);
        assertAsked();

        Thread.sleep(1_100);
        find(SampleOffice.CUSTOMER_KEY);
        assertAsked("select .* from apikey .*");
    }

    @Test
    void a_key_that_is_disabled_or_unknown_is_looked_up_each_time() {
        for (String key : List.of(SampleOffice.DISABLED_KEY, "unknown")) {
            find(key);
            find(key);
            assertAsked("select .* from apikey .*", "select .* from apikey .*");
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
            assertThat(asked.get(i).replace("\"", "")).matches(patterns[i]);
        }
    }
}
