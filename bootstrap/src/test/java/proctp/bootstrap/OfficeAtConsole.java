package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import proctp.application.ApiKey;
import proctp.application.KeySecret;
import proctp.application.sample.SampleOffice;
import proctp.postgres.PostgresOffice;

/**
 * The sample office in a database that runs, for commands that are given beside it; it has keys 1 to 3 in practice 1, 3 disabled, and
 * key 1 in practice 2.
 */
final class OfficeAtConsole implements AutoCloseable {

    private final Path directory;
    private final EmbeddedDatabase database;
    private final OpenOffice open;
    private final KeptTables sample;

    OfficeAtConsole(Path temporary) throws IOException, SQLException {
        directory = OfficeDirectory.used(temporary);
        database = EmbeddedDatabase.start(directory);
        open = OpenOffice.on(Settings.read("DATA_DIR", directory.toString()), Clock.systemUTC());
        open.office().fillIfEmpty(SampleOffice.practices(open.keySecret(), ZoneOffset.UTC));
        sample = new KeptTables(database);
    }

    /** Has the sample there and nothing else. */
    void restore() throws SQLException, IOException {
        sample.putBack();
    }

    /** Runs a statement that answers nothing. */
    void execute(String sql) throws SQLException {
        OfficeDirectory.execute(database, sql);
    }

    /** Runs statements past the triggers that would refuse them. */
    void executeByHand(String sql) throws SQLException {
        execute("set session_replication_role = replica; " + sql);
    }

    /** Its data directory. */
    Path directory() {
        return directory;
    }

    /** The server that it is on. */
    EmbeddedDatabase database() {
        return database;
    }

    /** The office without the way over the command line. */
    PostgresOffice office() {
        return open.office();
    }

    /** What its keys are stored under. */
    KeySecret keySecret() {
        return open.keySecret();
    }

    /** The keys that there are. */
    List<ApiKey> keys() {
        return open.office().apiKeys().list();
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
        return Settings.environment("DATA_DIR", directory.toString(), "TIME_ZONE", "UTC");
    }

    @Override
    public void close() throws SQLException {
        sample.close();
        open.close();
        database.close();
    }
}
