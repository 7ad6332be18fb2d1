package proctp.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static proctp.http.WireFormat.vendors;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import proctp.application.KeySecret;
import proctp.application.Practice;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.sample.SampleOffice;
import proctp.contract.HostilePractice;
import proctp.domain.DefNum;
import proctp.domain.Definition;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;
import proctp.http.OfficeLines.Entry;

/** Records as lines of files. */
class OfficeLinesTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.9Z");
    private static final OfficeLines LINES = new OfficeLines(Clock.fixed(NOW, ZONE));

    /** The vendor's example of a list, as a client gets it. */
    private static final String EXAMPLE = "[{\"ProcTPNum\":976,\"TreatPlanNum\":963,\"PatNum\":722,\"ProcNumOrig\":1154,\"ItemOrder\":0,"
            + "\"Priority\":0,\"priority\":\"\",\"ToothNumTP\":\"13\",\"Surf\":\"MOD\",\"ProcCode\":\"D2393\","
            + "\"Descript\":\"resin-based composite - three surfaces, posterior\",\"FeeAmt\":204.0,\"PriInsAmt\":80.0,"
            + "\"SecInsAmt\":0.0,\"PatAmt\":70.0,\"Discount\":54.0,\"Prognosis\":\"\",\"Dx\":\"\",\"ProcAbbr\":\"C3 (P)\","
            + "\"SecUserNumEntry\":12,\"SecDateEntry\":\"2023-01-24\",\"SecDateTEdit\":\"2023-01-24 09:33:46\",\"FeeAllowed\":0.0,"
            + "\"TaxAmt\":0.0,\"ProvNum\":11,\"DateTP\":\"2022-12-19\",\"ClinicNum\":3,\"CatPercUCR\":204.0},";

    @Test
    void a_row_is_written_as_the_API_returns_it() {
        for (PracticeContents practice : SampleOffice.practices(new KeySecret("a secret of these tests"), ZONE)) {
            for (ProcTP row : practice.procTPs()) {
                assertThat(text(LINES.line(row))).isEqualTo(text(Json.bytes(json -> ProcTPJson.write(json, row, vendors(ZONE)))) + "\n");
            }
        }
    }

    @Test
    void a_plan_is_written_as_the_API_returns_it_and_with_what_makes_its_signature() {
        TreatPlan plan = HostilePractice.of(new PracticeNum(1), 3, 20).treatPlans().stream()
                .filter(TreatPlan::isSigned).findFirst().orElseThrow();
        String returned = text(Json.bytes(json -> TreatPlanJson.write(json, plan, vendors(ZONE))));
        assertThat(text(LINES.line(plan))).startsWith(returned.substring(0, returned.length() - 1) + ",\"Signature\":\"s")
                .endsWith("\"SignatureDigest\":\"" + plan.patient().digest() + "\"}\n");
    }

    @Test
    void a_definition_is_written_as_the_API_returns_it_and_with_its_place() {
        Definition definition = new Definition(new DefNum(7), 20, 3, "High", "", true);
        assertThat(text(LINES.line(definition))).isEqualTo("{\"DefNum\":7,\"ItemName\":\"High\",\"ItemValue\":\"\",\"Category\":20,"
                + "\"category\":\"TxPriorities\",\"isHidden\":\"true\",\"ItemOrder\":3}\n");
    }

    @Test
    void whatever_is_written_is_read_as_it_was_and_written_again_in_the_same_bytes() {
        for (long seed = 1; seed <= 6; seed++) {
            PracticeContents hostile = HostilePractice.of(new PracticeNum(1), seed, 60);
            Practice practice = new Practice(hostile.name(), seed, 1L << 53, 0);
            assertThat(same(List.of(practice), LINES::line, LINES::practices)).containsExactly(practice);
            assertThat(same(hostile.definitions(), LINES::line, LINES::definitions)).isEqualTo(hostile.definitions());
            assertThat(same(hostile.treatPlans(), LINES::line, LINES::treatPlans)).isEqualTo(hostile.treatPlans());
            assertThat(same(hostile.procTPs(), LINES::line, LINES::procTPs)).isEqualTo(hostile.procTPs());
        }
    }

    private static <T> List<T> same(List<T> records, Function<T, byte[]> line, Function<InputStream, Iterator<Entry<T>>> read) {
        byte[] file = file(records, line);
        List<Entry<T>> entries = entries(read.apply(new ByteArrayInputStream(file)));
        assertThat(entries).extracting(Entry::fault).containsOnly("");
        List<T> found = entries.stream().map(entry -> entry.value().orElseThrow()).toList();
        assertThat(file(found, line)).isEqualTo(file);
        return found;
    }

    private static <T> byte[] file(List<T> records, Function<T, byte[]> line) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        records.forEach(record -> file.writeBytes(line.apply(record)));
        return file.toByteArray();
    }

    @Test
    void a_whole_answer_of_the_API_is_a_line() {
        List<Entry<ProcTP>> rows = rows(EXAMPLE + "{\"ProcTPNum\":977,\"TreatPlanNum\":963,\"PatNum\":722}]");
        assertThat(rows).extracting(Entry::fault).containsOnly("");
        ProcTP first = rows.get(0).value().orElseThrow();
        assertThat("[" + text(LINES.line(first)).strip() + ",").isEqualTo(EXAMPLE);
        assertThat(rows.get(1).value().orElseThrow().num().value()).isEqualTo(977);
    }

    @Test
    void all_but_the_keys_of_a_row_can_be_missing_or_null() {
        ProcTP row = onlyRow("{\"ProcTPNum\":1,\"TreatPlanNum\":2,\"PatNum\":3,\"Surf\":null,\"FeeAmt\":null,\"DateTP\":null,"
                + "\"SecDateTEdit\":null,\"ItemOrder\":null,\"Unknown\":{\"a\":[1,{}]}}");
        assertThat(text(LINES.line(row))).isEqualTo("{\"ProcTPNum\":1,\"TreatPlanNum\":2,\"PatNum\":3,\"ProcNumOrig\":0,\"ItemOrder\":0,"
                + "\"Priority\":0,\"priority\":\"\",\"ToothNumTP\":\"\",\"Surf\":\"\",\"ProcCode\":\"\",\"Descript\":\"\",\"FeeAmt\":0.0,"
                + "\"PriInsAmt\":0.0,\"SecInsAmt\":0.0,\"PatAmt\":0.0,\"Discount\":0.0,\"Prognosis\":\"\",\"Dx\":\"\",\"ProcAbbr\":\"\","
                + "\"SecUserNumEntry\":0,\"SecDateEntry\":\"0001-01-01\",\"SecDateTEdit\":\"2026-11-23 04:15:30\",\"FeeAllowed\":-1.0,"
                + "\"TaxAmt\":0.0,\"ProvNum\":0,\"DateTP\":\"0001-01-01\",\"ClinicNum\":0,\"CatPercUCR\":0.0}\n");
    }

    @Test
    void numbers_come_as_strings_and_with_noise_and_a_tooth_as_a_number() {
        ProcTP row = onlyRow("{\"ProcTPNum\":\"1\",\"TreatPlanNum\":2,\"PatNum\":3,\"FeeAmt\":51.300000000000004,\"PatAmt\":\"1e2\","
                + "\"ToothNumTP\":13}");
        assertThat(row.num().value()).isEqualTo(1);
        assertThat(row.amounts().feeAmt().tenThousandths()).isEqualTo(513_000);
        assertThat(row.amounts().patAmt().tenThousandths()).isEqualTo(1_000_000);
        assertThat(row.toothNumTP()).isEqualTo("13");
    }

    @Test
    void a_plan_of_which_is_only_said_that_it_is_signed_is_signed() {
        TreatPlan plan = onlyPlan("{\"TreatPlanNum\":1,\"PatNum\":2,\"isSigned\":\"true\",\"DateTSigned\":\"2023-01-24 09:33:46\","
                + "\"isSignedPractice\":true,\"SigIsTopaz\":\"True\"}");
        assertThat(plan.patient()).isEqualTo(new TreatPlan.Signature(TreatPlanLine.SIGNED_ELSEWHERE,
                Optional.of(Instant.parse("2023-01-24T15:33:46Z")), ""));
        assertThat(plan.practice().isPresent()).isTrue();
        assertThat(plan.sigIsTopaz()).isTrue();
        assertThat(onlyPlan("{\"TreatPlanNum\":1,\"PatNum\":2}").isSigned()).isFalse();
    }

    @Test
    void definitions_without_a_place_have_that_of_the_file() {
        List<Entry<Definition>> read = entries(LINES.definitions(stream("""
                {"DefNum":5,"Category":20,"ItemName":"a"}
                {"DefNum":9,"Category":16}
                {"DefNum":4,"category":"TxPriorities","isHidden":true}
                {"DefNum":3,"Category":20,"ItemOrder":7}
                {"DefNum":2,"Category":20}
                """)));
        assertThat(read).extracting(entry -> entry.value().orElseThrow().itemOrder()).containsExactly(0, 0, 1, 7, 8);
        assertThat(read.get(2).value().orElseThrow().isTxPriority()).isTrue();
        assertThat(read.get(2).value().orElseThrow().isHidden()).isTrue();
    }

    @Test
    void of_the_hour_that_is_there_twice_the_first_is_taken_and_one_that_is_skipped_lies_behind_the_gap() {
        String row = "{\"ProcTPNum\":1,\"TreatPlanNum\":2,\"PatNum\":3,\"SecDateTEdit\":\"%s\"}";
        assertThat(onlyRow(row.formatted("2026-11-01 01:30:00")).stamp().secDateTEdit())
                .isEqualTo(Instant.parse("2026-11-01T06:30:00Z"));
        assertThat(onlyRow(row.formatted("2026-03-08 02:30:00")).stamp().secDateTEdit())
                .isEqualTo(Instant.parse("2026-03-08T08:30:00Z"));
        assertThat(onlyRow(row.formatted("2026-03-08T03:30:00")).dateTP()).isEqualTo(Optional.<LocalDate>empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "ProcCode":"1234567890123456" | ProcCode must be at most 15 characters long, not 16.
            "Surf":true                   | Surf must be text.
            "Dx":"\\u0000"                | Dx must not contain the character U+0000.
            "Dx":"\\ud800"                | Dx must be valid Unicode, without unpaired surrogates.
            "Dx":["x"]                    | Dx must be text.
            "FeeAmt":123456789012         | FeeAmt must be a number with at most 11 digits before the point.
            "FeeAmt":"x"                  | FeeAmt must be a number with at most 11 digits before the point.
            "ItemOrder":65536             | ItemOrder must be a whole number from 0 to 65535.
            "ProvNum":1.5                 | ProvNum must be a whole number.
            "ProvNum":9223372036854775808 | ProvNum must be a whole number.
            "DateTP":"2023-02-29"         | DateTP must be a date as yyyy-MM-dd.
            "DateTP":"0000-01-01"         | DateTP must be a date as yyyy-MM-dd.
            "SecDateTEdit":"2023-01-01"   | SecDateTEdit must be a date-time as yyyy-MM-dd HH:mm:ss.
            "SecDateTEdit":"2023-01-01 24:00:00" | SecDateTEdit must be a date-time as yyyy-MM-dd HH:mm:ss.
            "Priority":-1                 | Priority must be 0 or the DefNum of a definition.
            "SecDateTEdit":"9999-12-31 23:59:59" | SecDateTEdit must be in the years 1 to 9999 in UTC, too.
            "Surf":"a","Surf":"b"         | Surf is given more than once.
            "Surf":1.5,"Dx":{}            | Surf must be text. Dx must be text.
            """)
    void what_cannot_be_stored_is_told_member_by_member(String members, String fault) {
        List<Entry<ProcTP>> rows = rows("{\"ProcTPNum\":1,\"TreatPlanNum\":2,\"PatNum\":3," + members + "}");
        assertThat(rows).containsExactly(new Entry<>(1, Optional.empty(), fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"ProcTPNum":1}                                  | TreatPlanNum is required. PatNum is required.
            {"ProcTPNum":9007199254740993,"TreatPlanNum":1,"PatNum":9007199254740993} | ProcTPNum must be at most 9007199254740992.
            {"ProcTPNum":0,"TreatPlanNum":1,"PatNum":1}      | ProcTPNum must be the number of a record, from 1.
            [{"ProcTPNum":-5,"TreatPlanNum":1,"PatNum":"x"}] | [0].ProcTPNum must be the number of a record, from 1. [0].PatNum must be a whole number.
            "Authorization failed"                           | A line must hold JSON objects, or arrays of them.
            [[{"ProcTPNum":1}]]                              | A line must hold JSON objects, or arrays of them.
            {"ProcTPNum":1                                   | The line is not valid JSON from column 15 on. Each record must be whole on its line.
            """)
    void what_is_no_row_is_told(String line, String fault) {
        assertThat(rows(line)).containsExactly(new Entry<>(1, Optional.empty(), fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "TPStatus":"Signed"        | TPStatus must be Saved or Active or Inactive.
            "isSigned":"yes"           | isSigned must be "true" or "false".
            "isSigned":"false","Signature":"x" | isSigned is "false", but there is a Signature.
            "SignatureDigest":"abc"    | SignatureDigest must be 64 lower-case hexadecimal digits. SignatureDigest belongs to a signature, and the plan has none.
            """)
    void what_is_no_plan_is_told(String members, String fault) {
        assertThat(entries(LINES.treatPlans(stream("{\"TreatPlanNum\":1,\"PatNum\":2," + members + "}"))))
                .containsExactly(new Entry<>(1, Optional.empty(), fault));
    }

    @Test
    void numbers_and_places_leave_room_for_those_that_come_after() {
        assertThat(entries(LINES.treatPlans(stream("""
                {"TreatPlanNum":9007199254740992,"PatNum":1}
                {"TreatPlanNum":9007199254740993,"PatNum":1}
                """)))).extracting(Entry::fault).containsExactly("", "TreatPlanNum must be at most 9007199254740992.");
        assertThat(entries(LINES.definitions(stream("""
                {"DefNum":9007199254740992,"Category":20,"ItemOrder":2147483000}
                {"DefNum":9007199254740993,"Category":16,"ItemOrder":2147483001}
                """)))).extracting(Entry::fault).containsExactly("",
                "ItemOrder must be at most 2147483000. DefNum must be at most 9007199254740992.");
        assertThat(entries(LINES.practices(stream("{\"LastTreatPlanNum\":9007199254740993,\"LastProcTPNum\":9223372036854775807,"
                + "\"LastDefNum\":9007199254740993}")))).extracting(Entry::fault).containsExactly("LastTreatPlanNum must be at most"
                + " 9007199254740992. LastProcTPNum must be at most 9007199254740992. LastDefNum must be at most 9007199254740992.");
    }

    @ParameterizedTest
    @CsvSource({"Asia/Tokyo,0001-01-01 05:00:00,9999-12-31 23:59:59", "America/Chicago,9999-12-31 23:59:59,0001-01-01 05:00:00"})
    void a_moment_has_a_year_in_UTC_too(String zone, String outside, String inside) {
        String plans = "{\"TreatPlanNum\":1,\"PatNum\":2,\"DateTSigned\":\"%s\"}\n";
        OfficeLines lines = new OfficeLines(Clock.fixed(NOW, ZoneId.of(zone)));
        assertThat(entries(lines.treatPlans(stream(plans.formatted(outside) + plans.formatted(inside))))).extracting(Entry::fault)
                .containsExactly("DateTSigned must be in the years 1 to 9999 in UTC, too.", "");
    }

    @Test
    void a_byte_order_mark_empty_lines_and_ends_of_lines_of_every_kind_are_no_fault() {
        String row = "{\"ProcTPNum\":%d,\"TreatPlanNum\":2,\"PatNum\":3}";
        List<Entry<ProcTP>> rows = rows("\uFEFF" + row.formatted(1) + "\r\n\r\n  \n" + row.formatted(2) + row.formatted(3) + "\n["
                + row.formatted(4) + "][]" + row.formatted(5) + "\n[]\n" + row.formatted(6));
        assertThat(rows).extracting(Entry::fault).containsOnly("");
        assertThat(rows).extracting(entry -> entry.value().orElseThrow().num().value()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(rows).extracting(Entry::line).containsExactly(1L, 4L, 4L, 5L, 5L, 7L);
    }

    @Test
    void a_broken_line_leaves_the_others() {
        String row = "{\"ProcTPNum\":1,\"TreatPlanNum\":2,\"PatNum\":3}\n";
        byte[] file = (row + "{\"Dx\":\"cut in two\n" + row + "{\"Dx\":\"ü\"}\n" + row).getBytes(ISO_8859_1);
        List<Entry<ProcTP>> rows = entries(LINES.procTPs(new ByteArrayInputStream(file)));
        assertThat(rows).extracting(Entry::line).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(rows).extracting(Entry::fault).containsExactly("",
                "The line is not valid JSON from column 18 on. Each record must be whole on its line.", "",
                "The line is not UTF-8.", "");
    }

    @Test
    void a_file_of_nothing_holds_nothing() {
        assertThat(rows("")).isEmpty();
        assertThat(rows("\n")).isEmpty();
    }

    private static ProcTP onlyRow(String line) {
        List<Entry<ProcTP>> rows = rows(line);
        assertThat(rows).extracting(Entry::fault).containsExactly("");
        return rows.get(0).value().orElseThrow();
    }

    private static TreatPlan onlyPlan(String line) {
        List<Entry<TreatPlan>> plans = entries(LINES.treatPlans(stream(line)));
        assertThat(plans).extracting(Entry::fault).containsExactly("");
        return plans.get(0).value().orElseThrow();
    }

    private static List<Entry<ProcTP>> rows(String file) {
        return entries(LINES.procTPs(stream(file)));
    }

    private static <T> List<Entry<T>> entries(Iterator<Entry<T>> entries) {
        List<Entry<T>> all = new ArrayList<>();
        entries.forEachRemaining(all::add);
        return all;
    }

    private static InputStream stream(String file) {
        return new ByteArrayInputStream(file.getBytes(UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
