package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import proctp.application.Page;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** From an empty database to an office that works, and why that can fail. */
class OpeningAnOfficeTest {

    private static final TreatPlanNum PLAN = new TreatPlanNum(963);

    @ParameterizedTest
    @EnumSource(ThrowAwayPostgres.class)
    void several_nodes_open_and_fill_one_empty_database_at_once(ThrowAwayPostgres version) throws Exception {
        PostgresSettings settings = version.emptyDatabase();
        Callable<Boolean> node = () -> {
            try (PostgresOffice office = PostgresOffice.open(settings, SampleOn.CLOCK)) {
                return office.fillIfEmpty(SampleOn.PRACTICES);
            }
        };
        ExecutorService nodes = Executors.newFixedThreadPool(4);

        List<Future<Boolean>> filled = nodes.invokeAll(IntStream.range(0, 4).mapToObj(i -> node).toList());

        assertThat(filled).extracting(Future::get).containsExactlyInAnyOrder(true, false, false, false);
        nodes.shutdown();
        try (PostgresOffice office = PostgresOffice.open(settings, SampleOn.CLOCK)) {
            assertThat(office.procTPs().list(SampleOn.CALLER, PLAN, new Page(9, 0))).hasSize(2);
        }
    }

    @Test
    void a_fill_that_fails_leaves_the_office_empty() {
        try (PostgresOffice office = PostgresOffice.open(ThrowAwayPostgres.NEWEST.emptyDatabase(), SampleOn.CLOCK)) {
            PracticeContents rowWithoutPlan = new PracticeContents(new PracticeNum(3), "", List.of(), List.of(), List.of(),
                    SampleOn.PRACTICES.get(0).procTPs());

            assertThatThrownBy(() -> office.fillIfEmpty(
                    Stream.concat(SampleOn.PRACTICES.stream(), Stream.of(rowWithoutPlan)).toList()));

            assertThat(office.treatPlans().exists(SampleOn.CALLER, PLAN)).isFalse();
            SampleOn.filled(office);
        }
    }

    @Test
    void a_server_that_is_too_old_is_named() {
        assertThatThrownBy(() -> Schema.requireSuitable(14, "14.22 (Debian)", "UTF8"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("PostgreSQL 15 or newer is needed; the server is 14.22 (Debian).");
    }

    @Test
    void a_database_that_cannot_hold_every_text_is_refused() {
        PostgresSettings other = ThrowAwayPostgres.NEWEST.emptyDatabase();
        try (HikariDataSource pool = new HikariDataSource(Connections.pool(other))) {
            ThrowAwayPostgres.execute(pool,
                    "create database latin encoding 'LATIN1' locale 'C' template template0");
        }
        PostgresSettings latin = new PostgresSettings(
                other.jdbcUrl().replaceFirst("/office[0-9]+", "/latin"), other.user(), "", 1);

        assertThatThrownBy(() -> PostgresOffice.open(latin, SampleOn.CLOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The database must be encoded in UTF8, not in LATIN1.");
    }

    @Test
    void a_server_that_is_not_there_is_said_to_be_so() {
        PostgresSettings nobody = new PostgresSettings("jdbc:postgresql://127.0.0.1:1/office", "nobody", "secret", 1);

        assertThatThrownBy(() -> PostgresOffice.open(nobody, SampleOn.CLOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The database cannot be reached: ")
                .hasMessageNotContaining("secret");
        assertThat(nobody.toString()).doesNotContain("secret");
    }

    @Test
    void a_host_that_nobody_knows_is_named() {
        PostgresSettings nowhere = new PostgresSettings("jdbc:postgresql://db.invalid/office", "nobody", "secret", 1);

        assertThatThrownBy(() -> PostgresOffice.open(nowhere, SampleOn.CLOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The database cannot be reached: there is no host db.invalid.");
    }

    @Test
    void a_role_that_may_not_make_tables_is_told_what_it_lacks() {
        PostgresSettings owners = ThrowAwayPostgres.NEWEST.emptyDatabase();
        try (HikariDataSource pool = new HikariDataSource(Connections.pool(owners))) {
            ThrowAwayPostgres.execute(pool, "create role reader login");
        }
        PostgresSettings readers = new PostgresSettings(owners.jdbcUrl().replaceFirst("\\?.*", ""), "reader", "", 1);

        assertThatThrownBy(() -> PostgresOffice.open(readers, SampleOn.CLOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The role reader may not make tables in the database: make it the database's owner, or grant create on"
                        + " schema public to it.");
    }

    @Test
    void a_database_of_somebody_else_is_left_alone() {
        PostgresSettings others = ThrowAwayPostgres.NEWEST.emptyDatabase();
        try (HikariDataSource pool = new HikariDataSource(Connections.pool(others))) {
            ThrowAwayPostgres.execute(pool, "create table theirs (id integer)");
        }

        assertThatThrownBy(() -> PostgresOffice.open(others, SampleOn.CLOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The database already holds tables that are not ProcTP's: give it an empty database of its own.");
    }

    @Test
    void nothing_of_a_row_is_logged_and_no_library_greets() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.ALL);
        try (PostgresOffice office = PostgresOffice.open(ThrowAwayPostgres.NEWEST.emptyDatabase(), SampleOn.CLOCK)) {
            SampleOn.filled(office);
            office.procTPs().edit(SampleOn.CALLER, new ProcTPNum(976), SampleOn.descript("of a patient"),
                    TreatPlan::requireEditable);
            office.procTPs().list(SampleOn.CALLER, PLAN, new Page(9, 0));
        } finally {
            root.setLevel(Level.WARN);
            root.detachAppender(log);
        }

        assertThat(log.list).isNotEmpty().noneMatch(event -> event.getFormattedMessage().contains("of a patient"));
        assertThat(log.list).noneMatch(event -> event.getLoggerName().startsWith("org.jooq"));
    }
}
