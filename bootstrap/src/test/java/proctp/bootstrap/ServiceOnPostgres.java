package proctp.bootstrap;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import proctp.application.KeySecret;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.ServerUnderTest;
import proctp.postgres.PostgresOffice;

/** The whole service, as it is wired to run, on a real PostgreSQL; its tables hold the sample again for each test. */
final class ServiceOnPostgres implements ServerUnderTest, AutoCloseable {

    private static final String SECRET = "a secret of the tests";

    private final Path temporary;
    private final EmbeddedDatabase database;
    private final App app;
    private final KeptTables sample;
    private List<String> stored;
    private String storedAt = "";

    /** A service that is indifferent to wrong keys: tests send more of them than anybody should. */
    ServiceOnPostgres() throws IOException, SQLException {
        this(0);
    }

    /** @param wrongKeysPerMinute that an address may send; 0 for any number */
    ServiceOnPostgres(int wrongKeysPerMinute) throws IOException, SQLException {
        temporary = Files.createTempDirectory("proctp-test");
        database = EmbeddedDatabase.start(OfficeDirectory.used(temporary));
        Map<String, String> settings = new HashMap<>(OfficeDirectory.settings(database));
        settings.putAll(Map.of(
                "PROCTP_PORT", "0",
                "PROCTP_ADMIN_PORT", "0",
                "PROCTP_WRONG_KEYS_PER_MINUTE", String.valueOf(wrongKeysPerMinute),
                "PROCTP_KEY_SECRET", SECRET,
                "PROCTP_TIME_ZONE", ZONE.getId(),
                "PROCTP_CORS_ORIGINS", ORIGIN));
        app = App.start(Config.fromEnvironment(settings, new Properties()), CLOCK);
        try (PostgresOffice console = new PostgresOffice(CLOCK)) {
            console.arriveAtConsole(database.address().settings(2, 1));
            console.fillIfEmpty(SampleOffice.practices(new KeySecret(SECRET), ZONE));
        }
        sample = new KeptTables(database);
    }

    @Override
    public URI fresh() throws SQLException, IOException {
        sample.putBack();
        return URI.create("http://127.0.0.1:" + app.port());
    }

    /** Where its operator asks. */
    int adminPort() {
        return app.adminPort();
    }

    @Override
    public List<String> stored() throws SQLException {
        String now = sample.written();
        if (!now.equals(storedAt)) {
            stored = rows();
            storedAt = now;
        }
        return stored;
    }

    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : sample.texts("select tablename from pg_tables where schemaname = 'public' order by 1")) {
            // that a key was used is no change that a request makes to what there is, and entries are counted by their numbers
            rows.addAll(switch (table) {
                case "lastchange" -> List.<String>of();
                case "change" -> sample.texts("select 'change ' || practice_id || ' ' || changenum from change order by 1");
                default -> sample.texts("select '" + table + " ' || (to_jsonb(stored) - 'lastused')::text from " + table
                        + " stored order by 1");
            });
        }
        return rows;
    }

    @Override
    public void close() throws SQLException, IOException {
        sample.close();
        app.close();
        database.close();
        PrivateFiles.deleteTree(temporary);
    }
}
