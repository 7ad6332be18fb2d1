package proctp.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An office of some size with its service, made by SQL, since an import of many millions of rows takes long. Its rows are in plans of ten,
 * and these are spread evenly over its practices; there are no changes.
 */
final class GrownOffice implements AutoCloseable {

    /** So many of its practices have a key; they are spread evenly, too. */
    private static final int KEYS = 1_000;
    private static final int FIRST_SAMPLE = 12;
    private static final int NO_ROW = -1;
    private static final int REQUESTS = 20_000;
    private static final Case ONE_CONNECTION = Case.of("list-10@1");

    private final int rows;
    private final int practices;
    private final Path directory;
    private final Service service;
    private final Postgres postgres;
    private final List<String> keys;

    private GrownOffice(Path directory, Path jar) throws IOException, SQLException {
        String[] size = directory.getFileName().toString().split("x");
        this.rows = Integer.parseInt(size[0]);
        this.practices = Integer.parseInt(size[1]);
        this.directory = Files.createDirectories(directory);
        Path office = directory.resolve("office");
        this.service = Service.start(jar, Map.of("PROCTP_DATA_DIR", office.toString()), LoadedOffice.anyKey(office),
                directory.resolve("service"));
        this.postgres = Postgres.of(office);
        if (postgres.ask("select count(*) from practice").equals("0")) {
            fill();
        }
        this.keys = Loader.load(jar, office, Office.PRACTICES + 1, withKeys());
    }

    /** @param directory for the office, which is made when it is not there; its name says how many rows and practices, as in 10000x100 */
    static GrownOffice open(Path directory, Path jar) throws IOException, SQLException {
        System.err.println("Making or finding " + directory + ".");
        return new GrownOffice(directory, jar);
    }

    private int plans() {
        return rows / practices / Office.ROWS;
    }

    private List<Integer> withKeys() {
        int count = Math.min(KEYS, practices);
        return IntStream.rangeClosed(1, count).map(each -> (int) ((long) each * practices / count)).boxed().toList();
    }

    private void fill() throws IOException, SQLException {
        // the triggers judge one row after the other, which would take longer than all the rest
        postgres.ask("""
                set session_replication_role = replica;
                insert into practice (practice_id, name, lasttreatplannum, lastproctpnum, lastdefnum)
                select practice, 'Practice ' || practice, %2$d, %2$d * %3$d, 20 from generate_series(1, %1$d) practice;
                insert into definition (practice_id, defnum, category, itemorder, itemname)
                select practice, num, 20, num - 1, 'Phase ' || num from generate_series(1, %1$d) practice, generate_series(1, 20) num;
                insert into treatplan (practice_id, treatplannum, patnum, datetp, heading, note, tpstatus, secdatetedit)
                select practice, plan, 1 + plan / 3, '2025-01-06', 'Proposed Treatment Plan', 'Estimates are valid for 90 days.', 'Saved',
                       '2025-01-06 15:00+00'
                from generate_series(1, %1$d) practice, generate_series(1, %2$d) plan;
                insert into proctp (practice_id, proctpnum, treatplannum, patnum, procnumorig, itemorder, priority, toothnumtp, surf, proccode,
                                    descript, feeamt, priinsamt, patamt, discount, prognosis, dx, procabbr, secdateentry, secdatetedit, datetp)
                select practice, %3$d * (plan - 1) + place, plan, 1 + plan / 3, 10000 + plan, place - 1, 1 + (plan + place) %% 20, '14', 'MOD',
                       'S0111', 'Filling, two or more surfaces', 205, 131.2, 32.8, 41, 'Good', 'D1', 'Fill2', '2025-01-06',
                       '2025-01-06 15:00+00', '2025-01-06'
                from generate_series(1, %1$d) practice, generate_series(1, %2$d) plan, generate_series(1, %3$d) place
                """.formatted(practices, plans(), Office.ROWS));
        postgres.ask("vacuum analyze");
        postgres.ask("checkpoint");
    }

    /** The service, for practices that have a key, and pgbench with the same statements for all of them; each on one connection. */
    List<Contender> contenders(Path jar) throws IOException {
        Path targets = directory.resolve("targets");
        try (BufferedWriter lines = Files.newBufferedWriter(targets)) {
            for (int i = 0; i < REQUESTS; i++) {
                int key = i % keys.size();
                long plan = 1 + i / keys.size() * 7919L % plans();
                lines.write("GET\t/api/v1%s\t%s\t-\n".formatted(Kind.LIST.path(plan, 0), keys.get(key)));
            }
        }
        String draw = "\\set practice random(1, %d)\n\\set plan random(1, %d)\n".formatted(practices, plans());
        try (Capture capture = new Capture(jar, postgres, this::sample, directory.resolve("captured-service"))) {
            return List.of(Wrk.contender("service", service, ONE_CONNECTION, targets), Pgbench.contender("pgbench same", ONE_CONNECTION,
                    Map.of(capture.script(Kind.LIST, draw), 1), postgres.environment(Postgres.SERVICE), directory));
        }
    }

    /**
     * Of another practice each, or of another plan where there is only one; the numbers of the first are those of limits, too, and so may
     * be that of the last plan.
     */
    private Capture.Sample sample(int i) {
        int key = Math.min(FIRST_SAMPLE + i, keys.size() - 1);
        return new Capture.Sample(keys.get(key), withKeys().get(key), Math.max(1, plans() - 1) - (keys.size() == 1 ? i : 0), NO_ROW);
    }

    int rows() {
        return rows;
    }

    int practices() {
        return practices;
    }

    Postgres postgres() {
        return postgres;
    }

    @Override
    public void close() {
        service.close();
    }
}
