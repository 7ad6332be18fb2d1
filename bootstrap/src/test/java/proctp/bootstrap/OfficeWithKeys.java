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

/** The sample office beside whose database keys are handled; it has keys 1 to 3 in practice 1, 3 disabled, and key 1 in practice 2. */
final class OfficeWithKeys implements AutoCloseable {

    private static final String KEEP = "create schema kept; create table kept.apikey as table apikey;";
    private static final String RESTORE = "delete from apikey; insert into apikey select * from kept.apikey;"
            + " update practice set lastapikeynum = 0";

    private final Path directory;
    private final EmbeddedDatabase database;
    private final OpenOffice open;

    OfficeWithKeys(Path temporary) throws IOException, SQLException {
        directory = OfficeDirectory.used(temporary);
        database = EmbeddedDatabase.start(directory);
        open = OpenOffice.on(Settings.read("DATA_DIR", directory.toString()), Clock.systemUTC());
        open.office().fillIfEmpty(SampleOffice.practices(open.keySecret(), ZoneOffset.UTC));
        execute(KEEP);
    }

    /** Has the keys of the sample there, and no others. */
    void restore() throws SQLException {
        execute(RESTORE);
    }

    /** Runs a statement that answers nothing. */
    void execute(String sql) throws SQLException {
        OfficeDirectory.execute(database, sql);
    }

    /** Its data directory. */
    Path directory() {
        return directory;
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
    public void close() {
        open.close();
        database.close();
    }
}
