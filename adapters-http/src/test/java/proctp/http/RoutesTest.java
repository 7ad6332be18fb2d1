package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import proctp.application.UseCases;
import proctp.contract.wire.OtherPracticesContract;

/** The table of routes against what is tested of each. */
class RoutesTest {

    @Test
    void A9_every_route_is_walked_with_foreign_numbers() {
        assertThat(offered()).isNotEmpty();
        assertThat(OtherPracticesContract.routesWalked())
                .containsAll(offered().stream().map(route -> route.replaceFirst("\\{\\w+}", "{n}")).toList());
    }

    /** What there is for callers with a key, as {@code GET /proctps/{ProcTPNum}}. */
    static List<String> offered() {
        UseCases useCases = UseCases.on(InMemoryServer.sampleOffice(), InMemoryServer.SECRET, () -> LocalDate.EPOCH);
        return new Routes(TestSettings.USUAL, useCases, new Followers(useCases.changes(), Following.USUAL, 0)).offered();
    }
}
