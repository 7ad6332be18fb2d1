package proctp.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
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

    /** Behind which arguments they come. */
    private static final int PRACTICES = 3;

    private Loader() {
    }

    /**
     * Begins in a process of its own.
     *
     * @param arguments a directory for the files of the import, the first practice to import, the file of the keys, and the numbers of
     *                  the practices that have a key there, in this order
     */
    public static void main(String[] arguments) throws IOException {
        for (int practice = Integer.parseInt(arguments[1]); practice <= Office.PRACTICES; practice++) {
            OfficeFiles.write(practice, Path.of(arguments[0]));
            System.err.println(command("import", arguments[0], "--practice", String.valueOf(practice)).strip());
        }
        Path keys = Path.of(arguments[2]);
        List<String> practices = List.of(arguments).subList(PRACTICES, arguments.length);
        for (String practice : practices.subList(made(keys).size(), practices.size())) {
            Matcher made = AUTHORIZATION.matcher(command("key", "add", "--practice", practice,
                    "--developer", "Benchmark Software", "--name", "Benchmark", "--json"));
            if (!made.find()) {
                throw new IllegalStateException("key add has said no key.");
            }
            Files.writeString(keys, made.group(1) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /**
     * Has a process of its own load an office.
     *
     * @param office   the data directory of the embedded database
     * @param toImport the first practice to import
     * @param withKeys the practices that are to have a key
     * @return the keys: what the header Authorization is for each of these
     */
    static List<String> load(Path jar, Path office, int toImport, List<Integer> withKeys) throws IOException {
        List<String> command = new ArrayList<>(List.of(Service.java(), "-cp", jar + ":" + System.getProperty("java.class.path"),
                Loader.class.getName(), office.resolveSibling("import").toString(), String.valueOf(toImport), keyFile(office).toString()));
        withKeys.forEach(practice -> command.add(String.valueOf(practice)));
        ProcessBuilder loader = new ProcessBuilder(command).inheritIO();
        Program.give(loader, Service.SETTINGS, Service.settings(0));
        loader.environment().remove("JDK_JAVA_OPTIONS");
        loader.environment().put("PROCTP_DATA_DIR", office.toString());
        try {
            if (loader.start().waitFor() != 0) {
                throw new IOException("The office was not loaded: what the command says is above.");
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
        return made(keyFile(office));
    }

    /** Where the keys of the practices in a data directory are. */
    static Path keyFile(Path office) {
        return office.resolve("benchmark-keys");
    }

    /** The keys that were made: what the header Authorization is for each practice that has one. */
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
