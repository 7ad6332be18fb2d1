package proctp.bootstrap;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import proctp.application.ApiKey;
import proctp.application.PracticeNum;
import proctp.application.port.Office;

/** Which key a command is about. */
final class KeyOption {

    @Option(names = "--key", required = true, paramLabel = "NUMBER", converter = WholeNumber.class,
            description = "Number of the key, as key list shows it.")
    private long wanted;

    @Option(names = "--practice", paramLabel = "N", converter = WholeNumber.class,
            description = "Number of its practice. It can be left out while only one has a key of that number.")
    private Long practice;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * The key that was asked for.
     *
     * @throws ParameterException when there is none, or there are several
     */
    ApiKey of(Office office) {
        List<ApiKey> found = office.apiKeys().list().stream()
                .filter(key -> key.num().value() == wanted && (practice == null || key.practice().value() == practice)).toList();
        if (found.isEmpty()) {
            throw new ParameterException(command.commandLine(), "There is no key %d%s: key list shows those that there are."
                    .formatted(wanted, practice == null ? "" : " of practice " + practice));
        }
        if (found.size() > 1) {
            throw new ParameterException(command.commandLine(), ("--practice must say which key %d is meant, since these practices"
                    + " have one: %s.").formatted(wanted, PracticeOption.names(having(found, office.practices().list()))));
        }
        return found.get(0);
    }

    private static Map<PracticeNum, String> having(List<ApiKey> keys, Map<PracticeNum, String> practices) {
        return keys.stream().map(ApiKey::practice).collect(toMap(num -> num, num -> practices.getOrDefault(num, ""),
                (one, other) -> one, () -> new TreeMap<>((one, other) -> Long.compare(one.value(), other.value()))));
    }
}
