package proctp.contract.wire;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule A9 of the wire contract: no practice learns anything of another. */
public abstract class OtherPracticesContract extends WireContract {

    /** Has as many digits as the foreign ones, and nobody has it. */
    private static final String NOBODYS = "7777";

    private record Request(String method, String path, String body) {

        HttpResponse<String> send(WireClient client, String number) {
            return client.send(method, "/api/v1" + path.replace("{n}", number), body.replace("{n}", number));
        }
    }

    /** Every route, with a number in every place that takes one. */
    private static final List<Request> EVERY_ROUTE = List.of(
            new Request("GET", "/proctps?TreatPlanNum={n}", ""),
            new Request("GET", "/proctps?TreatPlanNum={n}&Limit=1&Offset=1", ""),
            new Request("HEAD", "/proctps?TreatPlanNum={n}", ""),
            new Request("GET", "/proctps?TreatPlanNum=963,{n},964", ""),
            new Request("HEAD", "/proctps?TreatPlanNum={n},9999", ""),
            new Request("GET", "/proctps?PatNum={n}", ""),
            new Request("GET", "/proctps?PatNum={n}&TreatPlanNum={n}&SecDateTEdit=2000-01-01%2000:00:00", ""),
            new Request("GET", "/proctps/{n}", ""),
            new Request("HEAD", "/proctps/{n}", ""),
            new Request("PUT", "/proctps/{n}", "{}"),
            new Request("PUT", "/proctps/{n}", "{\"Discount\":1}"),
            new Request("PUT", "/proctps/{n}", "{\"Priority\":{n}}"),
            new Request("PUT", "/proctps/{n}", "{\"ProcCode\":true}"),
            new Request("PUT", "/proctps/{n}", "["),
            new Request("PUT", "/proctps/976", "{\"Priority\":{n}}"),
            new Request("PUT", "/proctps/976", "{\"ProcTPNum\":{n},\"TreatPlanNum\":{n}}"),
            new Request("DELETE", "/proctps/{n}", ""),
            new Request("OPTIONS", "/proctps/{n}", ""),
            new Request("GET", "/treatplans?PatNum={n}", ""),
            new Request("GET", "/treatplans?PatNum={n}&TPStatus=Saved", ""),
            new Request("GET", "/treatplans/{n}", ""),
            new Request("HEAD", "/treatplans/{n}", ""),
            new Request("POST", "/treatplans/Saved", "{\"PatNum\":{n},\"ProcTPs\":[{\"Priority\":{n}}]}"),
            new Request("POST", "/treatplans/Saved", "{\"TreatPlanNum\":{n},\"PatNum\":{n},\"ProcTPs\":[]}"),
            new Request("PUT", "/treatplans/{n}", "{}"),
            new Request("PUT", "/treatplans/{n}", "{\"Note\":\"x\",\"isSigned\":\"true\"}"),
            new Request("PUT", "/treatplans/{n}", "{\"isSigned\":\"false\"}"),
            new Request("PUT", "/treatplans/{n}", "{\"TPType\":0}"),
            new Request("DELETE", "/treatplans/{n}", ""),
            new Request("OPTIONS", "/treatplans/{n}", ""),
            new Request("GET", "/changes?TreatPlanNum={n}", ""),
            new Request("GET", "/changes?PatNum={n}&Limit=1", ""),
            new Request("GET", "/changes?After={n}", ""),
            new Request("HEAD", "/changes?TreatPlanNum={n}&PatNum={n}", ""),
            new Request("GET", "/definitions?Category={n}", ""),
            new Request("GET", "/definitions?Category={n}&includeHidden=true", ""),
            new Request("POST", "/definitions", "{\"DefNum\":{n},\"Category\":{n},\"ItemName\":\"{n}\"}"));

    /** The routes that are walked, as {@code GET /proctps}; {@code {n}} stands for a number in the path. */
    public static Set<String> routesWalked() {
        return EVERY_ROUTE.stream()
                .map(request -> request.method() + " " + request.path().replaceFirst("\\?.*", "").replace("976", "{n}"))
                .collect(toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5963", "5980", "5976", "5977", "5001", "5021", "8722", "8040", "8415", "8731", "8732", "8800"})
    void A9_a_number_that_only_another_practice_has_is_a_number_that_nobody_has(String foreign) {
        String others = everythingOf(otherOffice);
        for (Request request : EVERY_ROUTE) {
            HttpResponse<String> answer = request.send(office, foreign);
            HttpResponse<String> nobodys = request.send(office, NOBODYS);
            assertThat(answer.statusCode()).as(request.toString()).isEqualTo(nobodys.statusCode());
            assertThat(answer.body().replace(foreign, NOBODYS)).as(request.toString()).isEqualTo(nobodys.body());
            assertThat(AddressesAndKeysContract.comparable(answer).toString().replace(foreign, NOBODYS)).as(request.toString())
                    .isEqualTo(AddressesAndKeysContract.comparable(nobodys).toString());
        }
        assertThat(everythingOf(otherOffice)).isEqualTo(others);
    }

    @ParameterizedTest
    @ValueSource(strings = {"990", "964", "2001", "981"})
    void A9_the_other_practice_sees_as_little(String foreign) {
        String own = everythingOf(office);
        HttpResponse<String> list = otherOffice.get("/proctps?TreatPlanNum=" + foreign);
        assertThat(list.body()).isEqualTo(otherOffice.get("/proctps?TreatPlanNum=7777").body());
        assertThat(otherOffice.delete("/proctps/" + foreign).body()).isEqualTo(otherOffice.delete("/proctps/7777").body());
        assertThat(everythingOf(office)).isEqualTo(own);
    }

    @Test
    void A9_numbers_that_both_practices_have_are_each_ones_own() {
        assertThat(ok(office.get("/proctps?TreatPlanNum=963"))).isEqualTo(example("list-963.json"));
        String others = ok(otherOffice.get("/proctps?TreatPlanNum=963"));
        assertThat(others).contains("\"ProcTPNum\":976,", "Bridge, three units", "\"priority\":\"At once\"").doesNotContain("resin");
        ok(office.put("/proctps/976", "{\"Descript\":\"changed\"}"));
        ok(office.delete("/proctps/977"));
        assertThat(ok(otherOffice.get("/proctps?TreatPlanNum=963"))).isEqualTo(others);
        assertThat(ok(office.get("/definitions?includeHidden=true"))).doesNotContain("At once", "5001");
        assertThat(ok(office.get("/treatplans"))).doesNotContain("8722", "5963");
    }

    private static String everythingOf(WireClient practice) {
        StringBuilder everything = new StringBuilder();
        everything.append(ok(practice.get("/changes?Limit=1000"))).append(ok(practice.get("/treatplans"))).append(ok(practice.get("/definitions?includeHidden=true")));
        for (int plan : new int[] {1, 120, 963, 964, 970, 971, 972, 990, 5963, 5980}) {
            everything.append(practice.get("/proctps?Limit=1000&TreatPlanNum=" + plan).body());
        }
        return everything.toString();
    }
}
