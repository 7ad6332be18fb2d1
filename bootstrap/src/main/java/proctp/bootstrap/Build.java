package proctp.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which ProcTP this is.
 *
 * @param version its version
 * @param commit  the commit it was built from, in full; {@code unknown} when it was not built from a repository
 */
record Build(String version, String commit) {

    /** What was noted when it was built. */
    static Build read() {
        Properties noted = new Properties();
        try (InputStream file = Build.class.getResourceAsStream("build.properties")) {
            noted.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Build(noted.getProperty("version"), noted.getProperty("commit"));
    }
}
