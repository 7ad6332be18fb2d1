package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import proctp.application.KeySecret;
import proctp.application.PracticeNum;
import proctp.contract.wire.WireClient;

/** Keys and practices handled at a console beside the service that goes by them. */
@Timeout(120)
class KeysOfARunningServiceTest {

    private static final Duration AT_MOST = Duration.ofSeconds(2);

    @TempDir
    static Path temporary;

    private static Path directory;
    private static App app;

    @BeforeAll
    static void start() throws IOException {
        directory = OfficeDirectory.used(temporary);
        app = App.start(Settings.read("DATA_DIR", directory.toString(), "PORT", "0", "ADMIN_PORT", "0", "TIME_ZONE", "UTC"), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void A4_a_key_works_from_when_it_is_made_until_two_seconds_after_it_is_taken_back_and_its_day_of_use_is_noted() {
        String key = added();
        assertThat(status(key)).isEqualTo(200);
        assertThat(ok("key", "list").out()).contains("enabled   ReadAll,AllOthers  %1$s  -        %1$s".formatted(LocalDate.now(ZoneOffset.UTC)));
        for (String taken : List.of("disable", "revoke")) {
            ok("key", "enable", "--key", number(key), "--practice", "1");
            assertThat(status(key)).as("at once").isEqualTo(200);
            Said said = taken.equals("revoke") ? ok("key", taken, "--key", number(key), "--practice", "1", "--yes")
                    : ok("key", taken, "--key", number(key), "--practice", "1");
            long ended = System.nanoTime();
            while (status(key) != 401) {
                LockSupport.parkNanos(20_000_000);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - ended)).as(said.out()).isLessThan(AT_MOST);
        }
    }

    @Test
    void requests_end_before_their_practice_is_erased_or_are_refused_and_leave_nothing_behind() {
        String practice = ok("practice", "add", "--name", "Elm Street", "--json").out().replaceFirst("\\{\"practice\":(\\d+).*\n", "$1");
        String key = ok("key", "add", "--practice", practice, "--developer", "D", "--name", "N", "--json").out();
        List<CompletableFuture<Integer>> clients = List.of(saving(key), saving(key), saving(key));
        Said said = ok("practice", "erase", "--practice", practice, "--without-export", "--yes");
        assertThat(said.out()).contains("proctp: 0 left\n", "treatplan: 0 left\n", "Practice %s is erased.".formatted(practice));
        assertThat(clients).allSatisfy(client -> assertThat(client.join()).isEqualTo(401));
        try (OpenOffice open = OpenOffice.on(Settings.read("DATA_DIR", directory.toString()), Clock.systemUTC())) {
            assertThat(open.office().practices().count(new PracticeNum(Long.parseLong(practice))).values()).containsOnly(0L);
        }
    }

    @Test
    void nothing_of_a_key_but_its_number_and_names_reaches_a_log() throws IOException, SQLException {
        List<String> lines;
        String key;
        String failed;
        try (EveryLine log = new EveryLine()) {
            key = added();
            status(key);
            status(key.replace("\"authorization\":\"ODFHIR ", "\"authorization\":\"ODFHIR x"));
            ok("key", "disable", "--key", number(key), "--practice", "1");
            status(key);
            ok("key", "enable", "--key", number(key), "--practice", "1");
            ok("key", "rotate", "--key", number(key), "--practice", "1", "--grace", "3");
            ok("key", "revoke", "--key", number(key), "--practice", "1", "--yes");
            failed = failingAdd();
            lines = log.lines();
        }
        KeySecret secret = new KeySecret(Files.readString(directory.resolve("key-secret")).strip());
        String developerKey = key.replaceFirst("(?s).*\"developerKey\":\"(\\w+)\".*", "$1");
        String customerKey = key.replaceFirst("(?s).*\"customerKey\":\"(\\w+)\".*", "$1");
        String all = String.join("\n", lines) + failed;
        assertThat(lines).as("what is watched").anyMatch(line -> line.contains("Recalls") && line.contains("/treatplans"));
        assertThat(all).doesNotContain(developerKey, customerKey, secret.digest(developerKey, customerKey).hex())
                .doesNotContainPattern("[34679ACDEFGHJKMNPQRTVWXY]{28}").doesNotContainPattern("\\\\\\\\x[0-9a-f]{64}");
    }

    /** What a command that the database fails says on its way out. */
    private static String failingAdd() throws SQLException {
        Config.Database database = RunningDatabase.of(directory);
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.owner().orElseThrow().user(),
                database.owner().orElseThrow().password());
             var statement = connection.createStatement()) {
            statement.execute("alter table apikey add constraint planted check (developername <> 'planted')");
            try {
                Said said = Said.by(environment(), "key", "add", "--practice", "1", "--developer", "planted", "--name", "N");
                assertThat(said.exitCode()).isEqualTo(1);
                assertThat(said.out()).isEmpty();
                assertThat(said.err()).contains("planted");
                return said.err();
            } finally {
                statement.execute("alter table apikey drop constraint planted");
            }
        }
    }

    private static CompletableFuture<Integer> saving(String key) {
        return CompletableFuture.supplyAsync(() -> {
            int status = 201;
            while (status == 201) {
                status = client(key).post("/treatplans/Saved", "{\"PatNum\":1,\"ProcTPs\":[{},{}]}").statusCode();
            }
            return status;
        });
    }

    private static String added() {
        return ok("key", "add", "--practice", "1", "--developer", "Recall Software", "--name", "Recalls", "--json").out();
    }

    private static String number(String key) {
        return key.replaceFirst("(?s).*\"key\":(\\d+).*", "$1");
    }

    private static int status(String key) {
        return client(key).get("/treatplans").statusCode();
    }

    private static WireClient client(String key) {
        return WireClient.anonymous(URI.create("http://127.0.0.1:" + app.port()))
                .with("Authorization", key.replaceFirst("(?s).*\"authorization\":\"([^\"]+)\".*", "$1"));
    }

    private static Said ok(String... arguments) {
        Said said = Said.besideService(environment(), arguments);
        assertThat(said.exitCode()).as(said.err()).isZero();
        return said;
    }

    private static Map<String, String> environment() {
        return Settings.environment("DATA_DIR", directory.toString(), "TIME_ZONE", "UTC");
    }

    /** Every line of the log, the service's own in all detail, with what failed in a library's own words. */
    private static final class EveryLine extends AppenderBase<ILoggingEvent> implements AutoCloseable {

        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        private final Logger own = (Logger) LoggerFactory.getLogger("proctp");
        private final Level before = own.getLevel();

        EveryLine() {
            setContext(root.getLoggerContext());
            start();
            root.addAppender(this);
            own.setLevel(Level.TRACE);
        }

        @Override
        protected void append(ILoggingEvent line) {
            lines.add(line.getFormattedMessage() + line.getKeyValuePairs()
                    + (line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy())));
        }

        List<String> lines() {
            return List.copyOf(lines);
        }

        @Override
        public void close() {
            own.setLevel(before);
            root.detachAppender(this);
        }
    }
}
