package proctp.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Writes the requests that requests.lua draws from: a line each, with method, path, Authorization and If-None-Match or a hyphen. */
final class Targets {

    /** So many kinds of a request that the answers come from all over the tables. */
    private static final int MOST = 100_000;
    /** Each of these is asked for its tag first. */
    private static final int MOST_TAGS = 4_000;

    private final List<String> keys;
    private final Http http;
    private final Random random = new Random(7);

    /**
     * For the office that was loaded.
     *
     * @param keys what the header Authorization is for each practice, from 1 on
     */
    Targets(List<String> keys, String base) {
        this.keys = keys;
        this.http = new Http(base);
    }

    /** Those of a case. */
    void write(Case each, Path file) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            int most = each.kind() == Kind.NOT_MODIFIED ? MOST_TAGS : MOST;
            for (int i = 0; each.updates() < 100 && i < most; i++) {
                lines.write(line(each.kind()));
            }
            for (int i = 0; each.updates() > 0 && i < MOST; i++) {
                lines.write(line(Kind.UPDATE));
            }
        }
    }

    private String line(Kind kind) throws IOException {
        int practice = 1 + random.nextInt(keys.size());
        long plan = plan(kind);
        String path = kind.path(plan, Office.firstRow(plan) + random.nextInt(Office.rows(plan)));
        String key = keys.get(practice - 1);
        String tag = kind == Kind.NOT_MODIFIED ? http.ask("GET", path, key, "-", "").tag() : "-";
        return String.join("\t", kind.isUpdate() ? "PUT" : "GET", "/api/v1" + path, key, tag) + "\n";
    }

    private long plan(Kind kind) {
        long plan = 1 + random.nextInt(Office.LONG_PLAN);
        while (!kind.isFor(plan)) {
            plan = 1 + random.nextInt(Office.LONG_PLAN);
        }
        return plan;
    }
}
