package proctp.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Finds out what the service sends to PostgreSQL for a request, by sending one to a second service of the same jar, with a {@link Tap}
 * between that and the database.
 */
final class Capture implements AutoCloseable {

    private static final String DISCOUNT = "17431.77";

    /** By then the driver has prepared the statements, and the service knows the key. */
    private static final int REQUESTS_BEFORE = 20;

    private final Postgres postgres;
    private final Sample sample;
    private final Tap tap;
    private final Service service;

    /**
     * What the requests are about. Its numbers are unlike all others that a statement has, so that they are known again.
     *
     * @param key  what the header Authorization is for the practice
     * @param plan not signed
     * @param row  of that plan
     */
    record Sample(String key, long practice, long plan, long row) {

        private Sample ofPlan(long other) {
            return new Sample(key, practice, other, row);
        }

        private Map<BigDecimal, String> drawn() {
            Map<BigDecimal, String> drawn = new HashMap<>();
            drawn.put(BigDecimal.valueOf(practice), "practice");
            drawn.put(BigDecimal.valueOf(plan), "plan");
            drawn.put(BigDecimal.valueOf(row), "row");
            drawn.put(new BigDecimal(DISCOUNT), "discount");
            return drawn;
        }
    }

    Capture(Path jar, Postgres postgres, Sample sample, Path log) throws IOException {
        this.postgres = postgres;
        this.sample = sample;
        this.tap = new Tap(postgres.port());
        this.service = Service.start(jar, postgres.settings(tap.port()), sample.key(), log);
    }

    /** For pgbench: what the service does for such requests, see {@link Script#same}. */
    Script script(Kind kind) throws IOException {
        return script(kind, kind == Kind.LONG_LIST ? sample.ofPlan(Office.LONG_PLAN) : sample, kind.draw());
    }

    /** For pgbench: what the service does for a list, where the practice and the plan are drawn like that. */
    Script script(String draw) throws IOException {
        return script(Kind.LIST, sample, draw);
    }

    private Script script(Kind kind, Sample asked, String draw) throws IOException {
        Http http = new Http(service.base());
        String path = kind.path(asked.plan(), asked.row());
        String tag = kind == Kind.NOT_MODIFIED ? http.ask("GET", path, asked.key(), "-", "").tag() : "-";
        for (int i = 0; i < REQUESTS_BEFORE; i++) {
            send(http, kind, path, tag, "%d.25".formatted(i));
        }
        tap.heard();
        send(http, kind, path, tag, DISCOUNT);
        return Script.same(draw, tap.heard(), asked.drawn(), kind.name().toLowerCase(Locale.ROOT), postgres::type);
    }

    private void send(Http http, Kind kind, String path, String tag, String discount) throws IOException {
        Http.Answer answer = http.ask(kind.isUpdate() ? "PUT" : "GET", path, sample.key(), tag,
                kind.isUpdate() ? "{\"Discount\":\"" + discount + "\"}" : "");
        if (answer.status() != (kind == Kind.NOT_MODIFIED ? 304 : 200)) {
            throw new IOException("%s was answered with %d: %s".formatted(path, answer.status(), answer.body()));
        }
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
