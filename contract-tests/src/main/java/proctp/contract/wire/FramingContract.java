package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule B9 of the wire contract: what never reaches a route, or not whole, is answered in the same form as all else. */
public abstract class FramingContract extends WireContract {

    private static final String KEY = "Authorization: " + WireClient.credentials("DEMOCUSTOMERKEY1") + "\r\n";
    private static final String UPDATE = "PUT /proctps/976 HTTP/1.1\r\nHost: x\r\n" + KEY;

    @Test
    void B9_a_body_that_is_announced_too_large_is_refused_before_it_is_read() {
        assertThat(office.raw("PUT /proctps/976 HTTP/1.1\r\nHost: x\r\nContent-Length: 262145\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ").contains("Error-Code: BODY_TOO_LARGE").endsWith("\"");
    }

    @Test
    void B9_a_body_that_turns_out_too_large_is_refused() {
        assertThat(office.raw(UPDATE + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n40001\r\n" + " ".repeat(0x40001)))
                .startsWith("HTTP/1.1 413 ").contains("Error-Code: BODY_TOO_LARGE").endsWith("\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GET /proctps HTTP/1.1\\r\\n\\r\\n|400", "GET /proctps HTTP/9.9\\r\\nHost: x\\r\\n\\r\\n|505",
        "GET /proctps?%zz HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n|401",
        "GET /%zz HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n|400", "GET /proctps%2F1 HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n|400",
        "GET /proctps HTTP/1.1\\r\\nHost: x\\r\\nBad Header\\r\\n\\r\\n|400",
        "PUT /proctps/1 HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\nxx|400",
        "PUT /proctps/1 HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: -1\\r\\n\\r\\n|400", "nonsense\\r\\n\\r\\n|400"})
    void B9_what_never_reaches_a_route_is_answered_in_the_same_form(String request, String status) {
        String answer = office.raw(request.replace("\\r\\n", "\r\n"));
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("Error-Code: ", "X-Request-Id: ", "Cache-Control: no-store",
                "X-Content-Type-Options: nosniff", "Content-Type: application/json").endsWith("\"");
        assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContain("<", "Exception", "java");
    }

    @Test
    void B9_headers_and_addresses_that_are_too_long_are_431_and_414() {
        assertThat(office.raw("GET /proctps HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(70_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ").contains("Error-Code: HEADERS_TOO_LARGE").endsWith("\"");
        assertThat(office.raw("GET /proctps?TreatPlanNum=" + "1".repeat(70_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ").contains("Error-Code: TARGET_TOO_LONG").endsWith("\"");
    }

    @Test
    void B9_a_broken_body_is_400() {
        assertThat(office.raw(UPDATE + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100\r\n\r\n{\"Discount\":1}", "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"Di"})
    void B9_a_body_that_ends_too_soon_changes_nothing_and_is_400(String rest) {
        String before = row(963, 976);
        String answer = office.rawThenHangUp(UPDATE + rest);
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Error-Code: REQUEST_INVALID", "Content-Type: application/json").endsWith("\"");
        assertThat(row(963, 976)).isEqualTo(before);
    }

    @Test
    void B9_a_coding_that_is_not_undone_is_501() {
        assertThat(office.raw(UPDATE + "Connection: close\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 501 ").contains("Error-Code: METHOD_UNKNOWN").endsWith("\"");
    }

    @Test
    void B9_a_connection_whose_body_was_not_read_is_said_to_close() {
        for (String request : new String[] {"PUT /proctps/976 HTTP/1.1\r\nHost: x\r\n", UPDATE + "Content-Type: text/plain\r\n",
            "POST /nothing HTTP/1.1\r\nHost: x\r\n" + KEY}) {
            assertThat(office.raw(request + "Content-Length: 2\r\n\r\n{}")).contains("\r\nConnection: close\r\n");
        }
    }

    @Test
    void B8_two_types_that_differ_are_not_both_believed() {
        assertThat(office.raw(UPDATE + "Content-Type: application/json\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 400 ").contains("Error-Code: CONTENT_TYPE_INVALID");
        assertThat(office.raw(UPDATE + "Content-Encoding: identity\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 400 ").contains("Error-Code: CONTENT_TYPE_INVALID");
    }

    @Test
    void B3_of_two_accept_headers_both_count() {
        assertThat(office.raw("GET /proctps HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + KEY
                + "Accept: application/json\r\nAccept: application/problem+json\r\n\r\n")).contains("Content-Type: application/problem+json");
    }
}
