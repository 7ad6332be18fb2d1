package proctp.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import proctp.application.KeySecret;
import proctp.application.ListProcTPs;
import proctp.application.UseCases;
import proctp.application.sample.SampleOffice;
import proctp.http.HttpServer;
import proctp.postgres.PostgresOffice;
import proctp.postgres.PostgresSettings;
import proctp.postgres.PostgresSettings.Login;
import proctp.postgres.UnnamedProcTPs;

/**
 * One office of 200,000 rows in two practices, served three times: with the database's own line between the practices, by a role that it
 * does not hold for, and by that role without a word to the database of whom it is asked for.
 */
final class OfficeThreeTimes implements AutoCloseable {

    /** As it is. */
    static final String BOUND = "with policies";
    /** Without policies, but the practice is named as if there were some. */
    static final String NAMED = "without policies, named";
    /** As it was before there were policies. */
    static final String UNNAMED = "without policies";

    /** The number of the first plan. */
    static final long FIRST = 10_000;
    /** How many plans of ten rows a practice has. */
    static final int PLANS = 10_000;

    private static final KeySecret SECRET = new KeySecret("a secret of the tests");
    private static final Login UNBOUND = new Login("office_unbound", "a password of the tests");
    private static final Clock CLOCK = Clock.systemUTC();

    private static final String ROLE = "create role %s login bypassrls password '%s'".formatted(UNBOUND.user(), UNBOUND.password());
    private static final String CONTENTS = """
            insert into treatplan (practice_id, treatplannum, patnum, tpstatus, secdatetedit)
            select practice_id, %1$d + n, n, 'Saved', now() from practice, generate_series(0, %2$d - 1) n;
            insert into proctp (practice_id, proctpnum, treatplannum, patnum, itemorder, priority, secdatetedit)
            select practice_id, %1$d + n, %1$d + n %% %2$d, n %% %2$d, n / %2$d, %1$d + n %% 4, now()
            from practice, generate_series(0, %2$d * 10 - 1) n;
            insert into definition (practice_id, defnum, category, itemname, itemorder)
            select practice_id, %1$d + n, 20, 'Priority ' || n, n from practice, generate_series(0, 19) n
            """.formatted(FIRST, PLANS);

    private final Parts parts = new Parts();
    private final Map<String, Integer> ports = new TreeMap<>();
    private final Config config;
    private final EmbeddedDatabase database;

    OfficeThreeTimes(Path directory) throws IOException, SQLException {
        database = parts.opened(EmbeddedDatabase.start(directory));
        Map<String, String> settings = new HashMap<>(OfficeDirectory.settings(database));
        settings.putAll(Map.of("PROCTP_PORT", "0", "PROCTP_ADMIN_PORT", "0", "PROCTP_KEY_SECRET", "a secret of the tests"));
        config = Config.fromEnvironment(settings, new Properties());
        fill();
        OfficeDirectory.execute(database, ROLE);
        serve(BOUND, database.address().service());
        serve(NAMED, UNBOUND);
        serveUnnamed();
    }

    private void fill() throws SQLException {
        try (PostgresOffice console = new PostgresOffice(CLOCK)) {
            console.arriveAtConsole(settings(database.address().service()));
            console.fillIfEmpty(SampleOffice.practices(SECRET, config.http().zone()));
        }
        OfficeDirectory.execute(database, CONTENTS);
        OfficeDirectory.execute(database, "vacuum analyze");
    }

    private void serve(String way, Login login) {
        Meters meters = parts.opened(new Meters());
        PostgresOffice office = parts.opened(new PostgresOffice(CLOCK));
        office.arrive(settings(login), meters.registry());
        listen(way, useCases(office), meters);
    }

    private void serveUnnamed() {
        Meters meters = parts.opened(new Meters());
        UnnamedProcTPs unnamed = parts.opened(new UnnamedProcTPs(settings(UNBOUND), meters.registry(), CLOCK));
        UseCases all = useCases(unnamed.office());
        listen(UNNAMED, new UseCases(all.digest(), all.authenticate(), new ListProcTPs(unnamed, unnamed.office().treatPlans()),
                all.findProcTPs(), all.editProcTP(), all.deleteProcTP(), all.saveTreatPlan(), all.editTreatPlan(), all.deleteTreatPlan(),
                all.verifySignatures(), all.procTPs(), all.treatPlans(), all.definitions(), all.changes()), meters);
    }

    private UseCases useCases(PostgresOffice office) {
        return UseCases.on(office, SECRET, () -> LocalDate.now(CLOCK.withZone(config.http().zone())));
    }

    private void listen(String way, UseCases useCases, Meters meters) {
        ports.put(way, parts.opened(HttpServer.start(config.http(), useCases, meters.registry())).port());
    }

    private PostgresSettings settings(Login login) {
        return new PostgresSettings(database.jdbcUrl(), login, Optional.of(new Login(database.user(), database.password())),
                config.databaseConnections(), HttpServer.WAITING);
    }

    /** On which port it is served in each of the ways. */
    Map<String, Integer> ports() {
        return ports;
    }

    @Override
    public void close() {
        parts.close();
    }
}
