package proctp.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Finds out what the service sends to PostgreSQL for a request, by sending one to a second service of the same jar, with a {@link Tap}
 * between that and the database.
 */
final class Capture implements AutoCloseable {

    private static final String DISCOUNT = "17431.77";

    /** By then the driver has prepared the statements, and the service knows the key. */
    private static final int REQUESTS_BEFORE = 20;

    private final Postgres postgres;
    private final IntFunction<Sample> samples;
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

        private Sample of(Kind kind) {
            return kind == Kind.LONG_LIST ? new Sample(key, practice, Office.LONG_PLAN, row) : this;
        }

        private Map<BigDecimal, String> drawn() {
            Map<BigDecimal, String> drawn = new HashMap<>();
            drawn.put(number(practice), "practice");
            drawn.put(number(plan), "plan");
            drawn.put(number(row), "row");
            drawn.put(new BigDecimal(DISCOUNT), "discount");
            return drawn;
        }

        private static BigDecimal number(long num) {
            return BigDecimal.valueOf(num).stripTrailingZeros();
        }
    }

    /** @param samples as many as are asked for, from 0 on; none is asked for the same twice, which might be answered from memory */
    Capture(Path jar, Postgres postgres, IntFunction<Sample> samples, Path log) throws IOException {
        this.postgres = postgres;
        this.samples = samples;
        this.tap = new Tap(postgres.port());
        this.service = Service.start(jar, postgres.settings(tap.port()), samples.apply(0).key(), log);
    }

    /**
     * For pgbench: what the service does for such requests, see {@link Script#same}.
     *
     * @param draw draws numbers for them, in pgbench's language
     */
    Script script(Kind kind, String draw) throws IOException {
        int asked = 0;
        while (asked < REQUESTS_BEFORE) {
            heard(kind, samples.apply(asked++).of(kind));
        }
        List<List<Sent>> before = List.of();
        Sample sample = samples.apply(asked++).of(kind);
        List<List<Sent>> sent = heard(kind, sample);
        // what the service asks now and then for itself is no part of it
        while (!texts(sent).equals(texts(before))) {
            before = sent;
            sample = samples.apply(asked++).of(kind);
            sent = heard(kind, sample);
        }
        return Script.same(draw, sent, sample.drawn(), kind.name().toLowerCase(Locale.ROOT), postgres::type);
    }

    private List<List<Sent>> heard(Kind kind, Sample sample) throws IOException {
        String tag = "-";
        // the day on which a key was used is noted with its first request of that day, and the names of a practice's priorities are known
        // for a second: a request for another plan leaves both behind
        new Http(service.base()).ask("GET", Kind.LIST.path(sample.plan() % Office.PLANS + 1, 0), sample.key(), tag, "");
        if (kind.isUpdate()) {
            // so that the next one changes it
            send(kind, sample, tag, "1");
        } else if (kind == Kind.NOT_MODIFIED) {
            tag = new Http(service.base()).ask("GET", kind.path(sample.plan(), sample.row()), sample.key(), tag, "").tag();
        }
        tap.heard();
        send(kind, sample, tag, DISCOUNT);
        return tap.heard();
    }

    private static List<List<String>> texts(List<List<Sent>> roundTrips) {
        return roundTrips.stream().map(roundTrip -> roundTrip.stream().map(Sent::text).toList()).toList();
    }

    private void send(Kind kind, Sample sample, String tag, String discount) throws IOException {
        String path = kind.path(sample.plan(), sample.row());
        Http.Answer answer = new Http(service.base()).ask(kind.isUpdate() ? "PUT" : "GET", path, sample.key(), tag,
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
