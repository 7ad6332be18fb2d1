package proctp.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import proctp.bootstrap.Main;

/**
 * Loads the {@link Office} beside a running service by the service's own commands, all in one JVM. It has the environment that the
 * service has. One that was interrupted goes on where it stopped.
 */
final class Loader {

    private static final Pattern AUTHORIZATION = Pattern.compile("\"authorization\" *: *\"([^\"]*)\"");

    private Loader() {
    }

    /** @param arguments how many practices are there already, the file of the keys, and a directory for the files of the import */
    public static void main(String[] arguments) throws IOException {
        Path keys = Path.of(arguments[1]);
        Path files = Path.of(arguments[2]);
        for (int practice = 1 + Integer.parseInt(arguments[0]); practice <= Office.PRACTICES; practice++) {
            OfficeFiles.write(practice, files);
            System.err.println(command("import", files.toString(), "--practice", String.valueOf(practice)).strip());
        }
        for (int practice = 1 + made(keys).size(); practice <= Office.PRACTICES; practice++) {
            Matcher made = AUTHORIZATION.matcher(command("key", "add", "--practice", String.valueOf(practice),
                    "--developer", "Benchmark Software", "--name", "Benchmark", "--json"));
            if (!made.find()) {
                throw new IllegalStateException("key add has said no key.");
            }
            Files.writeString(keys, made.group(1) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** The keys that were made: what the header Authorization is for each practice, from 1 on. */
    static List<String> made(Path keys) throws IOException {
        return Files.exists(keys) ? Files.readAllLines(keys) : List.of();
    }

    /** What a command prints; one that fails ends this process. */
    private static String command(String... arguments) {
        PrintStream standard = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            Main.main(arguments);
        } finally {
            System.setOut(standard);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
