package proctp.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were taken on. */
final class Machine {

    private static final long KILOBYTES_OF_A_GIGABYTE = 1L << 20;

    private Machine() {
    }

    /** One line. */
    static String line(String postgres) throws IOException {
        String options = Service.javaOptions().isEmpty() ? "without options" : "with " + Service.javaOptions();
        return "%d processors (%s), %d GB, %s %s, Java %s %s, %s".formatted(Runtime.getRuntime().availableProcessors(),
                first(Path.of("/proc/cpuinfo"), "model name"),
                Long.parseLong(first(Path.of("/proc/meminfo"), "MemTotal").replaceAll("[^0-9]", "")) / KILOBYTES_OF_A_GIGABYTE,
                System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("java.vm.version"), options, postgres);
    }

    private static String first(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse("unknown");
    }
}
