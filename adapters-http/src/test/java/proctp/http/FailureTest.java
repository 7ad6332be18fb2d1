package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import proctp.application.port.Office;
import proctp.application.port.ProcTPs;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;
import proctp.domain.TreatPlanNum;
import proctp.domain.Refusal;

/** What a client and the operator learn when something behind the API fails. */
class FailureTest {

    private static final InMemoryServer SERVER = new InMemoryServer();

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final ProcTPs procTPs = mock(ProcTPs.class);

    @BeforeEach
    void watchTheLog() {
        log.start();
        ((Logger) LoggerFactory.getLogger(Errors.class)).addAppender(log);
    }

    @AfterEach
    void leaveTheLog() {
        ((Logger) LoggerFactory.getLogger(Errors.class)).detachAppender(log);
    }

    @Test
    void B9_a_bug_is_500_with_the_requests_id_and_nothing_of_its_cause() {
        when(procTPs.list(any(), any(TreatPlanNum.class), any())).thenThrow(new IllegalStateException("select secret from table"));
        HttpResponse<String> answer = client().with("X-Request-Id", "req-7").get("/proctps?TreatPlanNum=963");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Error-Code")).contains("INTERNAL");
        assertThat(answer.body()).isEqualTo("\"The service failed on this request. Nothing is wrong with it; quote request req-7.\"");
    }

    @Test
    void B9_the_operators_log_has_the_id_and_the_cause() {
        when(procTPs.list(any(), any(TreatPlanNum.class), any())).thenThrow(new IllegalStateException("the cause"));
        client().with("X-Request-Id", "req-7").get("/proctps?TreatPlanNum=963");
        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage()).isEqualTo("Request failed");
            assertThat(event.getKeyValuePairs()).containsExactly(new KeyValuePair("requestId", "req-7"));
            assertThat(ThrowableProxyUtil.asString(event.getThrowableProxy())).contains("the cause");
        });
    }

    @Test
    void X11_what_the_parts_behind_the_API_log_has_the_requests_id_and_later_lines_have_not() {
        when(procTPs.list(any(), any(TreatPlanNum.class), any())).thenAnswer(call -> {
            LoggerFactory.getLogger(Errors.class).warn("The database is slow.");
            throw new IllegalStateException();
        });
        client().with("X-Request-Id", "req-7").get("/proctps?TreatPlanNum=963");
        assertThat(log.list).hasSize(2);
        assertThat(log.list.get(0).getMDCPropertyMap()).isEqualTo(Map.of("requestId", "req-7"));
        assertThat(log.list.get(1).getMDCPropertyMap()).isEmpty();
    }

    @Test
    void X11_also_when_the_body_came_later() {
        when(procTPs.edit(any(), any(), any(), any())).thenAnswer(call -> {
            LoggerFactory.getLogger(Errors.class).warn("The database is slow.");
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "Not now.");
        });
        client().with("X-Request-Id", "req-7").put("/proctps/1", "{\"Surf\": \"M\"}");
        assertThat(log.list).singleElement()
                .satisfies(event -> assertThat(event.getMDCPropertyMap()).isEqualTo(Map.of("requestId", "req-7")));
    }

    @Test
    void B9_trouble_of_the_jvm_itself_is_500_too() {
        when(procTPs.list(any(), any(TreatPlanNum.class), any())).thenThrow(new OutOfMemoryError("planted"));
        // not held against the description, which has a body with each 500
        HttpResponse<String> answer = client().seenBy(unseen -> { }).get("/proctps?TreatPlanNum=963");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void B9_an_outage_is_503_and_no_bug() {
        when(procTPs.list(any(), any(TreatPlanNum.class), any())).thenThrow(new Refusal(Refusal.Kind.UNAVAILABLE, "Not now."));
        HttpResponse<String> answer = client().get("/proctps?TreatPlanNum=963");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("\"Not now.\"");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(log.list).isEmpty();
    }

    @Test
    void A4_nothing_of_the_practice_is_touched_before_the_key_is_known() {
        WireClient stranger = SeenClient.of(SERVER.serve(officeThatFails()), "NOSUCHCUSTOMERKY");
        assertThat(stranger.get("/proctps?TreatPlanNum=963").statusCode()).isEqualTo(401);
        assertThat(stranger.delete("/proctps/1").statusCode()).isEqualTo(401);
        verifyNoInteractions(procTPs);
    }

    @Test
    void A5_nothing_of_the_practice_is_touched_without_the_permission() {
        WireClient reader = SeenClient.of(SERVER.serve(officeThatFails()), SampleOffice.READ_ONLY_KEY);
        assertThat(reader.put("/proctps/1", "{}").statusCode()).isEqualTo(401);
        verifyNoInteractions(procTPs);
    }

    private WireClient client() {
        return SeenClient.of(SERVER.serve(officeThatFails()), SampleOffice.CUSTOMER_KEY);
    }

    private Office officeThatFails() {
        Office office = spy(InMemoryServer.sampleOffice());
        doReturn(procTPs).when(office).procTPs();
        return office;
    }
}
