package proctp.bootstrap;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Runs one of PostgreSQL's programs to its end. */
final class PostgresCommand {
    private final Path binaries;
    private final Path output;
    private final List<String> prefix;

    /**
     * Prepares to run programs.
     *
     * @param binaries the directory with {@code bin} in it
     * @param output a file that takes what the program says, anew each time
     * @throws StartException when this user is one whom PostgreSQL does not run for
     */
    PostgresCommand(Path binaries, Path output) {
        this.binaries = binaries;
        this.output = output;
        this.prefix = prefix(PrivateFiles.POSIX && new UnixSystem().getUid() == 0, PostgresCommand::unshareWorks);
    }

    /**
     * What to put in front of a program: nothing, or for root, whom PostgreSQL refuses, the way into a user namespace
     * in which root is an ordinary user who still owns root's files.
     */
    static List<String> prefix(boolean root, BooleanSupplier unshareWorks) {
        if (!root) {
            return List.of();
        }
        if (!unshareWorks.getAsBoolean()) {
            throw new StartException("PostgreSQL does not run as root, and `unshare -U` does not work here: run ProcTP as"
                    + " an ordinary user, or set PROCTP_DATABASE_URL to a PostgreSQL of your own.");
        }
        return List.of("unshare", "-U");
    }

    /** Whether there are user namespaces and the user in them has a name, without which initdb gives up. */
    private static boolean unshareWorks() {
        try {
            return waitFor(silent(new ProcessBuilder("unshare", "-U", "id", "-un"))) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static ProcessBuilder silent(ProcessBuilder builder) {
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** The program's exit code, 0 when all is well. The directory is the one to run it in. */
    int run(Path directory, String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        // a file, not a pipe: on Windows the server inherits what pg_ctl writes to, and a pipe would never end
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile());
        // nothing of the caller's may steer the programs, and they have no business with our secrets
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith(Setting.PREFIX));
        builder.environment().put("LC_ALL", "C");
        return waitFor(builder);
    }

    private static int waitFor(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new StartException("ProcTP was interrupted while PostgreSQL was starting or stopping.", e);
        }
    }

    /** What the last program said. */
    PostgresLog output() {
        return new PostgresLog(output);
    }
}
