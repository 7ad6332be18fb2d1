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
        Optional<Path> listed = directory(system.getProperty("user.home"));
        Optional<Path> parent = os.startsWith("windows")
                ? directory(environment.get("LOCALAPPDATA")).or(() -> listed.map(h -> h.resolve("AppData").resolve("Local")))
                // the JVM asks the list of users only, but whoever sets HOME expects it to be heard, as programs do
                : directory(environment.get("XDG_DATA_HOME")).or(() -> directory(environment.get("HOME")).or(() -> listed)
                        .map(h -> h.resolve(".local").resolve("share")));
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
