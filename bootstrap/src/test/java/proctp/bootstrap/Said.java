package proctp.bootstrap;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine;

/** What a command of the command line said, and ended with. */
record Said(int exitCode, String out, String err) {

    private static final Terminal NOBODY = new Terminal(false, new BufferedReader(Reader.nullReader()));

    /** A command that erases need not wait for keys to stop where no service goes by them. */
    private static final Duration NO_SERVICE = Duration.ZERO;

    /** Runs it in this JVM, where no service runs. */
    static Said by(Map<String, String> environment, String... arguments) {
        return at(NOBODY, NO_SERVICE, environment, arguments);
    }

    /** Runs it in this JVM, beside a service. */
    static Said besideService(Map<String, String> environment, String... arguments) {
        return at(NOBODY, ServeCommand.UNTIL_KEYS_STOP, environment, arguments);
    }

    /** Runs it in this JVM for a person who types that. */
    static Said to(String typed, Map<String, String> environment, String... arguments) {
        return at(new Terminal(true, new BufferedReader(new StringReader(typed))), NO_SERVICE, environment, arguments);
    }

    private static Said at(Terminal terminal, Duration untilKeysStop, Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = ServeCommand.commandLine(environment, Settings.machine("Linux", "/home/dent"), Clock.systemUTC(), terminal,
                untilKeysStop).setOut(asOnATerminal(out)).setErr(asOnATerminal(err));
        return new Said(line.execute(arguments), out.toString(), err.toString());
    }

    /** What is printed there shows at the ends of lines that are printed as such; what else there is must be flushed. */
    private static PrintWriter asOnATerminal(StringWriter text) {
        return new PrintWriter(new BufferedWriter(text), true);
    }
}
