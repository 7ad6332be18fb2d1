package proctp.bootstrap;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import proctp.application.KeySecret;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.ServerUnderTest;
import proctp.postgres.PostgresOffice;

/** The whole service, as it is wired to run, on a real PostgreSQL; its tables are filled anew for each test. */
final class ServiceOnPostgres implements ServerUnderTest, AutoCloseable {

    private static final String SECRET = "a secret of the tests";

    private final EmbeddedDatabase database;
    private final PostgresOffice office;
    private final Connection tables;
    private final App app;
    private String filled = "";

    /** A service that is indifferent to wrong keys: tests send more of them than anybody should. */
    ServiceOnPostgres() throws IOException, SQLException {
        this(0);
    }

    /** @param wrongKeysPerMinute that an address may send; 0 for any number */
    ServiceOnPostgres(int wrongKeysPerMinute) throws IOException, SQLException {
        Path directory = Files.createTempDirectory("proctp-test");
        database = EmbeddedDatabase.start(directory);
        Map<String, String> settings = new HashMap<>(OfficeDirectory.settings(database));
        settings.putAll(Map.of(
                "PROCTP_PORT", "0",
                "PROCTP_ADMIN_PORT", "0",
                "PROCTP_WRONG_KEYS_PER_MINUTE", String.valueOf(wrongKeysPerMinute),
                "PROCTP_KEY_SECRET", SECRET,
                "PROCTP_TIME_ZONE", ZONE.getId(),
                "PROCTP_CORS_ORIGINS", ORIGIN));
        app = App.start(Config.fromEnvironment(settings, new Properties()), CLOCK);
        office = new PostgresOffice(CLOCK);
        office.arriveAtConsole(database.address().settings(2, 1));
        tables = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    @Override
    public URI fresh() throws SQLException {
        if (!written().equals(filled)) {
            try (Statement statement = tables.createStatement()) {
                statement.execute("set session_replication_role = replica; truncate practice, change cascade;"
                        + " reset session_replication_role");
            }
            office.fillIfEmpty(SampleOffice.practices(new KeySecret(SECRET), ZONE));
            filled = written();
        }
        return URI.create("http://127.0.0.1:" + app.port());
    }

    /** How far the log is that the database writes of every change before it makes it: while that stays there was none. */
    private String written() throws SQLException {
        return texts("select pg_current_wal_insert_lsn()").get(0);
    }

    /** Where its operator asks. */
    int adminPort() {
        return app.adminPort();
    }

    @Override
    public List<String> stored() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : texts("select tablename from pg_tables where schemaname = 'public' order by 1")) {
            // that a key was used is no change that a request makes to what there is, and entries are counted by their numbers
            rows.addAll(switch (table) {
                case "lastchange" -> List.<String>of();
                case "change" -> texts("select 'change ' || practice_id || ' ' || changenum from change order by 1");
                default -> texts("select '" + table + " ' || (to_jsonb(stored) - 'lastused')::text from " + table + " stored order by 1");
            });
        }
        return rows;
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = tables.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @Override
    public void close() throws SQLException {
        tables.close();
        office.close();
        app.close();
        database.close();
    }
}
