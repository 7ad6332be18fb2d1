package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.Page;
import proctp.application.PracticeNum;
import proctp.domain.DefCat;
import proctp.domain.NewDefinition;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** An office of an earlier version, with what practices have put into it since. */
class UpgradeTest {

    private static final String FIRST_OFFICE = """
            insert into practice (practice_id, name) values (1, 'one'), (2, 'two');
            insert into definition (practice_id, defnum, category, itemorder, itemname) values (1, 33, 20, 4, 'High');
            insert into treatplan (practice_id, treatplannum, patnum, tpstatus, secdatetedit, signature)
                values (1, 990, 1, 'Saved', now(), ''), (1, 17, 1, 'Saved', now(), '');
            insert into proctp (practice_id, proctpnum, treatplannum, patnum, itemorder, secdatetedit)
                values (1, 2250, 990, 1, 0, now()), (1, 3, 17, 1, 0, now());
            update treatplan set signature = 'ink' where treatplannum = 990;
            """;

    @Test
    void numbers_go_on_from_those_that_were_given_out_before_they_were_counted() {
        PostgresSettings settings = ThrowAwayPostgres.NEWEST.emptyDatabase();
        Flyway.configure().loggers("slf4j").dataSource(settings.jdbcUrl(), settings.console().user(), "")
                .locations("classpath:db/migration").target("1").load().migrate();
        try (HikariDataSource pool = ThrowAwayPostgres.pool(settings)) {
            ThrowAwayPostgres.execute(pool, FIRST_OFFICE);

            migrate(settings);

            PostgresOffice office = SampleOn.on(pool);
            NewTreatPlan.Builder draft = NewTreatPlan.builder().patNum(1);
            draft.procTP();
            TreatPlan saved = office.treatPlans().save(SampleOn.CALLER, draft.build(any -> true), Optional.empty()).value();
            assertThat(saved.num()).isEqualTo(new TreatPlanNum(991));
            assertThat(office.procTPs().list(SampleOn.CALLER, saved.num(), Page.EVERYTHING)).singleElement()
                    .extracting(row -> row.num().value()).isEqualTo(2_251L);
            assertThat(office.definitions().add(SampleOn.CALLER, new NewDefinition(DefCat.TX_PRIORITIES, "Low", ""),
                    Optional.empty()).value().num().value()).isEqualTo(34);
            assertThat(office.treatPlans().find(SampleOn.CALLER, new TreatPlanNum(990))).get()
                    .extracting(plan -> plan.patient().digest()).as("nobody knows what was signed then").isEqualTo("");
        }
    }

    /** As of an owner who is no superuser, whom the policies bind away from the console. */
    @Test
    void a_migration_to_come_will_see_all_practices(@TempDir Path directory) throws Exception {
        PostgresSettings settings = ThrowAwayPostgres.NEWEST.migratedDatabase();
        ThrowAwayPostgres.execute(settings.jdbcUrl(), "insert into practice (practice_id) values (1), (2)");
        Files.writeString(directory.resolve("V9000__planted.sql"), "update practice set name = 'planted'");

        Flyway.configure().loggers("slf4j").dataSource(settings.jdbcUrl(), settings.console().user(), "")
                .locations("classpath:db/migration", "filesystem:" + directory).load().migrate();

        try (Connection connection = Connections.one(settings.jdbcUrl(), ThrowAwayPostgres.SUPERUSER)) {
            assertThat(CatalogueTest.names(connection, "select name from practice")).containsExactly("planted", "planted");
        }
    }

    @Test
    void X5_what_was_there_before_changes_were_kept_is_in_the_feed_as_it_is() {
        PostgresSettings settings = ThrowAwayPostgres.NEWEST.emptyDatabase();
        Flyway.configure().loggers("slf4j").dataSource(settings.jdbcUrl(), settings.console().user(), "")
                .locations("classpath:db/migration").target("1").load().migrate();
        try (HikariDataSource pool = ThrowAwayPostgres.pool(settings)) {
            ThrowAwayPostgres.execute(pool, FIRST_OFFICE);
            ThrowAwayPostgres.execute(pool, "insert into proctp (practice_id, proctpnum, treatplannum, patnum, itemorder, priority,"
                    + " secdatetedit) values (1, 2, 17, 1, 5, 33, now()), (1, 9, 17, 1, 2, 34, now())");

            migrate(settings);

            PostgresOffice office = SampleOn.on(pool);
            List<Change> there = office.changes().list(SampleOn.CALLER, ChangeFilter.ALL, 100);
            assertThat(there).extracting(Change::num).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(there).extracting(UpgradeTest::after)
                    .containsExactly(
                            plan(office, 17), row(office, 3), row(office, 9), row(office, 2), plan(office, 990), row(office, 2_250));
            assertThat(row(office, 2).priority().itemName()).isEqualTo("High");
            assertThat(there).extracting(Change::author).containsOnly(Caller.atConsole(new PracticeNum(1)).author());
            office.procTPs().delete(SampleOn.CALLER, new ProcTPNum(3), SampleOn.RULE);
            assertThat(office.changes().list(SampleOn.CALLER, ChangeFilter.ALL.after(6), 100)).extracting(Change::num).containsExactly(7L);
        }
    }

    private static TreatPlan plan(PostgresOffice office, long num) {
        return office.treatPlans().find(SampleOn.CALLER, new TreatPlanNum(num)).orElseThrow();
    }

    private static ProcTP row(PostgresOffice office, long num) {
        return office.procTPs().find(SampleOn.CALLER, new ProcTPNum(num)).orElseThrow();
    }

    private static Object after(Change change) {
        return change.procTPNum().isPresent() ? change.procTP().after().orElseThrow() : change.treatPlan().after().orElseThrow();
    }

    private static void migrate(PostgresSettings settings) {
        try {
            Schema.migrate(settings);
            Roles.readyToServe(settings);
        } catch (DatabaseAwayException away) {
            throw new AssertionError(away);
        }
    }
}
