package proctp.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A service under the load of wrk. */
final class Wrk {

    private static final Path SCRIPT = Path.of("benchmarks", "requests.lua");

    private Wrk() {
    }

    /** @param targets the file that {@link Targets} has written */
    static Contender contender(String name, Service service, Case each, Path targets) {
        return new Contender(name, service.pid(), seconds -> {
            Measured measured = Measured.ofWrk(Program.run(List.of("wrk", "-t1", "-c" + each.connections(), "-d" + seconds + "s",
                    "-s", SCRIPT.toString(), service.base(), "--", targets.toString(), String.valueOf(each.updates())), Map.of()).output());
            service.count(measured.requests());
            return measured;
        });
    }
}
