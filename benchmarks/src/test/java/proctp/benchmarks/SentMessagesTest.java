package proctp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.core.Oid;

/** What is measured is what the service sends, so the listener must hear all of it, as it is. */
class SentMessagesTest {

    private static final byte[] SYNC = message('S');
    private static final byte[] LIST = message('P', "S_1", "select $1", (short) 1, Oid.INT8);
    private static final byte[] OF_PLAN_963 = message('B', "", "S_1", (short) 1, (short) 1, (short) 1, Long.BYTES, 963L, (short) 0);
    private static final byte[] EXECUTE = message('E', "", 0);

    private final Map<String, String> start = new HashMap<>();
    private final List<List<Sent>> roundTrips = new ArrayList<>();
    private final SentMessages messages = new SentMessages(start::putAll, roundTrips::add);

    @BeforeEach
    void start() {
        take(body(8, 1234 << 16 | 5679));
        byte[] said = body(3 << 16, "user", "proctp_service", "options", "-c lock_timeout=5s", "");
        take(body(said.length + Integer.BYTES), said);
    }

    @Test
    void what_a_connection_says_at_its_start_is_heard_after_its_question_for_encryption() {
        assertThat(start).containsEntry("options", "-c lock_timeout=5s").containsEntry("user", "proctp_service").hasSize(2);
        assertThat(roundTrips).isEmpty();
    }

    @Test
    void a_statement_is_heard_with_its_values_each_time_that_it_is_sent() {
        take(LIST, OF_PLAN_963, EXECUTE, SYNC);
        take(message('B', "", "S_1", (short) 0, (short) 1, 1, (byte) '7', (short) 0), EXECUTE, SYNC);
        assertThat(roundTrips).containsExactly(
                List.of(new Sent("select $1", List.of(Oid.INT8), List.of("963"))),
                List.of(new Sent("select $1", List.of(Oid.INT8), List.of("7"))));
    }

    @Test
    void what_is_sent_in_one_go_is_one_round_trip_though_it_has_two_ends() {
        take(message('Q', "BEGIN"), LIST, OF_PLAN_963, EXECUTE, OF_PLAN_963, EXECUTE, SYNC);
        assertThat(roundTrips).hasSize(1);
        assertThat(roundTrips.get(0)).extracting(Sent::text).containsExactly("BEGIN", "select $1", "select $1");
    }

    @Test
    void bytes_that_come_one_by_one_are_put_together() {
        byte[] all = joined(LIST, OF_PLAN_963, EXECUTE, SYNC);
        for (byte each : all) {
            take(new byte[] {each});
        }
        assertThat(roundTrips).hasSize(1);
        assertThat(roundTrips.get(0)).extracting(Sent::values).containsExactly(List.of("963"));
    }

    @Test
    void a_binary_value_that_it_cannot_read_is_said_with_its_type() {
        take(message('P', "", "select $1", (short) 1, Oid.POINT));
        assertThatThrownBy(() -> take(message('B', "", "", (short) 1, (short) 1, (short) 1, Long.BYTES, 1L, (short) 0)))
                .hasMessageContaining("type " + Oid.POINT);
    }

    private void take(byte[]... sent) {
        byte[] all = joined(sent);
        messages.take(all, all.length);
    }

    private static byte[] message(char type, Object... parts) {
        byte[] body = body(parts);
        return joined(new byte[] {(byte) type}, body(body.length + Integer.BYTES), body);
    }

    private static byte[] body(Object... parts) {
        ByteBuffer body = ByteBuffer.allocate(1_000);
        for (Object part : parts) {
            if (part instanceof String text) {
                body.put(text.getBytes(StandardCharsets.UTF_8)).put((byte) 0);
            } else if (part instanceof Integer number) {
                body.putInt(number);
            } else if (part instanceof Short number) {
                body.putShort(number);
            } else if (part instanceof Long number) {
                body.putLong(number);
            } else {
                body.put((Byte) part);
            }
        }
        return Arrays.copyOf(body.array(), body.position());
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(10_000);
        for (byte[] part : parts) {
            all.put(part);
        }
        return Arrays.copyOf(all.array(), all.position());
    }
}
