package proctp.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How benchmarks/run was called.
 *
 * @param cases   what to measure; empty to load the office only
 * @param rounds  how many, from 1
 * @param seconds how long each turn of a round is
 * @param warmUp  how many seconds the service is under load before the first round; a third of it before a later case
 * @param jar     the service
 * @param office  the data directory of the embedded database
 */
record Options(List<Case> cases, int rounds, int seconds, int warmUp, Path jar, Path office) {

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException when it is not understood, with what would be right
     */
    static Options of(String[] arguments) {
        List<Case> cases = new ArrayList<>();
        int rounds = 5;
        int seconds = 10;
        int warmUp = 30;
        Path jar = Path.of("bootstrap", "target", "proctp.jar");
        Path office = Path.of("benchmarks", "target", "office");
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : "") {
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--seconds" -> seconds = Integer.parseInt(value);
                case "--warm-up" -> warmUp = Integer.parseInt(value);
                case "--jar" -> jar = Path.of(value);
                case "--office" -> office = Path.of(value);
                default -> {
                    if (!argument.equals("load")) {
                        cases.add(Case.of(argument));
                    }
                }
            }
        }
        return new Options(cases.isEmpty() && arguments.length == 0 ? List.of(Case.of("list-10")) : cases, rounds, seconds, warmUp, jar, office);
    }
}
