package proctp.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import proctp.application.PracticeContents;
import proctp.application.port.ApiKeys;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;
import proctp.domain.Refusal;

/**
 * The office on PostgreSQL, safe for any number of threads and of nodes on one database.
 *
 * <p>Every method of its ports also throws a {@link Refusal} of kind {@code UNAVAILABLE} while the database cannot be
 * reached, and a {@code DataAccessException} of jOOQ when the database fails otherwise, which is a bug.
 */
public final class PostgresOffice implements Office, AutoCloseable {

    private final HikariDataSource pool;
    private final Database database;
    private final ApiKeys apiKeys;
    private final ProcTPs procTPs;
    private final TreatPlans treatPlans;
    private final Definitions definitions;

    PostgresOffice(HikariDataSource pool, Clock clock) {
        this(pool, pool, clock);
    }

    /** An office whose statements take another way into the pool, where somebody may listen. */
    PostgresOffice(HikariDataSource pool, DataSource wayIn, Clock clock) {
        this.pool = pool;
        this.database = new Database(wayIn);
        this.apiKeys = new PostgresApiKeys(database);
        this.procTPs = new PostgresProcTPs(database, clock);
        this.treatPlans = new PostgresTreatPlans(database, clock);
        this.definitions = new PostgresDefinitions(database);
    }

    /**
     * Connects to the database and brings its tables up to date.
     *
     * @param clock tells when an edit was made
     * @throws IllegalStateException when the database cannot be reached or cannot hold an office; the message is for
     *                               whoever runs the service
     */
    public static PostgresOffice open(PostgresSettings settings, Clock clock) {
        Schema.migrate(settings);
        return new PostgresOffice(new HikariDataSource(Connections.pool(settings)), clock);
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
    public boolean fillIfEmpty(List<PracticeContents> practices) {
        return database.change(sql -> new OfficeFill(sql).fillIfEmpty(practices));
    }

    /** Closes the connections; a call that is under way fails. */
    @Override
    public void close() {
        pool.close();
    }
}
