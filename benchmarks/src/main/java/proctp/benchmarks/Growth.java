package proctp.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Where benchmarks/run growth begins: asks offices of all sizes for the list of a plan of ten rows, and so shows what that costs in each. */
final class Growth {

    private static final List<String> SIZES = List.of("10000x100", "100000x100", "1000000x100", "10000000x100", "1000000x1",
            "1000000x25000");
    private static final Path DIRECTORY = Path.of("benchmarks", "target", "growth");
    private static final String HEAD = "%n%12s %10s %12s %11s %12s %13s %12s%n".formatted("rows", "practices", "service ms", "service us",
            "postgres us", "pgbench ms", "postgres us");

    private Growth() {
    }

    /** @param arguments options as {@link Options} reads them, and sizes as {@link GrownOffice} has them, or else the usual ones */
    public static void main(String[] arguments) throws IOException, SQLException {
        Options options = Options.of(Stream.of(arguments).filter(argument -> argument.startsWith("--")).toList());
        List<String> sizes = Stream.of(arguments).filter(argument -> !argument.startsWith("--")).toList();
        List<GrownOffice> offices = new ArrayList<>();
        try {
            for (String size : sizes.isEmpty() ? SIZES : sizes) {
                offices.add(GrownOffice.open(DIRECTORY.resolve(size), options.jar()));
            }
            System.out.println(Machine.line("PostgreSQL " + offices.get(0).postgres().ask("show server_version") + ", shared_buffers "
                    + offices.get(0).postgres().ask("show shared_buffers")));
            System.out.print(table(offices, options));
        } finally {
            offices.forEach(GrownOffice::close);
        }
        delete(DIRECTORY);
    }

    private static String table(List<GrownOffice> offices, Options options) throws IOException {
        Map<GrownOffice, List<Contender>> contenders = new LinkedHashMap<>();
        for (GrownOffice office : offices) {
            contenders.put(office, office.contenders(options.jar()));
            contenders.get(office).get(0).load().run(options.warmUp());
        }
        Map<Contender, List<Measured>> shown = new LinkedHashMap<>();
        for (int round = 0; round < options.rounds(); round++) {
            for (GrownOffice office : offices) {
                new Rounds(office.postgres().pid(), 1, options.seconds()).of(contenders.get(office))
                        .forEach((contender, measured) -> shown.computeIfAbsent(contender, first -> new ArrayList<>()).addAll(measured));
            }
        }
        StringBuilder table = new StringBuilder(HEAD);
        contenders.forEach((office, both) -> table.append(line(office, shown.get(both.get(0)), shown.get(both.get(1)))));
        return table.toString();
    }

    private static String line(GrownOffice office, List<Measured> service, List<Measured> pgbench) {
        return String.format(Locale.ROOT, "%,12d %,10d %12.3f %11.0f %12.0f %13.3f %12.0f%n", office.rows(), office.practices(),
                Report.median(service, Measured::p50), Report.perRequest(service, Measured::service),
                Report.perRequest(service, Measured::postgres), Report.median(pgbench, each -> 1_000 / each.perSecond()),
                Report.perRequest(pgbench, Measured::postgres));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
