package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import proctp.application.Caller;
import proctp.application.KeySecret;
import proctp.application.Permission;
import proctp.application.PracticeContents;
import proctp.application.sample.SampleOffice;
import proctp.domain.ProcTPEdit;
import proctp.domain.TreatPlan;

/** The sample office on PostgreSQL, and its words for the tests of this module. */
final class SampleOn {

    static final KeySecret SECRET = new KeySecret("a secret of the tests of this module");

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:15:30.987654321Z"), ZoneOffset.UTC);

    static final Caller CALLER = new Caller(SampleOffice.PRACTICE, "Demo Developer", "Demo key",
            EnumSet.allOf(Permission.class));

    static final List<PracticeContents> PRACTICES = SampleOffice.practices(SECRET, ZoneId.of("America/Chicago"));

    private SampleOn() {
    }

    /** An office that holds the sample, on the database that tests share. */
    static PostgresOffice shared(ThrowAwayPostgres version) {
        return filled(new PostgresOffice(version.emptiedOffice(), CLOCK));
    }

    static PostgresOffice filled(PostgresOffice office) {
        assertThat(office.fillIfEmpty(PRACTICES)).isTrue();
        return office;
    }

    static ProcTPEdit descript(String descript) {
        return ProcTPEdit.builder().descript(descript).build(any -> true);
    }

    static TreatPlan.Signature signature() {
        return new TreatPlan.Signature("pen strokes", Optional.of(Instant.parse("2026-11-23T10:15:30Z")), "Ada Example");
    }
}
