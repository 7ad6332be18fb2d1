package proctp.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import proctp.contract.wire.WireClient;

/** The packaged service as a process of its own, as an operator runs it; in the everyday build compiled once, see {@code test.jit}. */
final class RunningJar implements AutoCloseable {

    private static final Path JAR = Path.of("target", "proctp.jar").toAbsolutePath();
    private static final List<String> OPTIONS =
            Stream.of(System.getProperty("test.jit", "").split(" ")).filter(option -> !option.isEmpty()).toList();
    private static final int SECONDS = 60;
    private static final long SIGINT_BIT = 1 << 1;

    private final Process process;
    private final Path errors;
    private final List<String> printed = new ArrayList<>();

    private RunningJar(Map<String, String> settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(OPTIONS);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        errors = Files.createTempFile("proctp", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PROCTP_"));
        builder.environment().putAll(settings);
        process = builder.start();
    }

    /** The settings of one with this data directory, on free ports, and more of them as names and values in turns. */
    static Map<String, String> settings(Path directory, String... more) {
        Map<String, String> settings = new HashMap<>(Map.of("PROCTP_DATA_DIR", directory.toString(), "PROCTP_PORT", "0",
                "PROCTP_ADMIN_PORT", "0"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    /** The programs that run out of this data directory, which are those of its PostgreSQL. */
    static List<String> programs(Path directory) {
        return ProcessHandle.allProcesses().flatMap(process -> process.info().command().stream())
                .filter(program -> Path.of(program).startsWith(directory)).toList();
    }

    /** Starts it and waits until it has said all that it says when it is up. */
    static RunningJar up(Map<String, String> settings) throws IOException {
        RunningJar jar = new RunningJar(settings);
        BufferedReader out = jar.process.inputReader(UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            jar.printed.add(line);
            if (line.startsWith("Stop it with")) {
                return jar;
            }
        }
        throw new IllegalStateException("It ended with " + jar.exitCode() + ": " + jar.errors());
    }

    /** Starts it and waits only until this file is there, if it ever is. */
    static RunningJar launched(Map<String, String> settings, Path untilThere, String... arguments)
            throws IOException, InterruptedException {
        RunningJar jar = new RunningJar(settings, arguments);
        while (!Files.exists(untilThere) && !jar.process.waitFor(2, TimeUnit.MILLISECONDS)) {
            // the moment after is the one to meet
        }
        return jar;
    }

    /** Starts it where it must end by itself. */
    static RunningJar ended(Map<String, String> settings, String... arguments) throws IOException {
        RunningJar jar = new RunningJar(settings, arguments);
        jar.process.inputReader(UTF_8).lines().forEach(jar.printed::add);
        jar.exitCode();
        return jar;
    }

    /** What it printed on standard output, line by line. */
    List<String> printed() {
        return printed;
    }

    /** What it printed on standard error. */
    String errors() throws IOException {
        return Files.readString(errors);
    }

    /** Waits until this is in what it prints on standard error. */
    void awaitError(String text) throws IOException, InterruptedException {
        while (!errors().contains(text)) {
            if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("It ended without " + text);
            }
        }
    }

    /** The base URL that it printed, without the path. */
    URI base() {
        String line = printed.stream().filter(text -> text.contains("Base URL: ")).findFirst().orElseThrow();
        return URI.create(line.replaceFirst(".*Base URL: (http://[^/]+)/api/v1", "$1"));
    }

    /** Somebody who calls it with the key of the sample that may do all. */
    WireClient office() {
        return WireClient.of(base(), "DEMOCUSTOMERKEY1");
    }

    /** Its exit code, once it has ended. */
    int exitCode() {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not end within " + SECONDS + " seconds.");
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Ctrl-C, or SIGTERM where the shell that began it all makes its background jobs deaf to Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        String signal = ignoresCtrlC() ? "-TERM" : "-INT";
        new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
        exitCode();
    }

    private boolean ignoresCtrlC() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.exists(status) && Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGINT_BIT) != 0);
    }

    /** SIGTERM, and the exit code that it ends with. */
    int exitCodeWhenToldToStop() {
        process.destroy();
        return exitCode();
    }

    /** {@code kill -9} */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** SIGTERM, if it is still there. */
    @Override
    public void close() throws IOException {
        process.destroy();
        exitCode();
        Files.deleteIfExists(errors);
    }
}
