package proctp.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where benchmarks/run begins: measures one case after the other. */
final class Benchmarks implements AutoCloseable {

    /** What part of the warm-up is enough for a service that has answered other requests. */
    private static final int LATER = 3;

    private final Options options;
    private final Path directory;
    private final Path targets;
    private final Service service;
    private final Postgres postgres;
    private final List<String> keys;
    private final Map<Kind, Script> scripts = new EnumMap<>(Kind.class);
    private String connectionOptions = "";
    private boolean warm;

    private Benchmarks(Options options) throws IOException, SQLException {
        this.options = options;
        this.directory = Files.createDirectories(options.office().resolveSibling("run"));
        this.targets = directory.resolve("targets");
        this.service = Service.start(options.jar(), Map.of("PROCTP_DATA_DIR", options.office().toString()),
                LoadedOffice.anyKey(options.office()), directory.resolve("service"));
        this.postgres = Postgres.of(options.office());
        this.keys = LoadedOffice.keys(options, postgres);
    }

    /** @param arguments as {@link Options} reads them */
    public static void main(String[] arguments) throws IOException, SQLException {
        try (Benchmarks benchmarks = new Benchmarks(Options.of(List.of(arguments)))) {
            benchmarks.run();
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    private void run() throws IOException, SQLException {
        System.out.println(Machine.line("PostgreSQL " + postgres.ask("show server_version") + ", shared_buffers "
                + postgres.ask("show shared_buffers")));
        if (!options.cases().isEmpty()) {
            capture();
        }
        for (Case each : options.cases()) {
            measure(each);
        }
        System.out.println("\nThe service: " + service.summary() + ".");
    }

    private void capture() throws IOException {
        try (Capture capture = new Capture(options.jar(), postgres, Office.samples(keys), directory.resolve("captured-service"))) {
            for (Case each : options.cases()) {
                for (Kind kind : each.kinds().keySet()) {
                    if (!scripts.containsKey(kind)) {
                        scripts.put(kind, capture.script(kind, kind.draw()));
                    }
                }
            }
            connectionOptions = capture.options();
        }
    }

    private void measure(Case each) throws IOException, SQLException {
        new Targets(keys, service.base()).write(each, targets);
        List<Contender> contenders = new ArrayList<>(List.of(Wrk.contender("service", service, each, targets),
                same("pgbench same", each, postgres.environment(Postgres.SERVICE)), plain(each)));
        List<Service> seconds = seconds(each, contenders);
        try {
            for (Contender contender : contenders) {
                contender.load().run(warmUp(contender));
            }
            warm = true;
            System.out.print(Report.of(each, new Rounds(postgres.pid(), options.rounds(), options.seconds()).of(contenders)));
        } finally {
            seconds.forEach(Service::close);
        }
    }

    private int warmUp(Contender contender) {
        if (contender.service() == 0) {
            return 1;
        }
        return contender.service() == service.pid() && warm ? Math.max(1, options.warmUp() / LATER) : options.warmUp();
    }

    /** The services beside the first, which are made contenders, too. */
    private List<Service> seconds(Case each, List<Contender> contenders) throws IOException, SQLException {
        SecondServices starter = new SecondServices(postgres, keys.get(0), directory);
        Map<String, Service> seconds = new LinkedHashMap<>();
        if (options.against().isPresent()) {
            seconds.put("other jar", starter.of(options.against().get()));
        }
        switch (each.beside()) {
            case WITHOUT_POLICIES -> {
                seconds.put("service, no policies", starter.withoutPolicies(options.jar()));
                contenders.add(same("pgbench same, no policies", each, starter.unboundEnvironment()));
            }
            case WITHOUT_LOG -> seconds.put("service, no access log", starter.withoutLog(options.jar()));
            default -> { }
        }
        seconds.forEach((name, second) -> contenders.add(Wrk.contender(name, second, each, targets)));
        return List.copyOf(seconds.values());
    }

    private Contender same(String name, Case each, Map<String, String> role) throws IOException {
        Map<String, String> environment = new HashMap<>(role);
        environment.put("PGOPTIONS", connectionOptions);
        Map<Script, Integer> all = new LinkedHashMap<>();
        each.kinds().forEach((kind, share) -> all.put(scripts.get(kind), share));
        return Pgbench.contender(name, each, all, environment, directory);
    }

    private Contender plain(Case each) throws IOException {
        Map<Script, Integer> all = new LinkedHashMap<>();
        each.kinds().forEach((kind, share) -> all.put(Script.plain(kind), share));
        return Pgbench.contender("pgbench plain", each, all, postgres.environment(Postgres.SUPERUSER), directory);
    }

    @Override
    public void close() {
        service.close();
    }
}
