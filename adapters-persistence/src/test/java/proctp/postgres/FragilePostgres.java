package proctp.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL of a test's own, which can be frozen, killed and started again where it was. */
final class FragilePostgres implements AutoCloseable {

    private final Path directory;
    private EmbeddedPostgres server;

    FragilePostgres(Path directory) throws IOException {
        this.directory = directory.resolve("data");
        this.server = start(0);
        ThrowAwayPostgres.execute(url(), "create role %1$s login; create role %2$s login; grant create on schema public to %1$s"
                .formatted(ThrowAwayPostgres.OWNER.user(), ThrowAwayPostgres.SERVICE.user()));
    }

    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory).setCleanDataDirectory(false).setServerConfig("max_connections", "30");
        return port == 0 ? builder.start() : builder.setPort(port).start();
    }

    /** Where it is, in the words of a URL with these parameters more. */
    PostgresSettings settings(String parameters) {
        return new PostgresSettings(url() + parameters, ThrowAwayPostgres.SERVICE, Optional.of(ThrowAwayPostgres.OWNER), 3,
                SampleOn.WAITING);
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    /** Stops all of its processes where they are: who asks gets no answer, and no error either. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    /** Ends it as {@code pg_ctl stop -m immediate} does. */
    void crash() throws Exception {
        ProcessHandle postmaster = postmaster().orElseThrow();
        signal("-QUIT", Stream.of(postmaster));
        postmaster.onExit().get(10, SECONDS);
    }

    /** Starts it on what a crash has left. */
    void restart() throws IOException {
        // gives its lock on the directory back
        server.close();
        server = start(server.getPort());
    }

    private void signal(String name) {
        postmaster().ifPresent(postmaster ->
                signal(name, Stream.concat(Stream.of(postmaster), postmaster.descendants())));
    }

    private static void signal(String name, Stream<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("kill", name));
        processes.map(process -> Long.toString(process.pid())).forEach(command::add);
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private Optional<ProcessHandle> postmaster() {
        Path pid = directory.resolve("postmaster.pid");
        try {
            return Files.exists(pid)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        thaw();
        server.close();
    }
}
