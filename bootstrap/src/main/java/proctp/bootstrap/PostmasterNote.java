package proctp.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PostgreSQL notes of its server in {@code postmaster.pid}, which a killed one leaves behind.
 *
 * @param home the data directory as {@link Path#toRealPath} says it
 * @param text as it is written; {@code ""} without a file
 */
record PostmasterNote(Path home, String text) {
    private static final Pattern FIRST_LINE = Pattern.compile("([1-9][0-9]{0,17})\\R");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Reads the note of the server in the directory. */
    static PostmasterNote read(Path home) throws IOException {
        Path file = file(home);
        return new PostmasterNote(home, Files.exists(file) ? Files.readString(file) : "");
    }

    static Path file(Path home) {
        return home.resolve("data").resolve("postmaster.pid");
    }

    /** The number of its process; of a file that is only half written, there is none. */
    Optional<Long> pid() {
        Matcher first = FIRST_LINE.matcher(text);
        return first.lookingAt() ? Optional.of(Long.valueOf(first.group(1))) : Optional.empty();
    }

    /** The server; never a process whose program is not one of those that were unpacked in this directory. */
    Optional<ProcessHandle> server() {
        return pid().flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().filter(program -> Path.of(program).startsWith(home))
                        .isPresent());
    }

    /** The port on 127.0.0.1 of a server that lets clients in; empty while it starts or stops, and when it is gone. */
    Optional<Integer> port() {
        List<String> lines = text.lines().map(String::strip).toList();
        return server().isPresent() && lines.size() > STATUS_LINE && lines.get(STATUS_LINE).equals("ready")
                ? Optional.of(lines.get(PORT_LINE)).filter(PORT.asMatchPredicate()).map(Integer::valueOf)
                : Optional.empty();
    }
}
