package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** What the database's own line between the practices costs a client that lists a plan, side by side with services without it. */
@Tag("load")
class PolicyCostLoadTest {

    private static final double MOST = 1.10;
    /** How many each connection reads in a round: fewer where they are many, since short rounds meet the same weather. */
    private static int lists(int connections) {
        return connections == 1 ? 100 : 50;
    }

    @TempDir
    private static Path temporary;

    private static OfficeThreeTimes office;

    private static final byte[][] REQUESTS =
            LongStream.range(0, OfficeThreeTimes.PLANS).mapToObj(n -> ListReader.request(OfficeThreeTimes.FIRST + n)).toArray(byte[][]::new);

    @BeforeAll
    static void serve() throws Exception {
        office = new OfficeThreeTimes(OfficeDirectory.used(temporary));
        office.ports().forEach((way, port) -> assertThat(WireClient.of(URI.create("http://127.0.0.1:" + port), SampleOffice.CUSTOMER_KEY)
                .get("/proctps?TreatPlanNum=" + OfficeThreeTimes.FIRST).body().split("\"ProcTPNum\"")).as(way).hasSize(1 + 10));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 150", "8, 90"})
    void a_list_costs_at_most_a_tenth_more_than_without_policies(int connections, int rounds) throws Exception {
        Map<String, Long> usual = new TreeMap<>();
        nanosOfRounds(connections, rounds).forEach((way, nanos) ->
                // the first third warms up
                usual.put(way, lowerQuartile(nanos.subList(rounds / 3, rounds))));

        System.out.printf("a list over HTTP, of %d connections at once:%n", connections);
        usual.forEach((way, nanos) -> System.out.printf("    %-24s %.1f microseconds, %.3f%n",
                way, nanos / 1e3, ratio(usual, way)));
        assertThat(ratio(usual, OfficeThreeTimes.BOUND)).isLessThanOrEqualTo(MOST);
    }

    private static double ratio(Map<String, Long> usual, String way) {
        return 1.0 * usual.get(way) / usual.get(OfficeThreeTimes.UNNAMED);
    }

    /** Of each round, for one list. Rounds are short and their order changes, so that whatever else the machine does is shared evenly. */
    private static Map<String, List<Long>> nanosOfRounds(int connections, int rounds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        Map<String, List<ListReader>> readers = new TreeMap<>();
        Map<String, List<Long>> nanos = new TreeMap<>();
        try {
            for (String way : office.ports().keySet()) {
                nanos.put(way, new ArrayList<>());
                readers.put(way, connect(office.ports().get(way), connections));
            }
            List<String> order = new ArrayList<>(nanos.keySet());
            for (int round = 0; round < rounds; round++) {
                Collections.rotate(order, 1);
                for (String way : order) {
                    long start = System.nanoTime();
                    read(threads, readers.get(way), round);
                    nanos.get(way).add((System.nanoTime() - start) / (lists(connections) * connections));
                }
            }
            return nanos;
        } finally {
            threads.shutdownNow();
            for (List<ListReader> all : readers.values()) {
                for (ListReader reader : all) {
                    reader.close();
                }
            }
        }
    }

    private static List<ListReader> connect(int port, int connections) throws IOException {
        List<ListReader> readers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            readers.add(new ListReader(port));
        }
        return readers;
    }

    /** Each reader reads so many lists, all at once. */
    private static void read(ExecutorService threads, List<ListReader> readers, int round) throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < readers.size(); i++) {
            ListReader reader = readers.get(i);
            int first = round * 7_919 + i * 1_259;
            work.add(() -> {
                for (int list = 0; list < lists(readers.size()); list++) {
                    reader.read(REQUESTS[(first + list * 4_729) % REQUESTS.length]);
                }
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }
    }

    /** What it takes while nobody else is at work on the machine. */
    private static long lowerQuartile(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 4).findFirst().orElseThrow();
    }
}
