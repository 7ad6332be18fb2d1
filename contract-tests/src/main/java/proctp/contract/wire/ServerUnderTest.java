package proctp.contract.wire;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

/** What a test of a server supplies. */
public interface ServerUnderTest {

    /** The zone that the server must be set to. */
    ZoneId ZONE = ZoneId.of("America/Chicago");

    /** The clock that the server must go by: it reads 21:04:05 of the day before in {@link #ZONE}. */
    Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC);

    /** What {@link #CLOCK} reads in {@link #ZONE}, as it is written on the wire. */
    String NOW = "2026-01-01 21:04:05";

    /** The one origin whose pages the server must let in. */
    String ORIGIN = "https://app.example";

    /**
     * The base URL, without a path, of a server that holds the sample office and nothing else. Called before each test:
     * what an earlier test changed must be undone.
     */
    URI fresh() throws Exception;

    /** Everything that the server has stored, of every practice, a text for each row, in an order that stays the same. */
    List<String> stored() throws Exception;

    /** What sees every answer that the contracts get, before they look at it, and may find fault with it; nothing unless it is supplied. */
    default Consumer<WireAnswer> witness() {
        return WireAnswer.UNSEEN;
    }
}
