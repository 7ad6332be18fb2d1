package proctp.bootstrap;

import java.time.Clock;

/** Where the program begins: {@code java -jar proctp.jar}. */
public final class Main {

    private Main() {
    }

    /** Does what the command line says; without any, it serves until it is told to stop. */
    public static void main(String[] arguments) {
        int exitCode = ServeCommand.execute(System.getenv(), System.getProperties(), Clock.systemUTC(), arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
