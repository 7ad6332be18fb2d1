package proctp.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.KeyDigest;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.port.ApiKeys;
import proctp.application.port.Archive;
import proctp.application.port.Changes;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.Practices;
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

    /** Serving finds keys, and notes that they are used; the rest is done at the console. */
    @Override
    public ApiKeys apiKeys() {
        return new ApiKeys() {

            @Override
            public Optional<ApiKey> find(KeyDigest digest) {
                return serving.apiKeys().find(digest);
            }

            @Override
            public void used(ApiKey key, LocalDate day) {
                serving.apiKeys().used(key, day);
            }

            @Override
            public List<ApiKey> list() {
                return console.apiKeys().list();
            }

            @Override
            public Optional<ApiKey> add(PracticeNum practice, Function<ApiKeyNum, ApiKey> key) {
                return console.apiKeys().add(practice, key);
            }

            @Override
            public Optional<ApiKey> change(PracticeNum practice, ApiKeyNum num, UnaryOperator<ApiKey> change) {
                return console.apiKeys().change(practice, num, change);
            }

            @Override
            public Optional<ApiKey> replace(PracticeNum practice, ApiKeyNum num, UnaryOperator<ApiKey> change,
                                            BiFunction<ApiKey, ApiKeyNum, ApiKey> successor) {
                return console.apiKeys().replace(practice, num, change, successor);
            }
        };
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

    /** Serving reads what has happened; at the console it can be forgotten. */
    @Override
    public Changes changes() {
        return new Changes() {

            @Override
            public List<Change> list(Caller caller, ChangeFilter filter, int limit) {
                return serving.changes().list(caller, filter, limit);
            }

            @Override
            public Map<PracticeNum, Long> last(Collection<Caller> callers) {
                return serving.changes().last(callers);
            }

            @Override
            public long forget(Caller caller, Instant before) {
                return console.changes().forget(caller, before);
            }
        };
    }

    @Override
    public Practices practices() {
        return console.practices();
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
