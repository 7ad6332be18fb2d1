package proctp.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where the person types who gave the command.
 *
 * @param isThere whether somebody can answer, or a program gave it
 * @param in      what is typed
 */
record Terminal(boolean isThere, BufferedReader in) {

    /** Standard input, where a system shows its processes' files. */
    private static final Path STANDARD_INPUT = Path.of("/proc/self/fd/0");

    /** That of this process. */
    static Terminal ofThisProcess() {
        return new Terminal(Logging.isTerminal(STANDARD_INPUT),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }

    /** What the person answers, without blanks around it; empty when they leave. */
    String answer(String question, PrintWriter out) {
        out.print(question);
        out.flush();
        try {
            String line = in.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
