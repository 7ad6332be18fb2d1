package proctp.bootstrap;

import java.io.PrintStream;
import java.util.Optional;

/** What can be said behind {@code java -jar proctp.jar}: so far, only questions. */
final class CommandLine {

    private static final int CALLED_WRONGLY = 2;

    private CommandLine() {
    }

    /** Answers a question and ends; comes back when there is none. */
    static void exitUnlessPlainStart(String[] arguments) {
        if (arguments.length == 0) {
            return;
        }
        String all = String.join(" ", arguments);
        switch (all) {
            case "--help", "-h" -> {
                help(System.out);
                System.exit(0);
            }
            case "--version" -> {
                System.out.println("ProcTP " + version());
                System.exit(0);
            }
            default -> {
                System.err.println("'" + all + "' is no option of ProcTP. It takes --help, --version or nothing:"
                        + " settings come from the environment.");
                System.exit(CALLED_WRONGLY);
            }
        }
    }

    static void help(PrintStream out) {
        out.println("Usage: java -jar proctp.jar [--help | --version]");
        out.println();
        out.println("Runs ProcTP until it is stopped by Ctrl-C or SIGTERM. Settings come from the environment:");
        for (Setting setting : Setting.values()) {
            out.println();
            out.println("  " + setting.variable());
            out.println("      " + setting.meaning());
            out.println("      default: " + setting.defaultText());
        }
    }

    private static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion()).orElse("(not packaged)");
    }
}
