package proctp.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service, in a process of its own, as its users run it. */
final class Service implements AutoCloseable {

    /** How the names of its settings begin. */
    static final String SETTINGS = "PROCTP_";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int STOP_SECONDS = 60;

    private final Process process;
    private final String base;
    private Duration firstAnswer = Duration.ZERO;
    private long answered;

    private Service(Process process, String base) {
        this.process = process;
        this.base = base;
    }

    /**
     * Starts it, and waits until it answers.
     *
     * @param settings its environment, beside what all that are measured have
     * @param key      what the header Authorization is of the first request
     * @param log      gets what it writes to standard error, as {@code .log}, and to standard output, as {@code .out}
     */
    static Service start(Path jar, Map<String, String> settings, String key, Path log) throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(java(), "-jar", jar.toString())
                .redirectError(log.resolveSibling(log.getFileName() + ".log").toFile())
                .redirectOutput(log.resolveSibling(log.getFileName() + ".out").toFile());
        Program.give(builder, SETTINGS, settings(port));
        builder.environment().putAll(settings);
        Service service = new Service(builder.start(), "http://127.0.0.1:" + port + "/api/v1");
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        service.awaitFirstAnswer(key, log);
        return service;
    }

    /** The program that runs this, too. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What JDK_JAVA_OPTIONS was when benchmarks/run was called. */
    static String javaOptions() {
        return System.getenv().getOrDefault("SERVICE_JAVA_OPTIONS", "");
    }

    /** No sample, and free ports; all else is as it comes. */
    static Map<String, String> settings(int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("PROCTP_PORT", String.valueOf(port));
        settings.put("PROCTP_ADMIN_PORT", "0");
        settings.put("PROCTP_SAMPLE", "false");
        settings.put("PROCTP_TIME_ZONE", "America/Chicago");
        if (!javaOptions().isEmpty()) {
            settings.put("JDK_JAVA_OPTIONS", javaOptions());
        }
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitFirstAnswer(String key, Path log) throws IOException {
        long start = System.nanoTime();
        while (!answers(key)) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                close();
                throw new IOException("The service did not start; it says:\n"
                        + Files.readString(log.resolveSibling(log.getFileName() + ".log")));
            }
        }
        firstAnswer = Duration.ofNanos(System.nanoTime() - start);
    }

    /** Of somebody without a key, a refusal is an answer, too: the database has been asked for it. */
    private boolean answers(String key) {
        try {
            Thread.sleep(5);
            return new Http(base).ask("GET", "/proctps?TreatPlanNum=1", key, "-", "").status() < 500;
        } catch (IOException | InterruptedException notYet) {
            return false;
        }
    }

    /** What comes before the path of every request. */
    String base() {
        return base;
    }

    /** So many requests more were answered. */
    void count(long requests) {
        answered += requests;
    }

    /** What people want to know of it besides. */
    String summary() throws IOException {
        return "the first answer %.2f s after its start; %d MB of memory after %,d requests".formatted(
                firstAnswer.toNanos() / (double) Duration.ofSeconds(1).toNanos(), ProcessTimes.residentMegabytes(pid()), answered);
    }

    long pid() {
        return process.pid();
    }

    /** Stops it in good order. A second call does nothing. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
