package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 3 of the wire contract, and B4 to B6: how amounts, dates and texts are written and read. */
public abstract class ValuesContract extends WireContract {

    private static final String EMOJI = "\uD83E\uDDB7";

    @Test
    void B4_amounts_show_a_decimal_and_never_an_exponent() {
        String row = row(964, 984);
        assertThat(row).contains("\"FeeAmt\":99999999999.9999", "\"PriInsAmt\":12345678.9", "\"SecInsAmt\":10000000.0",
                "\"PatAmt\":-0.0001", "\"Discount\":-99999999999.9999");
        assertThat(row(964, 981)).contains("\"FeeAmt\":180.25", "\"SecInsAmt\":0.5", "\"FeeAllowed\":-1.0");
        assertThat(row(964, 982)).contains("\"TaxAmt\":4.8125", "\"priority\":\"Medium\"");
    }

    @ParameterizedTest
    @CsvSource({"204, 204.0", "17.25, 17.25", "-1, -1.0", "12345678.9, 12345678.9", "0.00005, 0.0", "0.00015, 0.0002", "0.00025, 0.0002",
        "51.300000000000004, 51.3", "-0, 0.0", "-0.0, 0.0", "0e99999999999, 0.0", "1e-400, 0.0", "1e-1000000000, 0.0", "-1e-9, 0.0",
        "1E+2, 100.0", "99999999999.9999, 99999999999.9999", "99999999999.99994999, 99999999999.9999", "1e10, 10000000000.0",
        "-99999999999.9999, -99999999999.9999", "0.0001, 0.0001", "100.10, 100.1"})
    void B4_an_amount_is_rounded_half_even_to_four_decimals_and_written_plain(String sent, String written) {
        assertThat(ok(office.put("/proctps/976", "{\"PatAmt\":" + sent + "}"))).contains("\"PatAmt\":" + written + ",");
        ok(office.put("/proctps/976", "{\"PatAmt\":1}"));
        assertThat(ok(office.put("/proctps/976", "{\"PatAmt\":\"" + sent + "\"}"))).contains("\"PatAmt\":" + written + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100000000000", "-100000000000", "99999999999.99995", "1e11", "1e400", "1e1000000000", "1e99999999999999",
            "-1e1000000000"})
    void B4_an_amount_beyond_eleven_digits_is_refused_at_once(String amount) {
        String before = row(963, 976);
        Instant start = Instant.now();
        for (String field : List.of("FeeAmt", "PriInsAmt", "SecInsAmt", "PatAmt", "Discount", "FeeAllowed")) {
            for (String body : List.of(amount, "\"" + amount + "\"")) {
                refused(office.put("/proctps/976", "{\"" + field + "\":" + body + "}"), 400, "FIELD_INVALID",
                        field + " must be a number with at most 11 digits before the point.");
            }
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(row(963, 976)).isEqualTo(before);
    }

    @Test
    void B5_no_date_is_the_first_of_january_of_year_one() {
        assertThat(row(964, 983)).contains("\"DateTP\":\"0001-01-01\"");
        assertThat(ok(office.get("/treatplans?TPStatus=Active"))).contains("\"DateTP\":\"0001-01-01\"",
                "\"DateTSigned\":\"0001-01-01 00:00:00\"", "\"DateTPracticeSigned\":\"0001-01-01 00:00:00\"");
    }

    @Test
    void B5_date_times_are_the_practices() {
        assertThat(row(963, 976)).contains("\"SecDateTEdit\":\"2023-01-24 09:33:46\"");
        assertThat(ok(office.put("/proctps/976", "{\"Surf\":\"O\"}"))).contains("\"SecDateTEdit\":\"" + ServerUnderTest.NOW + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MM/dd/yyyy|12/19/2022|09/29/2022", "d.M.yy|19.12.22|29.9.22", "ddd, dd MMM yyyy|Mon, 19 Dec 2022|Thu, 29 Sep 2022",
        "dddd d MMMM y|Monday 19 December 22|Thursday 29 September 22", "yyyyy|02022|02022", "%d|19|29",
        "\\yyyyy'-'\"MM\"\\M|y2022-MMM|y2022-MMM", "yyyy-MM-ddTHH|2022-12-19T00|2022-09-29T00",
        "%dd.|1919.|2929.", "yyyy'a\\'b'|2022a'b|2022a'b"})
    void B6_a_client_chooses_how_dates_are_written(String pattern, String planned, String entered) {
        String query = "&DateFormatString=" + URLEncoder.encode(pattern, StandardCharsets.UTF_8);
        assertThat(ok(office.get("/proctps?TreatPlanNum=963" + query)))
                .contains("\"DateTP\":\"" + planned + "\"").contains("\"SecDateTEdit\":\"2023-01-24 09:33:46\"");
        assertThat(ok(office.get("/proctps?TreatPlanNum=1" + query))).contains("\"SecDateEntry\":\"" + entered + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "dd/MM/yyyy HH:mm:ss zzz|24/01/2023 09:33:46 -06:00", "yyyy-MM-ddTHH:mm:ssK|2023-01-24T09:33:46-06:00",
        "M/d/yyyy h:mm:ss tt|1/24/2023 9:33:46 AM", "HH'h'mm z|09h33 -6", "HH:mm:ss.fff zz|09:33:46.000 -06", "HH:mm:ss.FFF t|09:33:46 A",
        "gg yyyy|A.D. 2023"})
    void B6_a_client_chooses_how_date_times_are_written(String pattern, String edited) {
        String query = "&DateTimeFormatString=" + URLEncoder.encode(pattern, StandardCharsets.UTF_8);
        assertThat(ok(office.get("/proctps?TreatPlanNum=963" + query)))
                .contains("\"SecDateTEdit\":\"" + edited + "\"").contains("\"DateTP\":\"2022-12-19\"");
    }

    @Test
    void B6_every_get_takes_the_patterns() {
        assertThat(ok(office.get("/treatplans?PatNum=731&DateFormatString=dd.MM.yyyy&DateTimeFormatString=HH:mm")))
                .contains("\"DateTP\":\"04.04.2023\"", "\"DateTSigned\":\"09:00\"");
        ok(office.get("/definitions?DateFormatString=dd.MM.yyyy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "D", "/", "%'a'", "'open", "'open\\'", "yyyy\\", "%", "%%", "ffffffff", "yyyy-MM-dd yyyy-MM-dd yyyy-MM-dd yyyy-MM-dd yyyy-MM-dd yyyy-MM-dd"})
    void B6_a_pattern_that_cannot_be_honoured_is_refused(String pattern) {
        String encoded = URLEncoder.encode(pattern, StandardCharsets.UTF_8);
        for (String name : List.of("DateFormatString", "DateTimeFormatString")) {
            for (String path : List.of("/proctps?TreatPlanNum=963&", "/treatplans?", "/definitions?")) {
                HttpResponse<String> answer = office.get(path + name + "=" + encoded);
                refused(answer, 400, "PARAMETER_INVALID");
                assertThat(answer.body()).startsWith("\"" + name + " ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ToothNumTP, 255", "Surf, 255", "ProcCode, 15", "Descript, 255", "Prognosis, 255", "Dx, 255", "ProcAbbr, 50"})
    void texts_are_stored_to_their_limit_in_code_points_and_not_one_past_it(String field, int limit) {
        String longest = EMOJI.repeat(limit);
        assertThat(ok(office.put("/proctps/976", "{\"" + field + "\":\"" + longest + "\"}"))).contains("\"" + field + "\":\"" + longest + "\"");
        assertThat(row(963, 976)).contains("\"" + field + "\":\"" + longest + "\"");
        refused(office.put("/proctps/976", "{\"" + field + "\":\"" + longest + "x\"}"), 400, "FIELD_INVALID",
                field + " must be at most " + limit + " characters long, not " + (limit + 1) + ".");
        assertThat(row(963, 976)).contains("\"" + field + "\":\"" + longest + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001\u001f\u007f", "tab\there", "line\nfeed\r\n", "\"quoted\" \\", "'; drop table proctp; --", "${jndi:x}",
            "\u001b[31m", "Zo\u00eb \u6cbb\u7642 \uD83E\uDDB7", "\u202Eright to left", " leading and trailing ", "\u2028\u2029", "<b>&amp;",
            "e\u0301 is not \u00e9", "\uFFFD\uFFFE\uFFFF"})
    void texts_come_out_exactly_as_they_went_in(String text) {
        for (String sent : List.of(Json.string(text), Json.escaped(text))) {
            ok(office.put("/proctps/976", "{\"Descript\":\"\"}"));
            String answer = ok(office.put("/proctps/976", "{\"Descript\":" + sent + "}"));
            assertThat(Json.text(answer, "Descript")).isEqualTo(text);
            assertThat(Json.text(row(963, 976), "Descript")).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00", "\\udc00\\ud800", "x\\ud83e"})
    void texts_that_cannot_be_stored_are_refused(String json) {
        String before = row(963, 976);
        refused(office.put("/proctps/976", "{\"Dx\":\"" + json + "\"}"), 400, "FIELD_INVALID");
        assertThat(office.put("/proctps/976", "{\"" + json + "\":1}").statusCode()).isEqualTo(400);
        assertThat(row(963, 976)).isEqualTo(before);
    }
}
