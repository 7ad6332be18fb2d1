package proctp.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import proctp.application.PracticeContents;
import proctp.application.port.ApiKeys;
import proctp.application.port.Archive;
import proctp.application.port.Changes;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.Practices;
import proctp.application.port.Probe;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;
import proctp.domain.Refusal;

/**
 * The office on PostgreSQL, safe for any number of threads and of nodes on one database.
 *
 * <p>Every method of its ports also throws a {@link Refusal}: of kind {@code UNAVAILABLE} while the database cannot do what
 * was asked, which has not been done then, and of kind {@code OUTCOME_UNKNOWN} when the database was lost while it stored a
 * change. It throws a {@code DataAccessException} of jOOQ when the database fails otherwise, which is a bug.
 */
public final class PostgresOffice implements Office, AutoCloseable {

    private final ConnectionQueue connections;
    private final Database database;
    private final DatabaseProbe probe;
    private final Practices practices;
    private final ApiKeys apiKeys;
    private final ProcTPs procTPs;
    private final TreatPlans treatPlans;
    private final Definitions definitions;
    private final Archive archive;
    private final Changes changes;
    private final Clock clock;

    /**
     * An office whose database has not come yet: until {@link #arrive} finds it, every call is {@code UNAVAILABLE}.
     *
     * @param clock tells when something was done, and in its zone on which day of the practice
     */
    public PostgresOffice(Clock clock) {
        this(new ConnectionQueue(), clock);
    }

    /** An office on these connections, once they are there. */
    PostgresOffice(ConnectionQueue connections, Clock clock) {
        this.connections = connections;
        this.database = new Database(connections);
        this.probe = new DatabaseProbe(database, connections);
        PostgresPosts posts = new PostgresPosts(database, clock);
        this.practices = new PostgresPractices(database);
        this.apiKeys = new PostgresApiKeys(database);
        this.procTPs = new PostgresProcTPs(database, clock);
        this.treatPlans = new PostgresTreatPlans(database, clock, posts);
        this.definitions = new PostgresDefinitions(database, posts);
        this.archive = new PostgresArchive(database, clock);
        this.changes = new PostgresChanges(database);
        this.clock = clock;
    }

    /**
     * Looks for the database, brings its tables up to date and opens the office on it, to serve requests as the role that serves.
     * Does nothing when it is open; not to be called by two threads at once.
     *
     * @param meters where the connections are counted
     * @return why the database cannot be reached just now, a sentence for whoever runs the service; empty when the office is
     *         open
     * @throws IllegalStateException when the database cannot hold an office and will not by itself; the message is for
     *                               whoever runs the service, too
     */
    public Optional<String> arrive(PostgresSettings settings, MeterRegistry meters) {
        return open(settings, () -> {
            HikariConfig pool = Connections.pool(settings, Roles.readyToServe(settings));
            pool.setMetricRegistry(meters);
            return pool;
        });
    }

    /**
     * As {@link #arrive}, but to work on whole practices and on all of them, as the owner of the tables. Only what a person does who
     * runs the service is done so, and no request.
     */
    public Optional<String> arriveAtConsole(PostgresSettings settings) {
        return open(settings, () -> Connections.console(settings, Roles.readyAtConsole(settings)));
    }

    /**
     * Whether an office that has {@linkplain #arrive arrived} holds no practice yet. It takes one look; to arrive at the console takes several.
     *
     * @throws Refusal               {@code UNAVAILABLE} when the database is not to be had just now
     * @throws IllegalStateException when it does not let the owner in; the message is for whoever runs the service
     */
    public static boolean isEmpty(PostgresSettings settings) {
        try {
            return Visit.as(settings.console(), settings, OfficeFill::isEmpty);
        } catch (DatabaseAwayException away) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, away.getMessage());
        }
    }

    private Optional<String> open(PostgresSettings settings, Way way) {
        if (connections.isOpen()) {
            return Optional.empty();
        }
        try {
            Schema.migrate(settings);
            HikariDataSource pool = new HikariDataSource(way.in());
            connections.open(pool, pool, settings.waiting());
            return Optional.empty();
        } catch (DatabaseAwayException away) {
            return Optional.of(away.getMessage());
        }
    }

    /** How to come to tables that are up to date. */
    @FunctionalInterface
    private interface Way {
        HikariConfig in() throws DatabaseAwayException;
    }

    /** The version of the tables, as their migrations are numbered; empty while the database cannot be asked. */
    public Optional<String> schemaVersion() {
        try {
            return Optional.of(database.ask(Schema::version));
        } catch (Refusal | DataAccessException hindered) {
            return Optional.empty();
        }
    }

    /** Tells whether the database is there and takes changes. */
    public Probe probe() {
        return probe;
    }

    @Override
    public Practices practices() {
        return practices;
    }

    @Override
    public ApiKeys apiKeys() {
        return apiKeys;
    }

    @Override
    public ProcTPs procTPs() {
        return procTPs;
    }

    @Override
    public TreatPlans treatPlans() {
        return treatPlans;
    }

    @Override
    public Definitions definitions() {
        return definitions;
    }

    @Override
    public Changes changes() {
        return changes;
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public boolean fillIfEmpty(List<PracticeContents> practices) {
        return database.change(sql -> new OfficeFill(sql, clock).fillIfEmpty(practices));
    }

    /** Closes the connections; a call that is under way fails. */
    @Override
    public void close() {
        connections.close();
        probe.close();
    }
}
