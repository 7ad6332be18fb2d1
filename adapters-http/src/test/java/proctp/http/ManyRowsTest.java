package proctp.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.ProcTPFilter;
import proctp.application.port.Office;
import proctp.application.port.ProcTPs;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlanNum;

/** Reads of more rows than the sample has. */
class ManyRowsTest {

    private static final InMemoryServer SERVER = new InMemoryServer();

    private final Office office = spy(InMemoryServer.sampleOffice());
    private final ProcTPs procTPs = mock(ProcTPs.class);
    private final WireClient client = SeenClient.of(SERVER.serve(office), SampleOffice.CUSTOMER_KEY);
    private final ProcTP row = office.procTPs()
            .find(new Caller(SampleOffice.PRACTICE, new ApiKeyNum(1), "", "", Set.of()), new ProcTPNum(976)).orElseThrow();

    @BeforeEach
    void replace() {
        doReturn(procTPs).when(office).procTPs();
    }

    @ParameterizedTest
    @CsvSource({"'', 10000, 0", "&Limit=10000&Offset=5, 10000, 5", "&Limit=10001, 10000, 0", "&Limit=9999, 9999, 0"})
    void X3_ten_thousand_rows_are_default_and_cap(String page, int limit, long offset) {
        client.get("/proctps?PatNum=722" + page);
        verify(procTPs).list(any(), any(ProcTPFilter.class), eq(new Page(limit, offset)));
    }

    @Test
    void X3_a_thousand_plans_of_ten_rows_are_one_answer_of_one_query() {
        when(procTPs.list(any(), any(ProcTPFilter.class), any())).thenReturn(LongStream.range(0, 10_000)
                .mapToObj(i -> new TreatPlanNum(1 + i / 10)).map(this::rowOf).toList());
        String plans = LongStream.rangeClosed(1, 1000).mapToObj(String::valueOf).collect(joining(","));
        HttpResponse<String> answer = client.get("/proctps?TreatPlanNum=" + plans);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().split("\"ProcTPNum\":", -1)).hasSize(10_001);
        assertThat(answer.headers().firstValue("Not-Found")).isEmpty();
        assertThat(answer.headers().firstValue("Link")).hasValue("<?TreatPlanNum=" + plans + "&Offset=10000>; rel=\"next\"");
        verify(procTPs).list(any(), any(ProcTPFilter.class), any());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MAX_VALUE - 2})
    void X8_there_is_no_link_to_what_no_number_counts(long offset) {
        when(procTPs.list(any(), any(ProcTPFilter.class), any())).thenReturn(Collections.nCopies(2, row));
        HttpResponse<String> answer = client.get("/proctps?PatNum=722&Limit=2&Offset=" + offset);
        assertThat(answer.headers().firstValue("Link").isPresent()).isEqualTo(offset + 2 > 0);
    }

    private ProcTP rowOf(TreatPlanNum plan) {
        return new ProcTP(row.num(), plan, row.patNum(), row.procNumOrig(), row.itemOrder(), row.priority(), row.toothNumTP(),
                row.surf(), row.procCode(), row.descript(), row.amounts(), row.prognosis(), row.dx(), row.procAbbr(), row.stamp(),
                row.provNum(), row.dateTP(), row.clinicNum());
    }
}
