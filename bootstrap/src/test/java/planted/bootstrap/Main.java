package planted.bootstrap;

import java.time.Clock;

/** Keeps the rules: the one that reads the environment, makes the clock and prints. */
public final class Main {

    private Main() {
    }

    static void main(String[] arguments) {
        System.out.println(Clock.systemUTC() + System.getenv("PATH") + System.getProperties());
    }
}
