package proctp.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import proctp.application.memory.InMemoryOffice;
import proctp.application.port.Office;
import proctp.application.sample.SampleOffice;
import proctp.domain.Refusal;

/** The sample office for use cases to run on, and whoever calls them. */
final class Offices {

    static final KeySecret SECRET = new KeySecret("a secret for tests");

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:15:30.5Z"), ZoneOffset.UTC);

    static final Supplier<LocalDate> TODAY = () -> LocalDate.now(CLOCK);

    static final Caller CALLER =
            new Caller(SampleOffice.PRACTICE, new ApiKeyNum(1), "Demo Developer", "Demo key", EnumSet.allOf(Permission.class));

    static final Page ALL = new Page(1_000, 0);

    private Offices() {
    }

    static Office sample() {
        Office office = new InMemoryOffice(CLOCK);
        office.fillIfEmpty(SampleOffice.practices(SECRET, ZoneId.of("America/Chicago")));
        return office;
    }

    static void assertRefused(Refusal.Kind kind, ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("the refusal").isNotNull();
        assertThat(refusal.kind()).isEqualTo(kind);
    }
}
