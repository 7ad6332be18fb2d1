package proctp.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One of those that take turns in a case.
 *
 * @param name of its line in the table
 * @param load makes its load for so many seconds
 */
record Contender(String name, Round load) {

    /** Makes a load and measures it. */
    @FunctionalInterface
    interface Round {
        Measured run(int seconds) throws IOException;
    }

    /** A service, under the load of wrk. */
    static Contender service(String name, Service service, Case each, Path requestsLua, Path targets) {
        return new Contender(name, seconds -> {
            List<String> command = List.of("wrk", "-t1", "-c" + each.connections(), "-d" + seconds + "s", "-s", requestsLua.toString(),
                    service.base(), "--", targets.toString(), String.valueOf(each.load().updates()));
            return Measured.ofWrk(Program.run(command, Map.of()).output());
        });
    }

    /**
     * PostgreSQL alone, under the load of pgbench, with as many clients as the case has, but no more than the embedded server takes.
     *
     * @param scripts how often each of these comes
     */
    static Contender pgbench(String name, Case each, Map<Script, Integer> scripts, Map<String, String> environment, Path directory) {
        int clients = Math.min(each.connections(), MOST_CLIENTS);
        List<String> fixed = new ArrayList<>();
        for (Map.Entry<Script, Integer> script : scripts.entrySet()) {
            Path file = directory.resolve("pgbench-" + name.replace(' ', '-') + "-" + fixed.size() + ".sql");
            fixed.add("-f" + script.getKey().writtenTo(file) + "@" + script.getValue());
            script.getKey().constants().forEach((variable, value) -> fixed.add("-D" + variable + "=" + value));
        }
        return new Contender(name, seconds -> {
            List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-Mprepared", "-c" + clients,
                    "-j" + Math.min(clients, 2), "-T" + seconds));
            command.addAll(fixed);
            return Measured.ofPgbench(Program.run(command, environment));
        });
    }

    /** The embedded server has 50 connections, of which the service may have 10, a second one 10 more, and superusers have 3. */
    private static final int MOST_CLIENTS = 24;
}
