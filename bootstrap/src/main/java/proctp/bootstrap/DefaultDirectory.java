package proctp.bootstrap;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Where each system wants an application to keep a user's data. */
final class DefaultDirectory {
    private DefaultDirectory() {
    }

    /** An absolute path; empty when the user has no home directory, as in some containers. */
    static Optional<Path> of(Map<String, String> environment, Properties system) {
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Optional<Path> home = directory(system.getProperty("user.home"));
        Optional<Path> parent = os.startsWith("windows")
                ? directory(environment.get("LOCALAPPDATA")).or(() -> home.map(h -> h.resolve("AppData").resolve("Local")))
                : directory(environment.get("XDG_DATA_HOME")).or(() -> home.map(h -> h.resolve(".local").resolve("share")));
        return parent.map(p -> p.resolve("proctp"));
    }

    // a relative one is to be ignored, says the XDG specification; and a JVM that finds no home calls it "?"
    private static Optional<Path> directory(String path) {
        try {
            return Optional.ofNullable(path).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
