package proctp.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A ProcTP in a JVM of its own, for tests that kill it. */
final class KilledService {
    private KilledService() {
    }

    /** Starts the database of the directory, commits a row, says so and waits for the end. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
        OfficeDirectory.execute(database, "create table kept as select 'committed' as word");
        System.out.println("ready");
        Thread.sleep(Long.MAX_VALUE);
    }

    /** Starts the JVM, with a secret in its environment, and does not wait for it. */
    static Process launch(Path directory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                KilledService.class.getName(), directory.toString()).redirectErrorStream(true);
        builder.environment().put("PROCTP_KEY_SECRET", "hush hush hush hush");
        return builder.start();
    }

    /** The first line that the JVM says. */
    static String firstLine(Process service) throws IOException {
        return new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
