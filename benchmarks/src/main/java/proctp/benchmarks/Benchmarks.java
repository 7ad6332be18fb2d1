package proctp.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where benchmarks/run begins: measures one case after the other. */
final class Benchmarks implements AutoCloseable {

    private static final int LATER_WARM_UP = 3;

    private final Options options;
    private final Path directory;
    private final Service service;
    private final Postgres postgres;
    private final List<String> keys;
    private final Map<Kind, Script> scripts = new EnumMap<>(Kind.class);
    private String connectionOptions = "";
    private int warmUp;

    private Benchmarks(Options options) throws IOException, SQLException, InterruptedException {
        this.options = options;
        this.warmUp = options.warmUp();
        this.directory = Files.createDirectories(options.office().resolveSibling("run"));
        Path keyFile = options.office().resolve("benchmark-keys");
        String key = Loader.made(keyFile).stream().findFirst().orElse("ODFHIR none/none");
        this.service = Service.start(options.jar(), Map.of("PROCTP_DATA_DIR", options.office().toString()), key,
                directory.resolve("service"));
        this.postgres = Postgres.of(options.office());
        this.keys = LoadedOffice.keys(options, postgres);
    }

    /** @param arguments as {@link Options} reads them */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        try (Benchmarks benchmarks = new Benchmarks(Options.of(arguments))) {
            benchmarks.run();
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    private void run() throws IOException, SQLException {
        System.out.println(Machine.line("PostgreSQL " + postgres.ask("show server_version") + ", shared_buffers "
                + postgres.ask("show shared_buffers")));
        capture();
        for (Case each : options.cases()) {
            measure(each);
        }
        System.out.printf("%nThe service had its first answer %.2f s after its start, and has %d MB of memory now.%n",
                service.firstAnswer().toMillis() / (double) Duration.ofSeconds(1).toMillis(), ProcessTimes.residentMegabytes(service.pid()));
    }

    private void capture() throws IOException {
        if (options.cases().isEmpty()) {
            return;
        }
        try (Capture capture = new Capture(options.jar(), postgres, keys, directory.resolve("captured-service"))) {
            for (Case each : options.cases()) {
                for (Kind kind : each.load().kinds().keySet()) {
                    scripts.put(kind, capture.script(kind));
                }
            }
            connectionOptions = capture.options();
        }
    }

    private void measure(Case each) throws IOException {
        Path targets = directory.resolve("targets");
        new Targets(keys, service.base()).write(each.load(), targets);
        Contender measured = Contender.service("service", service, each, Path.of("benchmarks", "requests.lua"), targets);
        List<Contender> contenders = List.of(measured, same(each), plain(each));
        measured.load().run(warmUp);
        warmUp = Math.max(1, options.warmUp() / LATER_WARM_UP);
        Rounds rounds = new Rounds(service.pid(), postgres.pid(), options.rounds(), options.seconds());
        System.out.print(Report.of(each, rounds.of(contenders)));
    }

    private Contender same(Case each) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(postgres.environment(Postgres.SERVICE));
        environment.put("PGOPTIONS", connectionOptions);
        Map<Script, Integer> all = new LinkedHashMap<>();
        each.load().kinds().forEach((kind, share) -> all.put(scripts.get(kind), share));
        return Contender.pgbench("pgbench same", each, all, environment, directory);
    }

    private Contender plain(Case each) throws IOException {
        Map<Script, Integer> all = new LinkedHashMap<>();
        each.load().kinds().forEach((kind, share) -> all.put(Script.plain(kind), share));
        return Contender.pgbench("pgbench plain", each, all, postgres.environment(Postgres.SUPERUSER), directory);
    }

    @Override
    public void close() {
        service.close();
    }
}
