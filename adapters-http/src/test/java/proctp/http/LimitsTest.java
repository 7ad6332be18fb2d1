package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** A server whose operator has set small limits: what is at one passes, what is one more is refused, and is told the limit. */
class LimitsTest {

    private static final int BODY = 100;
    private static final int HEADERS = 1000;
    private static final int TARGET = 300;
    private static final int DEPTH = 3;

    private static final InMemoryServer SERVER = new InMemoryServer(TestSettings.with(new HttpSettings.Limits(
            BODY, HEADERS, TARGET, DEPTH, 100, Duration.ofSeconds(30), TestSettings.ANSWER_TIME, TestSettings.HELD)));

    private final WireClient office = SeenClient.of(SERVER.fresh(), SampleOffice.CUSTOMER_KEY);

    @Test
    void B9_a_body_of_the_longest_length_is_read() {
        assertThat(announced("{}" + " ".repeat(BODY - 2))).startsWith("HTTP/1.1 200 ");
        assertThat(inChunks("{}" + " ".repeat(BODY - 2))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void B9_a_body_that_is_one_byte_longer_is_413() {
        assertThat(announced("{}" + " ".repeat(BODY - 1))).startsWith("HTTP/1.1 413 ")
                .contains("Error-Code: BODY_TOO_LARGE").endsWith("\"The body is too large. At most 100 bytes are read.\"");
        assertThat(inChunks("{}" + " ".repeat(BODY - 1))).startsWith("HTTP/1.1 413 ")
                .contains("Error-Code: BODY_TOO_LARGE").endsWith("\"The body is too large. At most 100 bytes are read.\"");
    }

    @Test
    void B9_a_target_of_the_longest_length_is_looked_at() {
        assertThat(office.send("GET", target(TARGET)).statusCode()).isEqualTo(200);
    }

    @Test
    void B9_a_target_that_is_one_byte_longer_is_414_even_without_a_key() {
        assertThat(office.send("GET", target(TARGET + 1)).statusCode()).isEqualTo(414);
        assertThat(office.raw("GET " + target(TARGET + 1) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ").contains("Error-Code: TARGET_TOO_LONG")
                .endsWith("\"The URL is too long. Path and query may have at most 300 bytes.\"");
    }

    @Test
    void B9_headers_of_the_longest_length_are_read() {
        assertThat(office.raw(headers(HEADERS))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void B9_headers_that_are_one_byte_longer_are_431() {
        assertThat(office.raw(headers(HEADERS + 1))).startsWith("HTTP/1.1 431 ").contains("Error-Code: HEADERS_TOO_LARGE")
                .endsWith("\"The headers are too large. With the request line they may have at most 1000 bytes.\"");
    }

    @Test
    void B7_a_body_of_the_greatest_depth_is_read() {
        assertThat(office.with("Prefer", "handling=lenient").put("/proctps/976", "{\"x\":[[1]]}").statusCode()).isEqualTo(200);
    }

    @Test
    void B7_a_body_that_is_one_level_deeper_is_400() {
        assertThat(office.with("Prefer", "handling=lenient").put("/proctps/976", "{\"x\":[[[1]]]}").body())
                .isEqualTo("\"The body is nested too deeply, or has a name or number that is too long.\"");
    }

    private String announced(String body) {
        return office.raw(Wire.UPDATE + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private String inChunks(String body) {
        return office.raw(Wire.UPDATE + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"
                + Integer.toHexString(body.length() - 2) + "\r\n" + body.substring(2) + "\r\n0\r\n\r\n");
    }

    private static String target(int length) {
        String start = "/proctps?Limit=";
        String end = "&TreatPlanNum=963";
        return start + "1".repeat(length - start.length() - end.length()) + end;
    }

    /** A request whose line and headers together have this many bytes, with the empty line behind them. */
    private static String headers(int length) {
        String start = Wire.READ + "Connection: close\r\nX: ";
        return start + "x".repeat(length - start.length() - 4) + "\r\n\r\n";
    }
}
