package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** A server whose operator has set the size of pages. */
class PageSettingsTest {

    private static final InMemoryServer SERVER = new InMemoryServer(TestSettings.with(new HttpSettings.Pages(2, 5)));

    @ParameterizedTest
    @CsvSource({"'', 2", "Limit=1, 1", "Limit=5, 5", "Limit=6, 5", "Limit=250, 5", "Limit=99999999999999999999, 5"})
    void G6_the_default_and_the_cap_are_the_operators(String limit, int rows) {
        WireClient office = SeenClient.of(SERVER.fresh(), SampleOffice.CUSTOMER_KEY);
        for (String list : new String[] {"/proctps?TreatPlanNum=990&", "/treatplans?", "/definitions?includeHidden=true&"}) {
            assertThat(office.get(list + limit).body().split("\"(ProcTPNum|DocNum|DefNum)\":", -1)).as(list).hasSize(rows + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "6, 5", "99999999999999999999, 5"})
    void X8_a_limit_above_the_cap_is_the_cap_in_the_link_too(String limit, int rows) {
        WireClient office = SeenClient.of(SERVER.fresh(), SampleOffice.CUSTOMER_KEY);
        assertThat(office.get("/proctps?Limit=" + limit + "&TreatPlanNum=990").headers().firstValue("Link"))
                .hasValue("<?Limit=" + rows + "&TreatPlanNum=990&Offset=" + rows + ">; rel=\"next\"");
    }

    @ParameterizedTest
    @CsvSource({"'', 6", "Limit=5, 5", "Limit=99999999999999999999, 6"})
    void X3_what_spans_plans_has_a_default_and_a_cap_of_its_own(String limit, int rows) {
        WireClient office = SeenClient.of(SERVER.fresh(), SampleOffice.CUSTOMER_KEY);
        for (String filter : new String[] {"TreatPlanNum=963,964&", "PatNum=722&", "SecDateTEdit=2020-01-01%2000:00:00&PatNum=722&"}) {
            assertThat(office.get("/proctps?" + filter + limit).body().split("\"ProcTPNum\":", -1)).as(filter).hasSize(rows + 1);
        }
    }
}
