package proctp.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;

/** The running server of one data directory, started and stopped with pg_ctl. */
final class Postmaster {
    /**
     * On the command line these win over every configuration file. No value may need quoting: pg_ctl hands them to a
     * shell. What a client sent must not reach the log, since it can be about a patient; the message of an ERROR alone
     * often quotes a value, so the log begins at LOG, which is above ERROR. The service hears of the errors anyway. Passwords are
     * 256 bits of chance, which nobody guesses: to hash one 4,096 times would only cost each new connection its time.
     */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1", "unix_socket_directories=",
            "fsync=on", "synchronous_commit=on", "full_page_writes=on",
            "max_connections=50", "scram_iterations=1", "TimeZone=UTC", "log_timezone=UTC",
            "logging_collector=off", "log_destination=stderr",
            "log_min_messages=log", "log_min_error_statement=panic", "log_error_verbosity=terse",
            "log_statement=none", "log_min_duration_statement=-1", "log_min_duration_sample=-1",
            "log_transaction_sample_rate=0", "log_duration=off",
            "log_parameter_max_length=0", "log_parameter_max_length_on_error=0",
            "log_checkpoints=off", "log_lock_waits=off");
    private static final int ATTEMPTS = 3;

    private final Path home;
    private final PostgresCommand command;
    private final PostgresLog log;

    /**
     * Describes the server; starts nothing.
     *
     * @param home the data directory as {@link Path#toRealPath} says it, with the cluster in {@code data}
     */
    Postmaster(Path home, PostgresCommand command) {
        this.home = home;
        this.command = command;
        this.log = new PostgresLog(home.resolve("postgres.log"));
    }

    /**
     * Starts the server, after whatever a killed ProcTP left behind is out of the way. Only for the holder of the
     * directory's lock.
     *
     * @param freePort asked again when somebody else was quicker to take the port
     * @return the port on 127.0.0.1
     */
    int start(IntSupplier freePort) throws IOException {
        log.rotate();
        clearTheWay();
        for (int attempt = 1;; attempt++) {
            int port = freePort.getAsInt();
            long mark = log.size();
            if (pgCtl("start", "-t", "60", "-l", log.file().getFileName().toString(), "-o", options(port)) == 0) {
                return port;
            }
            String fault = log.fault(mark).orElseGet(command.output()::lastWords);
            stop();
            if (attempt == ATTEMPTS || !fault.contains("TCP/IP sockets")) {
                throw new StartException("PostgreSQL did not start: " + fault + ".");
            }
        }
    }

    /**
     * Stops the server if it runs: cutting its clients off first, and the hard way if that takes too long, which loses
     * nothing that was committed.
     */
    void stop() throws IOException {
        for (String mode : List.of("fast", "immediate")) {
            if (ours().isPresent()) {
                pgCtl("stop", "-t", "30", "-m", mode);
            }
        }
        Optional<ProcessHandle> survivor = ours();
        if (survivor.isPresent()) {
            throw new StartException("PostgreSQL (process %d) in %s does not stop: end that process, then start again."
                    .formatted(survivor.get().pid(), home));
        }
    }

    /** Completes when the server has ended, at once when there is none. */
    CompletableFuture<ProcessHandle> ended() throws IOException {
        return ours().map(ProcessHandle::onExit).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /**
     * After a reboot the number in the file can be some other program's. PostgreSQL would take that one for its own and
     * refuse to start, so the file goes; a server that lives all the same still keeps a second one out by the shared
     * memory that belongs to the directory.
     */
    private void clearTheWay() throws IOException {
        stop();
        Optional<Long> pid = PostmasterNote.read(home).pid();
        if (pid.flatMap(ProcessHandle::of).isPresent() || pid.isEmpty()) {
            Files.deleteIfExists(PostmasterNote.file(home));
        }
    }

    private Optional<ProcessHandle> ours() throws IOException {
        return PostmasterNote.read(home).server();
    }

    /**
     * pg_ctl makes the server the leader of a session of its own, so that Ctrl-C on the terminal reaches the service
     * but not its database, and what is in flight can still be saved. The paths are relative: it quotes badly.
     */
    private int pgCtl(String action, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(action, "-s", "-w", "-D", "data"));
        all.addAll(List.of(arguments));
        return command.run(home, "pg_ctl", all);
    }

    private static String options(int port) {
        StringBuilder options = new StringBuilder("-c port=" + port);
        SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
        return options.toString();
    }
}
