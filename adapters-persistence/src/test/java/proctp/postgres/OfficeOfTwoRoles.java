package proctp.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import proctp.application.PracticeContents;
import proctp.application.port.ApiKeys;
import proctp.application.port.Archive;
import proctp.application.port.Changes;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;

/**
 * The office as it is used: requests are served by a role that owns nothing, and whole practices come and go at the console.
 *
 * @param serving what requests ask
 * @param console what the owner of the tables asks
 */
record OfficeOfTwoRoles(PostgresOffice serving, PostgresOffice console) implements Office {

    /** The empty office of that version, which tests share. */
    static OfficeOfTwoRoles on(ThrowAwayPostgres version, Clock clock) {
        HikariDataSource pool = version.emptiedOffice();
        return new OfficeOfTwoRoles(SampleOn.on(pool, pool, clock), SampleOn.on(version.console(), version.console(), clock));
    }

    @Override
    public ApiKeys apiKeys() {
        return serving.apiKeys();
    }

    @Override
    public ProcTPs procTPs() {
        return serving.procTPs();
    }

    @Override
    public TreatPlans treatPlans() {
        return serving.treatPlans();
    }

    @Override
    public Definitions definitions() {
        return serving.definitions();
    }

    @Override
    public Changes changes() {
        return serving.changes();
    }

    @Override
    public Archive archive() {
        return console.archive();
    }

    @Override
    public boolean fillIfEmpty(List<PracticeContents> practices) {
        return console.fillIfEmpty(practices);
    }
}
