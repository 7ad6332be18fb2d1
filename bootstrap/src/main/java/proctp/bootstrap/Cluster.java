package proctp.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The files of the database itself, in {@code data}.
 *
 * @param home the data directory as {@link Path#toRealPath} says it
 */
record Cluster(Path home) {
    private static final String TEMPORARY = "data.new";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(10);

    /** Whether there is one; under its name there is never half of one. */
    boolean exists() {
        return Files.exists(home.resolve("data"));
    }

    /**
     * Checks that the files are of this PostgreSQL.
     *
     * @throws StartException when another major version made them, or they are no database at all
     */
    void requireOurVersion() throws IOException {
        Path file = home.resolve("data").resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new StartException(("%s is not a PostgreSQL database: move it away, or set PROCTP_DATA_DIR to another"
                    + " directory.").formatted(file.getParent()));
        }
        String version = Files.readString(file).strip();
        if (!version.equals(PostgresBinaries.MAJOR)) {
            throw new StartException(("The database in %s was made by PostgreSQL %s, but this ProcTP carries PostgreSQL"
                    + " %s: use the ProcTP that made it, or set PROCTP_DATA_DIR to another directory.")
                    .formatted(file.getParent(), version, PostgresBinaries.MAJOR));
        }
    }

    /** Makes an empty one; a kill on the way leaves nothing that the next start would take for one. */
    void create(PostgresCommand command, String user, SecretFile password) throws IOException {
        removeUnfinished();
        Path temporary = Files.createTempDirectory(home, TEMPORARY);
        int exitCode = command.run(home, "initdb", List.of("-D", temporary.getFileName().toString(), "-U", user,
                "--pwfile", password.file().getFileName().toString(), "--auth=scram-sha-256", "--encoding=UTF8",
                "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        if (exitCode != 0) {
            throw new StartException("PostgreSQL could not make its database: " + command.output().lastWords() + ".");
        }
        PrivateFiles.rename(temporary, home.resolve("data"));
    }

    private void removeUnfinished() throws IOException {
        List<Path> unfinished = PrivateFiles.startingWith(home, TEMPORARY);
        if (!unfinished.isEmpty()) {
            endStrays();
        }
        for (Path directory : unfinished) {
            PrivateFiles.deleteTree(directory);
        }
    }

    /** Where there is no database yet, a program of ours can only be the initdb of a ProcTP that was killed. */
    private void endStrays() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (List<ProcessHandle> strays = strays(); !strays.isEmpty(); strays = strays()) {
            if (System.nanoTime() - end > 0) {
                throw new StartException("PostgreSQL (process %d) in %s does not stop: end that process, then start again."
                        .formatted(strays.get(0).pid(), home));
            }
            strays.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private List<ProcessHandle> strays() {
        // one that has ended but that nobody has asked about yet still counts as alive, but has no program any more
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().filter(program -> Path.of(program).startsWith(home))
                        .isPresent())
                .toList();
    }
}
