package proctp.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How benchmarks/run was called.
 *
 * @param cases   what to measure; empty to load the office only
 * @param rounds  how many, from 1
 * @param seconds how long each turn of a round is, from 1
 * @param warmUp  how many seconds a service is under load before its first round, from 1
 * @param jar     the service
 * @param against another jar of it that takes turns with it, if there is one
 * @param office  the data directory of the embedded database
 */
record Options(List<Case> cases, int rounds, int seconds, int warmUp, Path jar, Optional<Path> against, Path office) {

    /** With their defaults; {@code ""} for none. */
    private static final Map<String, String> NAMES = Map.of("rounds", "5", "seconds", "10", "warm-up", "30",
            "jar", "bootstrap/target/proctp.jar", "against", "", "office", "benchmarks/target/office");

    /**
     * Reads the command line: options as {@code --name=value}, and words.
     *
     * @throws IllegalArgumentException when it is not understood, with what would be right
     */
    static Options of(List<String> arguments) {
        Map<String, String> given = new LinkedHashMap<>(NAMES);
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                String[] parts = argument.substring(2).split("=", 2);
                if (parts.length < 2 || !NAMES.containsKey(parts[0])) {
                    throw new IllegalArgumentException("There is no option %s, but these, each with = and a value: --%s."
                            .formatted(argument, String.join(", --", NAMES.keySet().stream().sorted().toList())));
                }
                given.put(parts[0], parts[1]);
            } else {
                words.add(argument);
            }
        }
        return new Options(cases(words), number(given, "rounds"), number(given, "seconds"), number(given, "warm-up"),
                Path.of(given.get("jar")), Optional.of(given.get("against")).filter(jar -> !jar.isEmpty()).map(Path::of),
                Path.of(given.get("office")));
    }

    private static List<Case> cases(List<String> words) {
        return words.isEmpty() ? Case.all() : words.stream().filter(word -> !word.equals("load")).map(Case::of).toList();
    }

    private static int number(Map<String, String> given, String name) {
        String value = given.get(name);
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("--%s must be a whole number from 1 on, not %s.".formatted(name, value));
        }
        return Integer.parseInt(value);
    }
}
