package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import proctp.application.sample.SampleOffice;

/** What the contracts of the wire have in common: a fresh server, its callers, and how answers are read. */
@Timeout(60)
public abstract class WireContract {

    /** Practice 1, all permissions. */
    protected WireClient office;

    /** Practice 1, reading only. */
    protected WireClient reader;

    /** Practice 2. */
    protected WireClient otherOffice;

    /** No keys. */
    protected WireClient anyone;

    /** The server that is tested. */
    protected abstract ServerUnderTest server();

    @BeforeEach
    void callAFreshServer() throws Exception {
        URI base = server().fresh();
        office = WireClient.of(base, SampleOffice.CUSTOMER_KEY).seenBy(server().witness());
        reader = WireClient.of(base, SampleOffice.READ_ONLY_KEY).seenBy(server().witness());
        otherOffice = WireClient.of(base, SampleOffice.OTHER_CUSTOMER_KEY).seenBy(server().witness());
        anyone = WireClient.anonymous(base).seenBy(server().witness());
    }

    /** Holds an answer against a refusal: its status, its code, and its sentence as one JSON string. */
    protected static void refused(HttpResponse<String> answer, int status, String code, String sentence) {
        assertThat(answer.body()).isEqualTo('"' + sentence.replace("\"", "\\\"") + '"');
        refused(answer, status, code);
    }

    /** Holds an answer against a refusal: its status, its code, and that it is one JSON string. */
    protected static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(header(answer, "Error-Code")).isEqualTo(code);
        assertThat(answer.body()).startsWith("\"").endsWith("\"");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json; charset=utf-8");
    }

    /** Holds an answer against success, and gives its body. */
    protected static String ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Holds an answer against having made something, and gives its body. */
    protected static String created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json; charset=utf-8");
        return answer.body();
    }

    /** A header of an answer, {@code ""} when it is not there. */
    protected static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** A row of a plan as the list gives it. */
    protected String row(long plan, long num) {
        String rows = ok(office.get("/proctps?Limit=1000&TreatPlanNum=" + plan));
        int start = rows.indexOf("{\"ProcTPNum\":" + num + ",");
        assertThat(start).as("row " + num + " of plan " + plan).isNotNegative();
        return rows.substring(start, rows.indexOf('}', rows.indexOf("\"CatPercUCR\":", start)) + 1);
    }

    /** A plan as the list gives it. */
    protected String plan(long num) {
        String plans = ok(office.get("/treatplans?Limit=1000"));
        int start = plans.indexOf("{\"TreatPlanNum\":" + num + ",");
        assertThat(start).as("plan " + num).isNotNegative();
        return plans.substring(start, plans.indexOf('}', plans.indexOf("\"isSignedPractice\":", start)) + 1);
    }

    /** One of the vendor's examples, without the white space between its tokens. */
    protected static String example(String name) {
        return compact(exampleAsItStands(name));
    }

    /** One of the vendor's examples, to the letter. */
    protected static String exampleAsItStands(String name) {
        try (InputStream file = WireContract.class.getResourceAsStream("/examples/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String compact(String json) {
        StringBuilder tokens = new StringBuilder();
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"' && (i == 0 || json.charAt(i - 1) != '\\')) {
                inString = !inString;
            }
            if (inString || !Character.isWhitespace(c)) {
                tokens.append(c);
            }
        }
        return tokens.toString();
    }
}
