package proctp.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** Sees to it that the {@link Office} is in the data directory of a running service. */
final class LoadedOffice {

    private LoadedOffice() {
    }

    /** One of the keys in a data directory; while there is none, one that nobody has. */
    static String anyKey(Path office) throws IOException {
        return Loader.made(Loader.keyFile(office)).stream().findFirst().orElse("ODFHIR none/none");
    }

    /** The keys of its practices: what the header Authorization is for each, from 1 on. Loads what is not there yet. */
    static List<String> keys(Options options, Postgres postgres) throws IOException, SQLException {
        List<String> made = Loader.made(Loader.keyFile(options.office()));
        if (made.size() == Office.PRACTICES) {
            return made;
        }
        System.err.printf("Loading %d practices, once; a run that finds them goes on at once.%n", Office.PRACTICES);
        int imported = Integer.parseInt(postgres.ask("select count(*) from practice where lastproctpnum > 0"));
        List<String> keys = Loader.load(options.jar(), options.office(), imported + 1,
                IntStream.rangeClosed(1, Office.PRACTICES).boxed().toList());
        postgres.ask("vacuum analyze");
        postgres.ask("checkpoint");
        return keys;
    }
}
