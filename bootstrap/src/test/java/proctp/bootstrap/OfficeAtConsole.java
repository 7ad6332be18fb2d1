package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import proctp.application.ApiKey;
import proctp.application.KeySecret;
import proctp.application.sample.SampleOffice;
import proctp.postgres.PostgresOffice;

/**
 * The sample office in a database that runs, for commands that are given beside it; as it was before each test. It has keys 1 to 3 in
 * practice 1, 3 disabled, and key 1 in practice 2. All test classes that ask for one share it.
 */
final class OfficeAtConsole implements BeforeAllCallback, BeforeEachCallback {

    private Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot().getStore(ExtensionContext.Namespace.create(OfficeAtConsole.class))
                .computeIfAbsent(Running.class, any -> Running.started(), Running.class);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException, IOException {
        running.sample.putBack();
    }

    /** Runs a statement that answers nothing. */
    void execute(String sql) throws SQLException {
        OfficeDirectory.execute(running.database, sql);
    }

    /** Runs statements past the triggers that would refuse them. */
    void executeByHand(String sql) throws SQLException {
        execute("set session_replication_role = replica; " + sql);
    }

    /** Its data directory. */
    Path directory() {
        return running.database.home();
    }

    /** The server that it is on. */
    EmbeddedDatabase database() {
        return running.database;
    }

    /** The office without the way over the command line. */
    PostgresOffice office() {
        return running.open.office();
    }

    /** What its keys are stored under. */
    KeySecret keySecret() {
        return running.open.keySecret();
    }

    /** The keys that there are. */
    List<ApiKey> keys() {
        return office().apiKeys().list();
    }

    /** Runs a command. */
    Said by(String... arguments) {
        return Said.by(environment(), arguments);
    }

    /** Runs a command for a person who types that. */
    Said to(String typed, String... arguments) {
        return Said.to(typed, environment(), arguments);
    }

    /** Runs a command that is done without a word of complaint. */
    Said ok(String... arguments) {
        Said said = by(arguments);
        assertThat(said.err()).isEmpty();
        assertThat(said.exitCode()).isZero();
        return said;
    }

    /** What its commands are set to. */
    Map<String, String> environment() {
        return Settings.environment("DATA_DIR", directory().toString(), "TIME_ZONE", "UTC");
    }

    /** It goes when the last test is done. */
    private record Running(Path temporary, EmbeddedDatabase database, OpenOffice open, KeptTables sample) implements AutoCloseable {

        static Running started() {
            try {
                Path temporary = Files.createTempDirectory("proctp-test");
                Path directory = OfficeDirectory.used(temporary);
                EmbeddedDatabase database = EmbeddedDatabase.start(directory);
                OpenOffice open = OpenOffice.on(Settings.read("DATA_DIR", directory.toString()), Clock.systemUTC());
                open.office().fillIfEmpty(SampleOffice.practices(open.keySecret(), ZoneOffset.UTC));
                return new Running(temporary, database, open, new KeptTables(database));
            } catch (IOException | SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void close() throws SQLException, IOException {
            sample.close();
            open.close();
            database.close();
            PrivateFiles.deleteTree(temporary);
        }
    }
}
