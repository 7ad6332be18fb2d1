package proctp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** pgbench is to do what the service has done, for other rows each time. */
class ScriptTest {

    private static final String DRAW = "\\set practice random(1, 200)\n";
    private static final Map<BigDecimal, String> DRAWN = Map.of(BigDecimal.valueOf(113), "practice", new BigDecimal("17431.77"), "discount");

    @Test
    void statements_that_were_sent_together_are_sent_together() {
        String script = script(List.of(sent("BEGIN"), sent("select 1")), List.of(sent("select 2")), List.of(sent("COMMIT")));
        assertThat(script).isEqualTo("""
                \\startpipeline
                BEGIN;
                select 1;
                \\endpipeline
                select 2;
                COMMIT;
                """);
    }

    @Test
    void what_the_request_was_about_is_drawn_and_all_else_stays_as_it_was_sent() {
        Script script = Script.same(DRAW, List.of(List.of(new Sent("update x set a = $1, b = $2, c = $3 where d = $4 offset $5 rows",
                List.of(1700, 0, 20, 1043, 20), Arrays.asList("17431.7700", "2026-11-26 01:02:03+00", null, "113", "5")))),
                DRAWN, "c", type -> "type" + type);
        assertThat(script.text()).endsWith("update x set a = (:discount::type1700), b = (:c0), c = (null::type20)"
                + " where d = (:practice::type1043) offset (:c1::type20) rows;\n");
        assertThat(script.constants()).isEqualTo(Map.of("c0", "2026-11-26 01:02:03+00", "c1", "5"));
    }

    @Test
    void the_question_whose_key_it_is_is_left_out() {
        assertThat(script(List.of(sent("select * from apikey_of($1)")), List.of(sent("select 1"), sent("select from apikey_of($1)")),
                List.of(sent("")))).isEqualTo("select 1;\n");
    }

    private static Sent sent(String text) {
        return new Sent(text, List.of(), List.of());
    }

    @SafeVarargs
    private static String script(List<Sent>... roundTrips) {
        String text = Script.same(DRAW, List.of(roundTrips), DRAWN, "c", String::valueOf).text();
        assertThat(text).startsWith(DRAW);
        return text.substring(DRAW.length());
    }
}
