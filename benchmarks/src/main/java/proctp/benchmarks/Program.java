package proctp.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a program of others said, and how long it was on a CPU.
 *
 * @param output    on standard output
 * @param cpuMicros to within a tenth of a second
 */
record Program(String output, long cpuMicros) {

    private static final int PAUSE_MILLIS = 50;

    /**
     * Runs it to its end.
     *
     * @throws IOException when it is not there or fails, with what it says
     */
    static Program run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        give(builder, "PG", environment);
        Process process = builder.start();
        CompletableFuture<String> output = read(process.getInputStream());
        CompletableFuture<String> errors = read(process.getErrorStream());
        long micros = 0;
        try {
            while (!process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                micros = Math.max(micros, ProcessTimes.micros(process.pid()));
            }
        } catch (InterruptedException stopped) {
            process.destroy();
            throw new IOException(stopped);
        }
        if (process.exitValue() != 0) {
            throw new IOException("%s failed:\n%s%s".formatted(String.join(" ", command), output.join(), errors.join()));
        }
        return new Program(output.join(), micros);
    }

    /** Gives it an environment; what the caller has that begins so would steer it, too, and is taken away. */
    static void give(ProcessBuilder builder, String prefix, Map<String, String> environment) {
        builder.environment().keySet().removeIf(name -> name.startsWith(prefix));
        builder.environment().putAll(environment);
    }

    private static CompletableFuture<String> read(InputStream in) {
        return CompletableFuture.supplyAsync(() -> {
            try (in) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException failure) {
                return failure.toString();
            }
        });
    }
}
