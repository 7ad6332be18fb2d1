package proctp.junit;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** A program that starts a stand-in in a JVM that has done nothing else, and prints how long it took. */
final class ColdStart {

    private ColdStart() {
    }

    /**
     * Prints the milliseconds of the first start, of one beside it, and of a class that comes after another; and of the first how many
     * of them this thread was at work, which is about what it takes where nobody else is.
     */
    public static void main(String[] arguments) {
        StringBuilder taken = new StringBuilder();
        ProcTP first = start(taken);
        long atWork = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        start(taken);
        first.end();
        start(taken);
        System.out.println(taken.append(TimeUnit.NANOSECONDS.toMillis(atWork)));
        System.exit(0);
    }

    private static ProcTP start(StringBuilder taken) {
        long began = System.nanoTime();
        ProcTP started = ProcTP.start(ProcTPSettings.usual());
        taken.append(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).append(' ');
        return started;
    }
}
