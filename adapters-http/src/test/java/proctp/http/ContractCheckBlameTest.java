package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.application.sample.SampleOffice;

/** Whom the check of the wire contract blames for nothing, and for what only as a rule of ours. */
class ContractCheckBlameTest {

    private static final InMemoryServer SERVER = new InMemoryServer();

    private URI server;

    @BeforeEach
    void fresh() {
        server = SERVER.fresh();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** A real Open Dental stores doubles, and nobody knows what it makes of a pattern that says nothing. */
    @Test
    void who_differs_only_in_what_is_ours_is_not_blamed_without_additions() {
        try (Meddler vendor = new Meddler(server, (sent, onward) -> {
            Reply reply = onward.pass(sent.path().endsWith("DateFormatString=") ? sent.to("GET", sent.path().replaceFirst("&[^&]*$", ""), "") : sent);
            return sent.resource().matches("(?i)/proctps/?") ? reply.saying(reply.body().replace("\"FeeAmt\":204.0", "\"FeeAmt\":33.333333333333336"))
                    : reply;
        })) {
            Checked checked = Checked.at(vendor.address(), "--without-additions");
            assertThat(checked.exitCode()).as(String.join("\n", checked.out())).isZero();
            assertThat(Checked.at(vendor.address()).line("S3")).contains(" FAILED ").endsWith("[ours]");
        }
    }

    @Test
    void what_answers_only_an_addition_is_held_to_every_rule_as_ours() {
        try (Meddler meddler = new Meddler(server, (sent, onward) -> sent.path().length() > 10_000 || sent.method().equals("OPTIONS")
                ? new Reply(414, Map.of("Content-Type", "text/plain"), "{}") : onward.pass(sent))) {
            Checked checked = Checked.at(meddler.address());
            assertThat(checked.failed()).contains("B1", "B2");
            assertThat(checked.out()).filteredOn(line -> line.contains(" FAILED ")).allMatch(line -> line.contains("[ours]"));
        }
    }

    @Test
    void X9_a_server_that_compares_bodies_by_what_they_say_keeps_the_rule() {
        try (Meddler strips = new Meddler(server, (sent, onward) -> onward.pass(sent.to(sent.method(), sent.path(), sent.body().strip())))) {
            assertThat(Checked.at(strips.address(), "--write").line("X9")).isEqualTo("X9 ok");
        }
    }

    @Test
    void who_works_there_meanwhile_makes_no_rule_fail() {
        AtomicInteger edits = new AtomicInteger();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (Meddler busy = new Meddler(server, (sent, onward) -> {
            String path = sent.path();
            if (path.matches("(?i).*(/PROCTPS[?]|/proctps/[?]|^/proctps[?]|&Limit=1|/proctps/976|[?]PatNum=7|&SecDateTEdit=2|TimeFormat).*")
                    && sent.headers().getOrDefault("Authorization", "").contains(SampleOffice.CUSTOMER_KEY) && seen.add(path)) {
                onward.pass(sent.to("PUT", "/api/v1/proctps/976", "{\"Dx\":\"" + edits.incrementAndGet() + "\"}"));
            }
            return onward.pass(sent);
        })) {
            Checked checked = Checked.at(busy.address());
            assertThat(checked.failed()).as(String.join("\n", checked.out())).isEmpty();
            assertThat(edits.get()).isGreaterThan(6);
        }
    }

    @Test
    void F1_that_hidden_definitions_are_left_out_is_seen_only_where_there_is_one() {
        try (Meddler deaf = new Meddler(server, (sent, onward) -> onward.pass(
                sent.to(sent.method(), sent.path().replaceFirst("includeHidden=true", "includeHidden=false"), sent.body())))) {
            assertThat(Checked.at(deaf.address()).line("F1")).isEqualTo("F1 ok (in part: takes a definition that is hidden, and"
                    + " GET /definitions?includeHidden=true&Limit=1000 lists none)");
        }
    }
}
