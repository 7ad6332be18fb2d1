package proctp.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL alone, under the load of pgbench. */
final class Pgbench {

    /** The embedded server has 50 connections, of which the service may have 10, a second one 10 more, and superusers have 3. */
    private static final int MOST_CLIENTS = 24;
    /** More than one, so that pgbench is not what is measured. */
    private static final int THREADS = 2;

    private Pgbench() {
    }

    /**
     * With as many clients as the case has connections, but no more than the embedded server takes.
     *
     * @param scripts     how often each of these comes
     * @param environment tells libpq where to go
     * @param directory   for its files
     */
    static Contender contender(String name, Case each, Map<Script, Integer> scripts, Map<String, String> environment, Path directory)
            throws IOException {
        int clients = Math.min(each.connections(), MOST_CLIENTS);
        List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-Mprepared", "-c" + clients, "-j" + Math.min(clients, THREADS)));
        for (Map.Entry<Script, Integer> entry : scripts.entrySet()) {
            Script script = entry.getKey();
            Path file = directory.resolve("%s-%d.sql".formatted(name.replaceAll("[^a-z]+", "-"), command.size()));
            command.add("-f" + Files.writeString(file, script.text()) + "@" + entry.getValue());
            script.constants().forEach((variable, value) -> command.add("-D" + variable + "=" + value));
        }
        return new Contender(name, 0, seconds -> {
            List<String> timed = new ArrayList<>(command);
            timed.add("-T" + seconds);
            return Measured.ofPgbench(Program.run(timed, environment));
        });
    }
}
