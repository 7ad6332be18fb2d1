package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import proctp.application.port.Office;
import proctp.application.port.ProcTPs;
import proctp.domain.TreatPlanNum;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** What an auditor finds: who read or changed which record, and when. */
class AccessLogTest {

    private static final InMemoryServer SERVER = new InMemoryServer();

    private final URI base = SERVER.fresh();
    private final WireClient office = SeenClient.of(base, SampleOffice.CUSTOMER_KEY);
    private LogLines log;

    @BeforeEach
    void watch() {
        log = new LogLines("proctp.access");
    }

    @AfterEach
    void leave() {
        log.close();
    }

    @Test
    void a_read_tells_who_read_how_much_of_what() throws InterruptedException {
        String body = office.with("X-Request-Id", "req-7").get("/proctps?TreatPlanNum=963").body();
        Map<String, Object> line = log.nextFields();
        assertThat(line.keySet()).containsExactly("requestId", "method", "route", "status", "milliseconds", "practice",
                "developer", "key", "TreatPlanNum", "rows", "client", "bytes");
        assertThat(line).contains(entry("requestId", "req-7"), entry("method", "GET"), entry("route", "/proctps"),
                entry("status", 200), entry("practice", 1L), entry("TreatPlanNum", 963L), entry("rows", 2),
                entry("client", "127.0.0.1"), entry("bytes", (long) body.length()));
        assertThat(line.get("key")).isEqualTo(keyName());
        assertThat((Long) line.get("milliseconds")).isBetween(0L, 10_000L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GET | /treatplans?PatNum=1234 | /treatplans | PatNum | 1234",
        "GET | /treatplans/1234 | /treatplans/{TreatPlanNum} | TreatPlanNum | 1234",
        "GET | /proctps/293 | /proctps/{ProcTPNum} | ProcTPNum | 293",
        "GET | /proctps?PatNum=1234 | /proctps | PatNum | 1234",
        "PUT | /proctps/293 | /proctps/{ProcTPNum} | ProcTPNum | 293",
        "DELETE | /PROCTPS/294/ | /proctps/{ProcTPNum} | ProcTPNum | 294",
        "DELETE | /proctps/999999 | /proctps/{ProcTPNum} | ProcTPNum | 999999",
        "PUT | /treatplans/963 | /treatplans/{TreatPlanNum} | TreatPlanNum | 963",
        "DELETE | /treatplans/999999 | /treatplans/{TreatPlanNum} | TreatPlanNum | 999999",
        "HEAD | /proctps?treatplannum=963 | /proctps | TreatPlanNum | 963"})
    void the_number_of_the_record_is_there(String method, String path, String route, String name, long number)
            throws InterruptedException {
        office.send(method, "/api/v1" + path, "{}");
        assertThat(log.nextFields()).contains(entry("method", method), entry("route", route), entry(name, number));
    }

