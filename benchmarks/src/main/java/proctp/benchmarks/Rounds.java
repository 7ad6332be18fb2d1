package proctp.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has contenders take turns, so that what happens to the machine meanwhile happens to all of them.
 *
 * @param postgres the process that started all of PostgreSQL's
 * @param count    how many rounds
 * @param seconds  how long each contender's turn is
 */
record Rounds(long postgres, int count, int seconds) {

    private static final int SETTLE_MILLIS = 500;

    /** What each has shown in each round, in their order; the first one of a round is another each time. */
    Map<Contender, List<Measured>> of(List<Contender> contenders) throws IOException {
        Map<Contender, List<Measured>> shown = new LinkedHashMap<>();
        contenders.forEach(contender -> shown.put(contender, new ArrayList<>()));
        for (int round = 0; round < count; round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                Contender contender = contenders.get((round + turn) % contenders.size());
                shown.get(contender).add(measure(contender));
            }
        }
        return shown;
    }

    private Measured measure(Contender contender) throws IOException {
        long serviceBefore = ProcessTimes.micros(contender.service());
        long postgresBefore = ProcessTimes.microsWithChildren(postgres);
        Measured measured = contender.load().run(seconds);
        // at once: it still answers what wrk did not wait for
        long service = ProcessTimes.micros(contender.service()) - serviceBefore;
        settle();
        return measured.with(service, ProcessTimes.microsWithChildren(postgres) - postgresBefore);
    }

    /** Processes of PostgreSQL that end are counted with those that run or with those that have ended, and for a moment with neither. */
    private static void settle() {
        try {
            Thread.sleep(SETTLE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
