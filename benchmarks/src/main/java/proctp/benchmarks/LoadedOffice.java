package proctp.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Sees to it that the {@link Office} is in the data directory of a running service. */
final class LoadedOffice {

    private LoadedOffice() {
    }

    private static Path keyFile(Path office) {
        return office.resolve("benchmark-keys");
    }

    /** One of the keys in a data directory; while there is none, one that nobody has. */
    static String anyKey(Path office) throws IOException {
        return Loader.made(keyFile(office)).stream().findFirst().orElse("ODFHIR none/none");
    }

    /** The keys of its practices: what the header Authorization is for each, from 1 on. Loads what is not there yet. */
    static List<String> keys(Options options, Postgres postgres) throws IOException, SQLException, InterruptedException {
        Path keys = keyFile(options.office());
        int practices = Integer.parseInt(postgres.ask("select count(*) from practice where lastproctpnum > 0"));
        if (practices < Office.PRACTICES || Loader.made(keys).size() < Office.PRACTICES) {
            System.err.printf("Loading %d practices, once; a run that finds them goes on at once.%n", Office.PRACTICES);
            load(options, practices, keys);
            postgres.ask("vacuum analyze");
            postgres.ask("checkpoint");
        }
        return Loader.made(keys);
    }

    private static void load(Options options, int practices, Path keys) throws IOException, InterruptedException {
        Path files = options.office().resolveSibling("import");
        ProcessBuilder loader = new ProcessBuilder(Service.java(), "-cp", options.jar() + ":" + System.getProperty("java.class.path"),
                Loader.class.getName(), String.valueOf(practices), keys.toString(), files.toString());
        loader.environment().putAll(Service.settings(0));
        loader.environment().put("PROCTP_DATA_DIR", options.office().toString());
        int exitCode = loader.inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IOException("The office was not loaded: what the import says is above.");
        }
    }
}
