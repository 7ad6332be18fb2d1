package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import proctp.application.ProcTPFilter;
import proctp.application.TreatPlanFilter;
import proctp.application.port.Office;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;
import proctp.application.sample.SampleOffice;

/** Times of the nights on which the clocks change. */
class DaylightSavingTest {

    private static final InMemoryServer SERVER = new InMemoryServer();

    private static final String NIGHTS = """
            2023-03-12 01:59:59, 2023-03-12T07:59:59Z
            2023-03-12 02:00:00, 2023-03-12T08:00:00Z
            2023-03-12 02:55:00, 2023-03-12T08:00:00Z
            2023-03-12 03:00:00, 2023-03-12T08:00:00Z
            2023-11-05 01:30:00, 2023-11-05T06:30:00Z
            2023-11-05 02:00:00, 2023-11-05T08:00:00Z""";

    @ParameterizedTest
    @CsvSource(textBlock = NIGHTS)
    void T1_a_later_time_of_the_filter_never_means_an_earlier_moment(String local, Instant moment) {
        TreatPlans treatPlans = mock(TreatPlans.class);
        Office office = spy(InMemoryServer.sampleOffice());
        doReturn(treatPlans).when(office).treatPlans();
        SeenClient.of(SERVER.serve(office), SampleOffice.CUSTOMER_KEY).get("/treatplans?SecDateTEdit=" + local.replace(" ", "%20"));
        ArgumentCaptor<TreatPlanFilter> filter = ArgumentCaptor.forClass(TreatPlanFilter.class);
        verify(treatPlans).list(any(), filter.capture(), any());
        assertThat(filter.getValue().changedAfter()).contains(moment);
    }

    @ParameterizedTest
    @CsvSource(textBlock = NIGHTS)
    void X4_a_later_time_of_the_filter_never_means_an_earlier_moment(String local, Instant moment) {
        ProcTPs procTPs = mock(ProcTPs.class);
        Office office = spy(InMemoryServer.sampleOffice());
        doReturn(procTPs).when(office).procTPs();
        SeenClient.of(SERVER.serve(office), SampleOffice.CUSTOMER_KEY).get("/proctps?SecDateTEdit=" + local.replace(" ", "%20"));
        ArgumentCaptor<ProcTPFilter> filter = ArgumentCaptor.forClass(ProcTPFilter.class);
        verify(procTPs).list(any(), filter.capture(), any());
        assertThat(filter.getValue().changedAfter()).contains(moment);
    }

    @ParameterizedTest
    @CsvSource({"2023-11-05T06:30:00Z, 01:30 -05:00", "2023-11-05T07:30:00Z, 01:30 -06:00"})
    void B6_the_hour_that_comes_twice_has_its_own_offset_each_time(Instant moment, String written) {
        assertThat(format("America/Chicago", "HH:mm zzz").dateTime(moment)).isEqualTo(written);
    }

    @Test
    void B6_a_date_is_midnight_also_where_the_clocks_skip_it() {
        assertThat(format("America/Sao_Paulo", "yyyy-MM-dd HH:mm").date(Optional.of(LocalDate.of(2018, 11, 4)))).isEqualTo("2018-11-04 00:00");
    }

    @Test
    void B6_no_date_has_no_offset_of_its_own() {
        assertThat(format("America/Chicago", "yyyy-MM-dd zzz").date(Optional.empty())).isEqualTo("0001-01-01 +00:00");
        assertThat(format("America/Chicago", "yyyy-MM-dd zzz").dateTime(Optional.empty())).isEqualTo("0001-01-01 +00:00");
    }

    private static WireFormat format(String zone, String pattern) {
        Optional<DatePattern> read = Optional.of(DatePattern.parse("DateFormatString", pattern));
        return new WireFormat(ZoneId.of(zone), read, read);
    }
}
