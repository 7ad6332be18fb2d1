package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.UseCases;
import proctp.application.sample.SampleOffice;
import proctp.domain.Refusal;

/** What becomes of a key on nodes that keep it for a second, and of the note that it is in use. */
class KeysOnTwoNodesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final ApiKeyNum ONE = new ApiKeyNum(1);
    private static final Duration AT_MOST = Duration.ofSeconds(2);

    private HikariDataSource pool;
    private PostgresOffice console;

    @BeforeEach
    void openOffice() {
        pool = ThrowAwayPostgres.NEWEST.emptiedOffice();
        SampleOn.filled(SampleOn.on(pool), ThrowAwayPostgres.NEWEST);
        console = SampleOn.on(ThrowAwayPostgres.NEWEST.console());
    }

    static Stream<Named<UnaryOperator<ApiKey>>> ends() {
        return Stream.of(Named.of("disabled", ApiKey::disabled), Named.of("revoked", key -> key.revokedOn(DAY)),
                Named.of("expired", key -> key.expiringBy(DAY.minusDays(1))));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void A4_a_key_that_is_no_longer_good_stops_within_two_seconds_on_every_node(UnaryOperator<ApiKey> end) {
        UseCases[] nodes = {node(), node()};
        Stream.of(nodes).forEach(node -> assertThat(works(node)).isTrue());
        console.apiKeys().change(SampleOffice.PRACTICE, ONE, end);
        long ended = System.nanoTime();
        for (UseCases node : nodes) {
            while (works(node)) {
                assertThat(Duration.ofNanos(System.nanoTime() - ended)).isLessThan(AT_MOST);
                LockSupport.parkNanos(10_000_000);
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - ended)).isLessThan(AT_MOST);
    }

    @Test
    void A4_a_key_that_was_just_made_or_enabled_works_at_once_on_every_node() {
        UseCases node = node();
        console.apiKeys().change(SampleOffice.PRACTICE, ONE, ApiKey::disabled);
        assertThat(works(node)).isFalse();
        console.apiKeys().change(SampleOffice.PRACTICE, ONE, ApiKey::enabled);
        assertThat(works(node)).isTrue();
    }

    @Test
    void a_use_is_written_down_once_a_day_by_each_node() {
        RecordedStatements statements = new RecordedStatements();
        LocalDate[] today = {DAY};
        UseCases node = UseCases.on(SampleOn.on(pool, statements.listenTo(pool), SampleOn.CLOCK), SampleOn.SECRET, () -> today[0]);
        for (int i = 0; i < 20; i++) {
            assertThat(works(node)).isTrue();
        }
        assertThat(statements.take()).filteredOn(sql -> sql.contains("update")).singleElement().asString().contains("lastused");
        assertThat(lastUsed()).isEqualTo(DAY);
        today[0] = DAY.plusDays(1);
        for (int i = 0; i < 20; i++) {
            assertThat(works(node)).isTrue();
        }
        assertThat(statements.take()).filteredOn(sql -> sql.contains("update")).hasSize(1);
        assertThat(lastUsed()).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void a_use_that_was_noted_before_the_node_came_up_is_not_written_down_again() {
        works(node());
        RecordedStatements statements = new RecordedStatements();
        UseCases later = UseCases.on(SampleOn.on(pool, statements.listenTo(pool), SampleOn.CLOCK), SampleOn.SECRET, () -> DAY);
        assertThat(works(later)).isTrue();
        assertThat(statements.take()).noneMatch(sql -> sql.contains("update"));
    }

    @Test
    void where_the_database_takes_no_changes_keys_work_and_their_use_is_tried_to_be_noted_once() {
        HikariConfig config = new HikariConfig();
        pool.copyStateTo(config);
        config.setConnectionInitSql("set default_transaction_read_only = on");
        try (HikariDataSource standby = new HikariDataSource(config)) {
            RecordedStatements statements = new RecordedStatements();
            UseCases node = UseCases.on(SampleOn.on(standby, statements.listenTo(standby), SampleOn.CLOCK), SampleOn.SECRET, () -> DAY);
            for (int i = 0; i < 20; i++) {
                assertThat(works(node)).isTrue();
            }
            assertThat(statements.take()).filteredOn(sql -> sql.contains("update")).hasSize(1);
        }
    }

    @Test
    void a_use_that_could_not_be_noted_is_tried_again_ten_minutes_later_however_busy_the_key_is_and_the_log_has_but_its_name() {
        ApiKey key = console.apiKeys().list().get(0);
        HikariConfig config = new HikariConfig();
        pool.copyStateTo(config);
        config.setMaximumPoolSize(1);
        config.setConnectionInitSql("set default_transaction_read_only = on");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(PostgresApiKeys.class);
        log.start();
        logger.addAppender(log);
        try (HikariDataSource standby = new HikariDataSource(config)) {
            long[] minutes = {0};
            PostgresApiKeys keys = new PostgresApiKeys(SampleOn.database(standby), () -> Duration.ofMinutes(minutes[0]).toNanos());
            for (; minutes[0] <= 11; minutes[0]++) {
                keys.used(key, DAY);
            }
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).hasSize(2)
                .containsOnly("It could not be noted that key Demo key is in use: Refusal");
    }

    @Test
    void nobody_waits_for_whoever_is_at_the_key() throws Exception {
        try (Connection held = pool.getConnection()) {
            held.setAutoCommit(false);
            held.createStatement().execute("select from apikey for update");
            long begun = System.nanoTime();
            assertThat(works(node())).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_MOST);
            held.rollback();
        }
    }

    @Test
    void no_exception_tells_more_of_a_key_than_its_number() {
        ApiKey there = console.apiKeys().list().get(0);
        assertThatThrownBy(() -> console.apiKeys().add(there.practice(), num -> new ApiKey(there.digest(), there.practice(), num, "D", "N",
                there.permissions(), true))).isNotNull().satisfies(failure -> {
                    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                        assertThat(cause.toString()).doesNotContain(there.digest().hex());
                    }
                });
        assertThat(there.toString()).doesNotContain(there.digest().hex());
    }

    private UseCases node() {
        return UseCases.on(SampleOn.on(pool), SampleOn.SECRET, () -> DAY);
    }

    private LocalDate lastUsed() {
        return console.apiKeys().list().get(0).days().lastUsed().orElseThrow();
    }

    private static boolean works(UseCases node) {
        try {
            node.authenticate().authenticate(SampleOn.SECRET.digest(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY));
            return true;
        } catch (Refusal refused) {
            assertThat(refused.kind()).isEqualTo(Refusal.Kind.KEY_INVALID);
            return false;
        }
    }
}
