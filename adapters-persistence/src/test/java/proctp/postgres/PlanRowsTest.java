package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.sample.SampleOffice;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlanNum;

/** The rows of a plan are asked for in as little as they can be, and come as if they were not. */
@ParameterizedClass
@EnumSource(ThrowAwayPostgres.class)
class PlanRowsTest {

    private static final String IN_FULL = "select .*set_config.* from \"definition\" .*; select .* from \"proctp\" left outer join .*";
    private static final String IN_SHORT = "select .* from \"proctp\" where \\(\\(\\(select set_config.*";
    private static final String DANGLING = "update proctp set priority = 4711 where practice_id = 1 and treatplannum = 964";

    private final RecordedStatements statements = new RecordedStatements();
    private final HikariDataSource database;
    private final PostgresOffice office;

    PlanRowsTest(ThrowAwayPostgres version) {
        database = version.emptiedOffice();
        office = SampleOn.filled(SampleOn.on(database, statements.listenTo(database), SampleOn.CLOCK), version);
    }

    @BeforeEach
    void askedForOnce() {
        statements.take();
        assertThat(list()).hasSize(4);
        assertThat(statements.take()).singleElement().asString().matches("(?s)" + IN_FULL);
    }

    /** More often than the driver and the server take to have a plan of the statement that fits all plans of treatment. */
    @Test
    void rows_whose_priorities_are_known_are_one_statement_that_joins_nothing() {
        List<ProcTP> before = list();
        for (int i = 0; i < 20; i++) {
            assertThat(list()).isEqualTo(before);
        }
        assertThat(statements.take()).filteredOn(asked -> asked.matches("(?s)" + IN_SHORT)).hasSizeGreaterThan(15);
    }

    @Test
    void they_are_those_of_the_callers_practice() {
        Caller other = new Caller(SampleOffice.OTHER_PRACTICE, new ApiKeyNum(1), "", "", SampleOn.CALLER.permissions());
        TreatPlanNum plan = new TreatPlanNum(964);
        Page all = new Page(100, 0);
        List<ProcTP> others = office.procTPs().list(other, plan, all);
        for (int i = 0; i < 20; i++) {
            assertThat(office.procTPs().list(other, plan, all)).isEqualTo(others).doesNotContainAnyElementsOf(list());
        }
    }

    @Test
    void a_priority_that_is_not_known_is_asked_for_at_once() {
        ThrowAwayPostgres.execute(database, """
                insert into definition (practice_id, defnum, category, itemorder, itemname) values (1, 4711, 20, 9, 'Tomorrow')""");
        ThrowAwayPostgres.execute(database, DANGLING);
        assertThat(list()).extracting(row -> row.priority().itemName()).contains("Tomorrow");
        assertThat(statements.take()).hasSize(2);
    }

    @Test
    void a_priority_that_is_no_more_has_no_name_and_is_not_asked_for_again() {
        ThrowAwayPostgres.execute(database, DANGLING);
        assertThat(list()).extracting(row -> row.priority().itemName()).contains("");
        statements.take();
        assertThat(list()).extracting(row -> row.priority().itemName()).contains("");
        assertThat(statements.take()).hasSize(1);
    }

    @Test
    void a_name_that_was_changed_by_hand_is_seen_a_second_later() throws InterruptedException {
        ThrowAwayPostgres.execute(database, "update definition set itemname = 'Renamed' where practice_id = 1");
        Thread.sleep(1_100);
        assertThat(list()).extracting(row -> row.priority().itemName()).contains("Renamed").doesNotContain("High");
    }

    @Test
    void G5_that_there_are_none_is_never_told_in_short() {
        statements.take();
        assertThat(office.procTPs().list(SampleOn.CALLER, new TreatPlanNum(964), new Page(100, 4))).isEmpty();
        assertThat(statements.take()).last().asString().matches("(?s)" + IN_FULL);
    }

    private List<ProcTP> list() {
        return office.procTPs().list(SampleOn.CALLER, new TreatPlanNum(964), new Page(100, 0));
    }
}
