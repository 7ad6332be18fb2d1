package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule F2 of the wire contract: {@code POST /definitions}. */
public abstract class NewDefinitionContract extends WireContract {

    private static final String MADE = "{\"DefNum\":34,\"ItemName\":\"Some day\",\"ItemValue\":\"S\",\"Category\":20,"
            + "\"category\":\"TxPriorities\",\"isHidden\":\"false\"}";

    @Test
    void F2_a_definition_is_made_and_answered_to_the_letter() {
        HttpResponse<String> answer = office.post("/definitions",
                "{\"ItemName\":\"Some day\",\"category\":\"TxPriorities\",\"ItemValue\":\"S\"}");
        assertThat(created(answer)).isEqualTo(MADE);
        // it has no address of its own
        assertThat(header(answer, "Location")).isEmpty();
        assertThat(ok(office.get("/definitions?Category=20"))).endsWith("," + MADE + "]");
        assertThat(ok(office.put("/proctps/976", "{\"Priority\":34}"))).contains("\"Priority\":34,\"priority\":\"Some day\"");
    }

    @Test
    void F2_the_value_is_optional() {
        assertThat(created(office.post("/definitions", "{\"ItemName\":12,\"category\":\"Diagnosis\"}")))
                .isEqualTo("{\"DefNum\":34,\"ItemName\":\"12\",\"ItemValue\":\"\",\"Category\":16,\"category\":\"Diagnosis\",\"isHidden\":\"false\"}");
    }

    @Test
    void F2_the_number_of_the_category_and_other_members_are_ignored() {
        HttpResponse<String> answer = office.post("/definitions", "{\"DefNum\":1,\"ItemName\":\"Some day\",\"ItemValue\":\"S\","
                + "\"Category\":16,\"category\":\"TxPriorities\",\"isHidden\":\"true\"}");
        assertThat(created(answer)).isEqualTo(MADE);
        assertThat(header(answer, "Ignored-Fields")).isEqualTo("DefNum, Category, isHidden");
    }

    @Test
    void B7_of_two_names_that_differ_in_case_the_exact_one_is_meant_and_else_the_one_that_can_be_set() {
        assertThat(created(office.post("/definitions", "{\"ITEMNAME\":\"Some day\",\"itemvalue\":\"S\",\"CATEGORY\":\"TxPriorities\"}")))
                .isEqualTo(MADE);
        refusedAndNothingMade("{\"ItemName\":\"x\",\"Category\":\"TxPriorities\"}", "FIELD_REQUIRED", "category is required.");
        refusedAndNothingMade("{\"ItemName\":\"x\",\"category\":\"Diagnosis\",\"CATEGORY\":\"TxPriorities\"}", "FIELD_REPEATED",
                "category is given more than once.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{}|FIELD_REQUIRED|ItemName is required. category is required.",
        "{\"ItemName\":\"\",\"category\":\"TxPriorities\"}|FIELD_REQUIRED|ItemName is required.",
        "{\"ItemName\":true}|FIELD_INVALID|ItemName must be text. category is required.",
        "{\"ItemName\":\"x\",\"category\":20}|FIELD_INVALID|category is invalid: it must be one of Diagnosis, TxPriorities, CommLogTypes,"
                + " Prognosis.",
        "{\"category\":\"txpriorities\",\"ItemValue\":null}|FIELD_INVALID|category is invalid: it must be one of Diagnosis, TxPriorities,"
                + " CommLogTypes, Prognosis. ItemValue must be a single value, not null, an object or an array. ItemName is required.",
        "{\"ItemName\":\"x\",\"category\":\"TxPriorities\",\"ItemColor\":0}|FIELD_UNKNOWN|'ItemColor' is not a field of a Definition.",
        "7|BODY_INVALID|The body must be a JSON object with the fields of the Definition.",
        " |BODY_REQUIRED|A body is required: a JSON object with the fields of the Definition."})
    void F2_what_is_no_definition_is_refused_and_nothing_is_made(String body, String code, String sentence) {
        refusedAndNothingMade(body == null ? "" : body, code, sentence);
    }

    @Test
    void F2_a_name_has_at_most_255_characters() {
        refusedAndNothingMade("{\"ItemName\":\"" + "é".repeat(256) + "\",\"category\":\"TxPriorities\"}", "FIELD_INVALID",
                "ItemName must be at most 255 characters long, not 256.");
        created(office.post("/definitions", "{\"ItemName\":\"" + "é".repeat(255) + "\",\"category\":\"TxPriorities\"}"));
    }

    @Test
    void U6_strict_handling_refuses_what_would_be_ignored() {
        refused(office.with("Prefer", "handling=strict").post("/definitions", MADE), 400, "FIELD_READ_ONLY",
                "DefNum cannot be set. Category cannot be set. isHidden cannot be set.");
    }

    @Test
    void A5_a_key_that_only_reads_makes_nothing() {
        refused(reader.post("/definitions", MADE), 401, "NOT_AUTHORIZED", "Not Authorized");
    }

    @Test
    void A9_another_practice_does_not_see_it_and_counts_for_itself() {
        String others = ok(otherOffice.get("/definitions?includeHidden=true"));
        created(office.post("/definitions", MADE));
        assertThat(ok(otherOffice.get("/definitions?includeHidden=true"))).isEqualTo(others);
        assertThat(created(otherOffice.post("/definitions", MADE))).startsWith("{\"DefNum\":5022,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/definitions/20", "/definitions/TxPriorities"})
    void A7_a_definition_is_made_in_the_list_alone(String path) {
        refused(office.post(path, MADE), 400, "METHOD_INVALID");
    }

    @Test
    void B10_options_says_that_a_definition_can_be_made() {
        assertThat(header(office.send("OPTIONS", "/api/v1/definitions"), "Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    private void refusedAndNothingMade(String body, String code, String sentence) {
        String before = ok(office.get("/definitions?includeHidden=true"));
        refused(office.post("/definitions", body), 400, code, sentence);
        assertThat(ok(office.get("/definitions?includeHidden=true"))).isEqualTo(before);
    }
}
