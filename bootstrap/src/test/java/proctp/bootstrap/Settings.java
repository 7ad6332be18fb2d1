package proctp.bootstrap;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.assertj.core.api.Assertions;

/** Reads configurations for tests, on a machine that is always the same. */
final class Settings {
    private Settings() {
    }

    /** The configuration from names without PROCTP_ and values, in turn. */
    static Config read(String... namesAndValues) {
        return Config.fromEnvironment(environment(namesAndValues), machine("Linux", "/home/dent"));
    }

    /** The sentences that such a configuration is refused with. */
    static List<String> problems(String... namesAndValues) {
        ConfigException refused = Assertions.catchThrowableOfType(ConfigException.class, () -> read(namesAndValues));
        Assertions.assertThat(refused).as("a refusal").isNotNull();
        return refused.problems();
    }

    /** Variables from names without PROCTP_ and values, in turn. */
    static Map<String, String> environment(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put("PROCTP_" + namesAndValues[i], namesAndValues[i + 1]);
        }
        return environment;
    }

    /** The properties of a JVM on such a machine; without a home when it is null. */
    static Properties machine(String os, String home) {
        Properties system = new Properties();
        system.setProperty("os.name", os);
        if (home != null) {
            system.setProperty("user.home", home);
        }
        return system;
    }

    /** Where the embedded database would live. */
    static Path directory(Map<String, String> environment, Properties machine) {
        return Config.fromEnvironment(environment, machine).dataDirectory().orElseThrow();
    }
}
