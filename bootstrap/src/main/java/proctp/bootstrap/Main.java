package proctp.bootstrap;

import java.time.Clock;

/** Where the program begins: {@code java -jar proctp.jar}. */
public final class Main {

    private Main() {
    }

    /** Runs the service until it is told to stop; exit code 1 when it cannot start, 2 when it was called wrongly. */
    public static void main(String[] arguments) {
        CommandLine.exitUnlessPlainStart(arguments);
        try {
            Config config = Config.fromEnvironment(System.getenv(), System.getProperties());
            config.warnings().forEach(System.err::println);
            Welcome.print(App.start(config, Clock.systemUTC()), System.out);
        } catch (ConfigException wrong) {
            wrong.warnings().forEach(System.err::println);
            wrong.problems().forEach(System.err::println);
            System.exit(2);
        } catch (StartException hindered) {
            System.err.println(hindered.getMessage());
            System.exit(1);
        }
    }
}
