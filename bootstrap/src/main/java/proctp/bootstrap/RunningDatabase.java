package proctp.bootstrap;

import java.io.IOException;
import java.nio.file.Path;

/** The embedded database of another ProcTP that runs: looked up, and neither started nor stopped. */
final class RunningDatabase {

    private RunningDatabase() {
    }

    /**
     * Where it is, and how to get in.
     *
     * @throws StartException when that ProcTP is only starting or already stopping, or what answers there is not its database
     */
    static Config.Database of(Path dataDirectory) {
        try {
            Path home = dataDirectory.toRealPath();
            int port = PostmasterNote.read(home).port().orElseThrow(() -> new StartException(
                    "The ProcTP that uses %s is just starting or stopping: try again in a few seconds.".formatted(home)));
            Config.Database address = EmbeddedDatabase.running(home, port);
            FirstSession.joining(home, address);
            return address;
        } catch (IOException e) {
            throw StartException.unusable(dataDirectory, e);
        }
    }
}
