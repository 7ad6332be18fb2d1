package proctp.http;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import proctp.application.sample.SampleOffice;
import proctp.contract.check.ContractCheck;

/**
 * What the check of the wire contract said of a server, run in this JVM.
 *
 * @param exitCode what it ended with
 * @param out      its lines on standard output
 * @param err      what it said on standard error
 */
record Checked(int exitCode, List<String> out, String err) {

    private static final Pattern FAILED = Pattern.compile("([A-Z][0-9]+) FAILED .*");

    /** Checks a server on the sample office with these arguments, besides its address, its keys and its plan 963. */
    static Checked at(URI server, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--url", server.toString(), "--developer-key", SampleOffice.DEVELOPER_KEY,
                "--customer-key", SampleOffice.CUSTOMER_KEY, "--treat-plan", "963"));
        arguments.addAll(List.of(more));
        return by(arguments);
    }

    /** Runs it with these arguments alone. */
    static Checked by(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = ContractCheck.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return new Checked(exitCode, out.toString().lines().toList(), err.toString());
    }

    /** The rules that do not hold. */
    List<String> failed() {
        return out.stream().map(FAILED::matcher).filter(line -> line.matches()).map(line -> line.group(1)).toList();
    }

    /** The line of a rule. */
    String line(String rule) {
        return out.stream().filter(line -> line.startsWith(rule + " ")).findFirst().orElse("no line for " + rule);
    }
}
