package proctp.bootstrap;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds variables that look like settings and are none: mostly slips of the finger. */
final class UnknownVariables {
    private static final int FARTHEST_SLIP = 2;

    private UnknownVariables() {
    }

    /** One sentence for each, in alphabetical order; never with the variable's value. */
    static List<String> warnings(Map<String, String> environment) {
        return environment.keySet().stream()
                .filter(name -> name.toUpperCase(Locale.ROOT).startsWith(Setting.PREFIX))
                .filter(name -> known().noneMatch(name::equals))
                .sorted()
                .map(UnknownVariables::warning)
                .toList();
    }

    private static String warning(String name) {
        return "%s is not a setting of ProcTP and has no effect%s".formatted(name,
                nearest(name).map(known -> "; did you mean " + known + "?").orElse("."));
    }

    private static Optional<String> nearest(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return known()
                .filter(known -> slips(upper, known) <= FARTHEST_SLIP)
                .min(Comparator.comparingInt(known -> slips(upper, known)));
    }

    private static Stream<String> known() {
        return Arrays.stream(Setting.values()).flatMap(setting -> setting.isSecret()
                ? Stream.of(setting.variable(), setting.fileVariable()) : Stream.of(setting.variable()));
    }

    /** How many characters must be added, dropped or changed to make one of the other. */
    private static int slips(String one, String other) {
        int[] above = new int[other.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int changed = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(changed, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[other.length()];
    }
}