    @Test
    void of_a_plan_that_was_saved_its_number_and_the_patients_are_there() throws InterruptedException {
        office.post("/treatplans/Saved", "{\"PatNum\":4711,\"Heading\":\"Smith\",\"ProcTPs\":[{},{}]}");
        Map<String, Object> line = log.nextFields();
        assertThat(line).contains(entry("method", "POST"), entry("route", "/treatplans/Saved"), entry("status", 201),
                entry("TreatPlanNum", 991L), entry("PatNum", 4711L), entry("rows", 1));
        assertThat(line.toString()).doesNotContain("Smith");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GET | /proctps?TreatPlanNum=Smith | 400 | PARAMETER_INVALID | /proctps",
        "GET | /proctps?TreatPlanNum=4711,Smith | 400 | PARAMETER_INVALID | /proctps",
        "GET | /proctps?Smith=1 | 400 | PARAMETER_UNKNOWN | /proctps",
        "DELETE | /proctps/Smith | 400 | PARAMETER_INVALID | /proctps/{ProcTPNum}",
        "GET | /Smith/4711 | 404 | RESOURCE_INVALID | ''",
        "SMITH | /proctps | 400 | METHOD_INVALID | ''",
        "OPTIONS | /proctps | 200 | | /proctps"})
    void a_clients_own_words_are_not(String method, String path, int status, String errorCode, String route)
            throws InterruptedException {
        office.send(method, path);
        Map<String, Object> line = log.nextFields();
        assertThat(line).containsEntry("status", status).containsEntry("route", route);
        assertThat(line.get("errorCode")).isEqualTo(errorCode);
        line.remove("method");
        assertThat(line.toString()).doesNotContain("Smith", "4711", "TreatPlanNum", "ProcTPNum=");
    }

    @Test
    void X3_the_numbers_of_all_plans_that_were_asked_for_are_there() throws InterruptedException {
        office.get("/proctps?TreatPlanNum=964,7777,963,964&PatNum=722");
        assertThat(log.nextFields()).contains(entry("TreatPlanNum", List.of(964L, 7777L, 963L)), entry("PatNum", 722L), entry("rows", 6));
        office.get("/proctps?TreatPlanNum=963,963");
        assertThat(log.nextFields()).contains(entry("TreatPlanNum", 963L), entry("rows", 2));
    }

    @Test
    void X7_what_was_not_sent_again_has_no_rows() throws InterruptedException {
        office.with("If-None-Match", "*").get("/proctps/976");
        assertThat(log.nextFields()).contains(entry("status", 304), entry("ProcTPNum", 976L), entry("bytes", 0L)).doesNotContainKey("rows");
    }

    @Test
    void a_stranger_has_no_name_and_its_key_is_not_there() throws InterruptedException {
        SeenClient.of(base, "NOSUCHCUSTOMERKY").get("/proctps?TreatPlanNum=963");
        Map<String, Object> line = log.nextFields();
        assertThat(line).contains(entry("status", 401), entry("errorCode", "KEY_INVALID"), entry("route", ""));
        assertThat(line).doesNotContainKeys("practice", "developer", "key", "rows", "TreatPlanNum");
        assertThat(line.toString()).doesNotContain("NOSUCH", SampleOffice.DEVELOPER_KEY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GET /proctps HTTP/3.0 | 505",
        "GET /a%zz HTTP/1.1 | 400",
        "GET http://:x:y/ HTTP/1.1 | 400",
        "G(T /proctps HTTP/1.1 | 400"})
    void a_request_that_is_none_has_one_line_too(String firstLine, int status) throws InterruptedException {
        SeenClient.anonymous(base).raw(firstLine + "\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(log.nextFields()).containsEntry("status", status).containsKeys("requestId", "errorCode", "client");
        office.with("X-Request-Id", "after").get("/definitions");
        assertThat(log.nextFields()).containsEntry("requestId", "after");
    }

    @Test
    void a_bug_has_its_line_too_and_an_outage_of_the_JVM() throws InterruptedException {
        ProcTPs procTPs = mock(ProcTPs.class);
        when(procTPs.list(any(), any(TreatPlanNum.class), any())).thenThrow(new IllegalStateException("Smith")).thenThrow(new OutOfMemoryError());
        Office failing = spy(InMemoryServer.sampleOffice());
        doReturn(procTPs).when(failing).procTPs();
        // not held against the description: an outage of the JVM itself has no body
        WireClient client = WireClient.of(SERVER.serve(failing), SampleOffice.CUSTOMER_KEY);
        for (int i = 0; i < 2; i++) {
            client.get("/proctps?TreatPlanNum=963");
            assertThat(log.nextFields()).contains(entry("status", 500), entry("errorCode", "INTERNAL"),
                    entry("TreatPlanNum", 963L), entry("practice", 1L)).doesNotContainKey("rows");
        }
    }

    @Test
    void X11_what_a_client_plants_in_its_id_path_or_body_makes_no_line() throws InterruptedException {
        String planted = "x\r\nERROR forged \u001b[31m\u2028\u0085";
        SeenClient.anonymous(base).raw("GET /proctps HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\u001b[31m\u0085b\r\nUser-Agent: forged\r\n"
                + "Connection: close\r\n\r\n");
        assertClean(log.next());
        office.get("/proctps?TreatPlanNum=%0d%0aERROR%20forged%1b%c2%85%e2%80%a8");
        assertClean(log.next());
        office.get("/%0d%0aERROR%20forged");
        assertClean(log.next());
        office.put("/proctps/293", "{\"Descript\": \"forged" + planted + "\"}");
        assertClean(log.next());
    }

    private static void assertClean(ILoggingEvent line) {
        assertThat(line.getFormattedMessage()).isEqualTo("Answered");
        line.getKeyValuePairs().forEach(field -> assertThat(String.valueOf(field.value)).as(field.key)
                .matches("[\\x20-\\x7e]*").doesNotContain("forged"));
        assertThat(line.getMDCPropertyMap().keySet()).isSubsetOf(Set.of("requestId"));
    }

    private static String keyName() {
        return SampleOffice.practices(InMemoryServer.SECRET, InMemoryServer.ZONE).get(0).apiKeys().get(0).keyName();
    }
}
