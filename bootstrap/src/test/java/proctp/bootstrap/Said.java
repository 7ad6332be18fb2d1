package proctp.bootstrap;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;

/** What a command of the command line said, and ended with. */
record Said(int exitCode, String out, String err) {

    /** Runs it in this JVM. */
    static Said by(Map<String, String> environment, String... arguments) {
        return at(new Terminal(false, new BufferedReader(Reader.nullReader())), environment, arguments);
    }

    /** Runs it in this JVM for a person who types that. */
    static Said to(String typed, Map<String, String> environment, String... arguments) {
        return at(new Terminal(true, new BufferedReader(new StringReader(typed))), environment, arguments);
    }

    private static Said at(Terminal terminal, Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = ServeCommand.commandLine(environment, Settings.machine("Linux", "/home/dent"), Clock.systemUTC(), terminal)
                .setOut(asOnATerminal(out)).setErr(asOnATerminal(err));
        return new Said(line.execute(arguments), out.toString(), err.toString());
    }

    /** What is printed there shows at the ends of lines that are printed as such; what else there is must be flushed. */
    private static PrintWriter asOnATerminal(StringWriter text) {
        return new PrintWriter(new BufferedWriter(text), true);
    }
}
