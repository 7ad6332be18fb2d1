package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
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
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;
import proctp.postgres.PostgresSettings.Login;

/** From an empty database to an office that works, and why that can fail. */
class OpeningAnOfficeTest {

    private static final TreatPlanNum PLAN = new TreatPlanNum(963);

    @ParameterizedTest
    @EnumSource(ThrowAwayPostgres.class)
    void several_nodes_open_and_fill_one_empty_database_at_once(ThrowAwayPostgres version) throws Exception {
        PostgresSettings settings = version.emptyDatabase();
        Callable<Boolean> node = () -> {
            try (PostgresOffice office = SampleOn.opened(settings); PostgresOffice console = SampleOn.console(settings)) {
                return console.fillIfEmpty(SampleOn.PRACTICES);
            }
        };
        ExecutorService nodes = Executors.newFixedThreadPool(4);

        List<Future<Boolean>> filled = nodes.invokeAll(IntStream.range(0, 4).mapToObj(i -> node).toList());

        assertThat(filled).extracting(Future::get).containsExactlyInAnyOrder(true, false, false, false);
        nodes.shutdown();
        try (PostgresOffice office = SampleOn.opened(settings)) {
            assertThat(office.procTPs().list(SampleOn.CALLER, PLAN, new Page(9, 0))).hasSize(2);
        }
    }

    @Test
    void a_fill_that_fails_leaves_the_office_empty() {
        PostgresSettings settings = ThrowAwayPostgres.NEWEST.emptyDatabase();
        try (PostgresOffice office = SampleOn.opened(settings); PostgresOffice console = SampleOn.console(settings)) {
            PracticeContents rowWithoutPlan = new PracticeContents(new PracticeNum(3), "", List.of(), List.of(), List.of(),
                    SampleOn.PRACTICES.get(0).procTPs());

            assertThatThrownBy(() -> console.fillIfEmpty(
                    Stream.concat(SampleOn.PRACTICES.stream(), Stream.of(rowWithoutPlan)).toList()));

            assertThat(office.treatPlans().find(SampleOn.CALLER, PLAN)).isEmpty();
            SampleOn.filled(office, settings);
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
        ThrowAwayPostgres.execute(other.jdbcUrl(), "create database latin encoding 'LATIN1' locale 'C' template template0");
        PostgresSettings latin = alone(other.jdbcUrl().replaceFirst("/office[0-9]+", "/latin"), other.service());

        assertThatThrownBy(() -> SampleOn.opened(latin))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The database must be encoded in UTF8, not in LATIN1.");
    }

    @Test
    void a_server_that_is_not_there_is_said_to_be_so() {
        PostgresSettings nobody = alone("jdbc:postgresql://127.0.0.1:1/office", new Login("nobody", "secret"));

        assertThat(arrive(nobody)).hasValueSatisfying(reason ->
                assertThat(reason).contains("127.0.0.1:1 refused").doesNotContain("secret"));
        assertThat(nobody.toString()).doesNotContain("secret");
    }

    @Test
    void a_host_that_nobody_knows_is_named() {
        PostgresSettings nowhere = alone("jdbc:postgresql://db.invalid/office", new Login("nobody", "secret"));

        assertThat(arrive(nowhere)).contains("there is no host db.invalid.");
    }

    @Test
    void a_role_that_may_not_make_tables_is_told_what_it_lacks() {
        PostgresSettings owners = ThrowAwayPostgres.NEWEST.emptyDatabase();
        ThrowAwayPostgres.execute(owners.jdbcUrl(), "create role reader login");
        PostgresSettings readers = alone(owners.jdbcUrl(), new Login("reader", ""));

        assertThatThrownBy(() -> SampleOn.opened(readers))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The role reader may not make tables in the database: make it the database's owner, or grant create on"
                        + " schema public to it.");
    }

    @Test
    void a_database_of_somebody_else_is_left_alone() {
        PostgresSettings others = ThrowAwayPostgres.NEWEST.emptyDatabase();
        ThrowAwayPostgres.execute(others.jdbcUrl(), "create table theirs (id integer)");

        assertThatThrownBy(() -> SampleOn.opened(others))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The database already holds tables that are not ProcTP's: give it an empty database of its own.");
    }

    @Test
    void a_database_that_nobody_made_is_not_waited_for() {
        PostgresSettings server = ThrowAwayPostgres.NEWEST.emptyDatabase();
        PostgresSettings missing = alone(server.jdbcUrl().replaceFirst("/office[0-9]+", "/missing"), server.service());

        assertThatThrownBy(() -> SampleOn.opened(missing)).isInstanceOf(IllegalStateException.class)
                .hasMessage("The database cannot be reached: FATAL: database \"missing\" does not exist");
    }

    @Test
    void a_server_without_a_free_connection_is_waited_for() {
        PostgresSettings full = ThrowAwayPostgres.NEWEST.emptyDatabase();
        ThrowAwayPostgres.execute(full.jdbcUrl(), "create role guest login connection limit 0");
        PostgresSettings guest = alone(full.jdbcUrl(), new Login("guest", ""));

        assertThat(arrive(guest)).contains("FATAL: too many connections for role \"guest\"");
    }

    @Test
    void until_it_is_open_every_call_is_told_to_come_again() {
        try (PostgresOffice office = new PostgresOffice(SampleOn.CLOCK)) {
            assertThatThrownBy(() -> office.treatPlans().find(SampleOn.CALLER, PLAN)).isInstanceOfSatisfying(
                    Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
            assertThatThrownBy(() -> office.fillIfEmpty(SampleOn.PRACTICES)).isInstanceOfSatisfying(
                    Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
            assertThat(office.probe().trouble()).contains("The database is not there yet, or no longer.");
        }
    }

    @Test
    void its_connections_are_counted() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (PostgresOffice office = new PostgresOffice(SampleOn.CLOCK)) {
            PostgresSettings settings = ThrowAwayPostgres.NEWEST.emptyDatabase();
            office.arrive(settings, meters);
            office.treatPlans().find(SampleOn.CALLER, PLAN);

            assertThat(meters.get("hikaricp.connections.max").tag("pool", "proctp").gauge().value()).isEqualTo(settings.poolSize());
            assertThat(meters.get("hikaricp.connections.acquire").timer().count()).isPositive();
        }
    }

    private static PostgresSettings alone(String jdbcUrl, Login login) {
        return new PostgresSettings(jdbcUrl, login, Optional.empty(), 1, 1);
    }

    private static Optional<String> arrive(PostgresSettings settings) {
        try (PostgresOffice office = new PostgresOffice(SampleOn.CLOCK)) {
            return office.arrive(settings, new SimpleMeterRegistry());
        }
    }

    @Test
    void nothing_of_a_row_is_logged_and_no_library_greets() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.ALL);
        PostgresSettings settings = ThrowAwayPostgres.NEWEST.emptyDatabase();
        try (PostgresOffice office = SampleOn.opened(settings)) {
            SampleOn.filled(office, settings);
            office.procTPs().edit(SampleOn.CALLER, new ProcTPNum(976), SampleOn.descript("of a patient"),
                    SampleOn.RULE);
            office.procTPs().list(SampleOn.CALLER, PLAN, new Page(9, 0));
        } finally {
            root.setLevel(Level.WARN);
            root.detachAppender(log);
        }

        assertThat(log.list).isNotEmpty().noneMatch(event -> event.getFormattedMessage().contains("of a patient"));
        assertThat(log.list).noneMatch(event -> event.getLoggerName().startsWith("org.jooq"));
    }
}
