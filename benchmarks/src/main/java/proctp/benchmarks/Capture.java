package proctp.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds out what the service sends to PostgreSQL for a request, by sending one to a second service of the same jar, with a {@link Tap}
 * between that and the database.
 */
final class Capture implements AutoCloseable {

    /** Unlike all other numbers that a statement has, so that they are known again. */
    private static final int PRACTICE = 113;
    private static final long PLAN = 453;
    private static final long ROW = Office.firstRow(PLAN) + 6;
    private static final String DISCOUNT = "17431.77";

    /** By then the driver has prepared the statements, and the service knows the key. */
    private static final int REQUESTS_BEFORE = 20;

    private final Postgres postgres;
    private final String key;
    private final Tap tap;
    private final Service service;

    /** @param keys what the header Authorization is for each practice, from 1 on */
    Capture(Path jar, Postgres postgres, List<String> keys, Path log) throws IOException {
        this.postgres = postgres;
        this.key = keys.get(PRACTICE - 1);
        this.tap = new Tap(postgres.port());
        this.service = Service.start(jar, postgres.settings(tap.port()), key, log);
    }

    /** For pgbench: what the service does for such requests, see {@link Script#same}. */
    Script script(Kind kind) throws IOException {
        Http http = new Http(service.base());
        long plan = kind == Kind.LONG_LIST ? Office.LONG_PLAN : PLAN;
        String path = kind.path(plan, ROW);
        String tag = kind == Kind.NOT_MODIFIED ? http.ask("GET", path, key, "-", "").tag() : "-";
        for (int i = 0; i < REQUESTS_BEFORE; i++) {
            send(http, kind, path, tag, "%d.25".formatted(i));
        }
        tap.heard();
        send(http, kind, path, tag, DISCOUNT);
        return Script.same(kind, tap.heard(), drawn(plan), kind.name().toLowerCase(Locale.ROOT), postgres::type);
    }

    private void send(Http http, Kind kind, String path, String tag, String discount) throws IOException {
        Http.Answer answer = http.ask(kind.isUpdate() ? "PUT" : "GET", path, key, tag,
                kind.isUpdate() ? "{\"Discount\":\"" + discount + "\"}" : "");
        if (answer.status() != (kind == Kind.NOT_MODIFIED ? 304 : 200)) {
            throw new IOException("%s was answered with %d: %s".formatted(path, answer.status(), answer.body()));
        }
    }

    private static Map<BigDecimal, String> drawn(long plan) {
        Map<BigDecimal, String> drawn = new HashMap<>();
        drawn.put(BigDecimal.valueOf(PRACTICE), "practice");
        drawn.put(BigDecimal.valueOf(plan), "plan");
        drawn.put(BigDecimal.valueOf(ROW).stripTrailingZeros(), "row");
        drawn.put(new BigDecimal(DISCOUNT), "discount");
        return drawn;
    }

    /** The options of the service's connections, such as its time limits. */
    String options() {
        return tap.start().getOrDefault("options", "");
    }

    @Override
    public void close() {
        service.close();
        tap.close();
    }
}
