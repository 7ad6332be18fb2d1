package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import proctp.application.sample.SampleOffice;
import proctp.domain.DefCat;
import proctp.domain.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The members, kinds and codes of the API's description are those that there are. */
class OpenApiMembersTest {

    private static final InMemoryServer SERVER = new InMemoryServer();
    private static final Pattern ROW = Pattern.compile("\\| `\\w+` \\| (\\d+) \\| ([^|]+) \\| [^|]+ \\|");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource({"ProcTP, /proctps?TreatPlanNum=963, 28", "TreatPlan, /treatplans, 20", "Definition, /definitions, 6",
        "TreatPlanChange, /changes?After=6&Limit=1, 13", "ProcTPChange, /changes?After=7&Limit=1, 13"})
    void B4_what_is_answered_has_the_members_that_are_described_in_their_order_and_of_their_kinds(String name, String path, int members) {
        JsonNode row = new ObjectMapper().readTree(SeenClient.of(SERVER.fresh(), SampleOffice.CUSTOMER_KEY).get(path).body()).get(0);
        JsonNode schema = schema(name);
        assertThat(List.copyOf(row.propertyNames())).hasSize(members).isEqualTo(List.copyOf(schema.get("properties").propertyNames()))
                .isEqualTo(OpenApi.texts(schema.get("required")));
        row.properties().forEach(member -> assertThat(kind(member.getValue())).as(member.getKey())
                .isEqualTo(kindDescribed(OpenApi.KEPT.resolved(schema.get("properties").get(member.getKey())))));
    }

    /** Of a number the form counts: an amount always has a point. */
    private static String kind(JsonNode value) {
        return value.isIntegralNumber() ? "integer" : value.isNumber() ? "number" : value.isString() ? "string"
                : value.isArray() ? "array" : "a row or none";
    }

    private static String kindDescribed(JsonNode schema) {
        return schema.has("anyOf") ? "a row or none" : schema.get("type").asString();
    }

    @Test
    void U1_the_members_that_bodies_take_are_described_and_no_others() {
        assertThat(members("ProcTPEdit")).hasSize(14).isEqualTo(new TreeSet<>(ProcTPMembers.EDITABLE.takenNames()));
        assertThat(members("NewProcTP")).isEqualTo(new TreeSet<>(ProcTPMembers.NEW.takenNames()));
        assertThat(members("TreatPlanEdit")).isEqualTo(new TreeSet<>(TreatPlanMembers.EDITABLE.takenNames()));
        assertThat(members("NewDefinition")).isEqualTo(new TreeSet<>(DefinitionMembers.NEW.takenNames()));
        Set<String> plan = new TreeSet<>(TreatPlanMembers.NEW.takenNames());
        // it is always refused, with a reason of its own
        assertThat(plan.remove("TreatPlanNum")).isTrue();
        assertThat(members("NewTreatPlan")).isEqualTo(plan);
        assertThat(OpenApi.texts(schema("NewDefinition").at("/properties/category/enum")))
                .isEqualTo(Arrays.stream(DefCat.values()).map(list -> DefCat.nameOf(list.number())).toList());
    }

    private static Set<String> members(String name) {
        return new TreeSet<>(schema(name).get("properties").propertyNames());
    }

    @Test
    void B2_every_code_is_described_with_its_status_as_the_page_of_errors_has_it() throws IOException {
        List<String> page = Files.readAllLines(Path.of("..", "docs", "errors.md")).stream().map(ROW::matcher)
                .filter(row -> row.matches()).map(row -> row.group(1) + ": " + row.group(2)).toList();
        assertThat(OpenApi.texts(schema("ErrorCode").get("enum"))).isEqualTo(Arrays.stream(Refusal.Kind.values()).map(Refusal.Kind::name).toList());
        assertThat(OpenApi.texts(schema("ErrorCode").get("x-enum-descriptions"))).isEqualTo(page);
    }

    @Test
    void B9_every_code_is_one_of_some_answer_and_each_answers_are_of_its_status() {
        Set<String> all = new TreeSet<>();
        OpenApi.KEPT.operations().forEach(operation -> OpenApi.KEPT.responses(operation).forEach((status, response) -> {
            List<String> codes = OpenApi.texts(response.at("/headers/Error-Code/schema/enum"));
            all.addAll(codes);
            if (status.matches("[0-9]+")) {
                assertThat(codes).as(operation.name() + " " + status).hasSameSizeAs(Set.copyOf(codes))
                        .allSatisfy(code -> assertThat(Errors.status(Refusal.Kind.valueOf(code))).isEqualTo(Integer.parseInt(status)));
            }
        }));
        assertThat(all).isEqualTo(new TreeSet<>(Arrays.stream(Refusal.Kind.values()).map(Refusal.Kind::name).toList()));
    }

    private static JsonNode schema(String name) {
        return OpenApi.KEPT.at("/components/schemas/" + name);
    }
}
