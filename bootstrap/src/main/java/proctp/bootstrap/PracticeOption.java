package proctp.bootstrap;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import proctp.application.PracticeNum;

/** Which practice a command is about. */
final class PracticeOption {

    private static final int MOST_NAMED = 20;

    @Option(names = "--practice", paramLabel = "N", converter = WholeNumber.class,
            description = "Number of the practice. It can be left out while there is only one.")
    private Long wanted;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * The practice that was asked for, or else the only one.
     *
     * @param practices those that there are, and their names
     * @throws ParameterException when that is none of them, or not one
     */
    PracticeNum of(Map<PracticeNum, String> practices) {
        if (wanted != null && !practices.containsKey(new PracticeNum(wanted))) {
            throw wrong("There is no practice %d. %s".formatted(wanted, named(practices)));
        }
        if (wanted == null && practices.size() != 1) {
            throw wrong(practices.isEmpty() ? named(practices) : "--practice must say which one is meant. " + named(practices));
        }
        return wanted != null ? new PracticeNum(wanted) : practices.keySet().iterator().next();
    }

    /**
     * The practice that was asked for, which need not be there yet; or else the only one, or the first of an office without any.
     *
     * @throws ParameterException when nothing was asked for and there are several, or it is no number of a practice
     */
    PracticeNum orNew(Map<PracticeNum, String> practices) {
        if (wanted == null) {
            return practices.isEmpty() ? new PracticeNum(1) : of(practices);
        }
        if (wanted < 1) {
            throw wrong("--practice must be the number of a practice, from 1.");
        }
        return new PracticeNum(wanted);
    }

    /** Whether one was asked for at all. */
    boolean isGiven() {
        return wanted != null;
    }

    private static String named(Map<PracticeNum, String> practices) {
        return practices.isEmpty() ? "The office holds no practice yet." : "The office holds: " + names(practices) + ".";
    }

    /** The first of them by number and name. */
    static String names(Map<PracticeNum, String> practices) {
        String first = practices.entrySet().stream().limit(MOST_NAMED)
                .map(practice -> practice.getKey().value() + inBrackets(practice.getValue().replaceAll("\\p{Cntrl}", "?")))
                .collect(joining(", "));
        return first + (practices.size() > MOST_NAMED ? ", and more" : "");
    }

    private static String inBrackets(String name) {
        return name.isEmpty() ? "" : " (" + name + ")";
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
