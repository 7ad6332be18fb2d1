package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule X7 of the wire contract, as far as it changes: updates and deletions that depend on what is there. */
public abstract class PreconditionsContract extends WireContract {

    private static final String ROW = "/proctps/976";
    private static final String STALE = "What is stored has none of the entity tags in If-Match, so nothing was done. It may have changed:"
            + " read it again by its own address, and send the ETag of that answer as it stands, with its quotes.";
    private static final String RULED_OUT = "What is stored has an entity tag that If-None-Match rules out, so nothing was done."
            + " Leave that header out to change what is there.";
    private static final int CLIENTS = 20;

    @ParameterizedTest
    @ValueSource(strings = {"{tag}", "*", " * ", "\"x\", {tag}", "{tag},\"x\"", ",, {tag},", "W/\"x\",\"a,b\", {tag}"})
    void X7_a_change_that_names_what_is_there_is_made(String header) {
        String sent = header.replace("{tag}", tag(ROW));
        HttpResponse<String> updated = office.with("If-Match", sent).put(ROW, "{\"Surf\":\"O\"}");
        assertThat(ok(updated)).contains("\"Surf\":\"O\"");
        assertThat(header(updated, "ETag")).isEqualTo(tag(ROW));
        ok(office.with("If-Match", header.replace("{tag}", tag(ROW))).delete(ROW));
        refused(office.get(ROW), 404, "PROC_TP_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "W/{tag}", "{list}", "{patterned}", "{other}", "", ",", "{bare}", "'{bare}'", "{tag}x", "{tag} {tag}",
            "*, {tag}", "{tag}, *", "{tag}, x", "w/{tag}", "\"{tag}\"", "\"*\"", "**"})
    void X7_a_change_that_names_something_else_is_not_made(String header) {
        String tag = tag(ROW);
        String before = row(963, 976);
        WireClient client = office.with("If-Match", header.replace("{tag}", tag).replace("{bare}", tag.replace("\"", ""))
                .replace("{list}", tag("/proctps?TreatPlanNum=963&Limit=1")).replace("{other}", tag("/proctps/977"))
                .replace("{patterned}", tag(ROW + "?DateFormatString=yyyy-MM-dd")));
        refused(client.put(ROW, "{\"Surf\":\"O\"}"), 412, "PRECONDITION_FAILED", STALE);
        refused(client.put(ROW, "{}"), 412, "PRECONDITION_FAILED", STALE);
        refused(client.delete(ROW), 412, "PRECONDITION_FAILED", STALE);
        assertThat(row(963, 976)).isEqualTo(before);
        assertThat(office.with("If-Match", tag).put(ROW, "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void X7_the_tag_of_an_update_is_good_for_the_next_one() {
        String first = tag(ROW);
        HttpResponse<String> answer = office.with("If-Match", first).put(ROW, "{\"Priority\":2}");
        String second = header(answer, "ETag");
        refused(office.with("If-Match", first).put(ROW, "{\"Surf\":\"O\"}"), 412, "PRECONDITION_FAILED", STALE);
        ok(office.with("If-Match", second).put(ROW, "{\"Surf\":\"O\"}"));
        ok(office.with("If-Match", header(office.get(ROW), "ETag")).delete(ROW));
    }

    @Test
    void X7_a_change_can_depend_on_what_is_not_there_any_more() {
        String tag = tag(ROW);
        for (String header : new String[] {"*", tag, "W/" + tag, "\"x\"," + tag, tag + " more", "x", "\"x"}) {
            refused(office.with("If-None-Match", header).put(ROW, "{\"Surf\":\"O\"}"), 412, "PRECONDITION_FAILED", RULED_OUT);
            refused(office.with("If-None-Match", header).delete(ROW), 412, "PRECONDITION_FAILED", RULED_OUT);
        }
        assertThat(tag(ROW)).isEqualTo(tag);
        ok(office.with("If-None-Match", "\"x\"").put(ROW, "{\"Surf\":\"O\"}"));
        ok(office.with("If-None-Match", tag).delete(ROW));
    }

    @Test
    void X7_what_would_be_refused_anyway_is_refused_for_its_own_reason() {
        for (String name : new String[] {"If-Match", "If-None-Match"}) {
            WireClient client = office.with(name, "*").with("If-Match", "\"x\"");
            refused(client.put("/proctps/x", "{}"), 400, "PARAMETER_INVALID");
            refused(client.put(ROW, "["), 400, "BODY_INVALID");
            refused(client.put(ROW, "{\"Priority\":21}"), 400, "FIELD_INVALID");
            refused(client.put("/proctps/7777", "{}"), 404, "PROC_TP_NOT_FOUND");
            refused(client.delete("/proctps/7777"), 404, "PROC_TP_NOT_FOUND");
            refused(client.put("/proctps/1001", "{\"Surf\":\"O\"}"), 400, "TREAT_PLAN_SIGNED");
            refused(client.delete("/proctps/1001"), 400, "TREAT_PLAN_SIGNED");
        }
        refused(reader.with("If-Match", "*").delete(ROW), 401, "NOT_AUTHORIZED");
        refused(otherOffice.with("If-Match", tag(ROW)).delete(ROW), 412, "PRECONDITION_FAILED");
    }

    @Test
    void X7_a_plan_is_changed_signed_and_removed_only_as_it_was_read() {
        String plan = "/treatplans/120";
        String first = tag(plan);
        HttpResponse<String> changed = office.with("If-Match", first).put(plan, "{\"Note\":\"x\"}");
        assertThat(ok(changed)).isEqualTo(ok(office.get(plan)));
        assertThat(header(changed, "ETag")).isEqualTo(tag(plan)).isNotEqualTo(first);
        for (String stale : new String[] {first, "W/" + tag(plan), tag("/treatplans?PatNum=415"), ""}) {
            refused(office.with("If-Match", stale).put(plan, "{\"isSigned\":\"true\"}"), 412, "PRECONDITION_FAILED", STALE);
            refused(office.with("If-Match", stale).delete(plan), 412, "PRECONDITION_FAILED", STALE);
        }
        refused(office.with("If-None-Match", "*").put(plan, "{\"Note\":\"y\"}"), 412, "PRECONDITION_FAILED", RULED_OUT);
        assertThat(ok(office.get(plan))).isEqualTo(changed.body());
        String signed = header(office.with("If-Match", tag(plan)).put(plan, "{\"isSigned\":\"true\"}"), "ETag");
        refused(office.with("If-Match", "\"x\"").delete(plan), 400, "TREAT_PLAN_SIGNED");
        refused(office.with("If-Match", "\"x\"").put(plan, "{\"Note\":\"y\"}"), 400, "TREAT_PLAN_SIGNED");
        ok(office.with("If-Match", signed).put(plan, "{\"isSigned\":\"false\"}"));
        ok(office.with("If-Match", tag(plan)).delete(plan));
        refused(office.with("If-Match", "*").delete(plan), 404, "TREAT_PLAN_NOT_FOUND");
    }

    @Test
    void X7_no_update_is_lost_that_depends_on_what_was_read() throws Exception {
        ok(office.put(ROW, "{\"Discount\":0}"));
        CyclicBarrier allHaveRead = new CyclicBarrier(CLIENTS);
        List<Integer> tries = together(() -> {
            HttpResponse<String> read = office.get(ROW);
            await(allHaveRead);
            int tried = 1;
            while (increment(office.with("If-Match", header(read, "ETag")), read).statusCode() == 412) {
                read = office.get(ROW);
                tried++;
            }
            return tried;
        });
        assertThat(ok(office.get(ROW))).contains("\"Discount\":" + CLIENTS + ".0,");
        // all of them have read the same, so only one of them could be right
        assertThat(tries.stream().filter(tried -> tried == 1)).hasSize(1);
    }

    @Test
    void X7_updates_that_depend_on_nothing_are_lost_in_the_same_race() throws Exception {
        ok(office.put(ROW, "{\"Discount\":0}"));
        CyclicBarrier allHaveRead = new CyclicBarrier(CLIENTS);
        together(() -> {
            HttpResponse<String> read = office.get(ROW);
            await(allHaveRead);
            return ok(increment(office, read));
        });
        assertThat(ok(office.get(ROW))).contains("\"Discount\":1.0,");
    }

    private static HttpResponse<String> increment(WireClient client, HttpResponse<String> read) {
        String discount = ok(read).replaceFirst(".*\"Discount\":([0-9]+)\\.0,.*", "$1");
        return client.put(ROW, "{\"Discount\":" + (Integer.parseInt(discount) + 1) + "}");
    }

    private static void await(CyclicBarrier barrier) throws InterruptedException, BrokenBarrierException, TimeoutException {
        barrier.await(30, TimeUnit.SECONDS);
    }

    private static <T> List<T> together(Callable<T> work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<T>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                all.add(clients.submit(work));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : all) {
                results.add(one.get(50, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            clients.shutdownNow();
        }
    }

    private String tag(String path) {
        return header(office.get(path), "ETag");
    }
}
