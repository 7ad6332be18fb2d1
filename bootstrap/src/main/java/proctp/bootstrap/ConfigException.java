package proctp.bootstrap;

import java.util.List;

/** The configuration is wrong; carries one sentence for each fault, none of them with a secret in it. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;
    private final transient List<String> warnings;

    ConfigException(List<String> problems, List<String> warnings) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
        this.warnings = List.copyOf(warnings);
    }

    /** The sentences, at least one, in the order of the settings. */
    public List<String> problems() {
        return problems;
    }

    /** Sentences about what was given but has no effect; often that is what the fault comes from. */
    public List<String> warnings() {
        return warnings;
    }
}
