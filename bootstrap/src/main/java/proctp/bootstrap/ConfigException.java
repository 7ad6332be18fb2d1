package proctp.bootstrap;

import java.util.List;

/** The configuration is wrong; carries one sentence for each fault, none of them with a secret in it. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ConfigException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** The sentences, at least one, in the order of the settings. */
    public List<String> problems() {
        return problems;
    }
}
