package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What a person sees of long work; here each record takes a millisecond. */
class ProgressTest {

    private final StringWriter said = new StringWriter();
    private long millis;

    @Test
    void on_a_terminal_it_is_one_line_that_is_gone_in_the_end() {
        work(true, 1_000, 2_000);
        assertThat(said.toString()).isEqualTo("\rImporting: [#######                       ] 500 of 2,000 records"
                + "\rImporting: [###############               ] 1,000 of 2,000 records"
                + "\r" + " ".repeat(66) + "\r");
    }

    @Test
    void elsewhere_it_is_a_line_every_five_seconds() {
        work(false, 12_345, 20_000);
        assertThat(said.toString()).isEqualTo("Importing: 5,000 of 20,000 records\nImporting: 10,000 of 20,000 records\n");
    }

    @Test
    void more_than_was_expected_fills_the_bar_and_no_more() {
        work(true, 500, 400);
        assertThat(said.toString()).startsWith("\rImporting: [##############################] 500 of 400 records");
    }

    @Test
    void what_has_no_known_end_is_counted() {
        work(false, 5_000, 0);
        assertThat(said.toString()).isEqualTo("Importing: 5,000 records\n");
    }

    private void work(boolean isTerminal, int steps, long total) {
        Progress progress = new Progress(new PrintWriter(said, true), isTerminal, new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(millis);
            }
        });
        progress.begin("Importing", total);
        for (int i = 0; i < steps; i++) {
            millis++;
            progress.step();
        }
        progress.end();
    }
}
