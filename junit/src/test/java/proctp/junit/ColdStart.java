package proctp.junit;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** A program that starts a stand-in in a JVM that has done nothing else, and prints how long it took. */
final class ColdStart {

    private ColdStart() {
    }

    /**
     * Prints the milliseconds of the first start, of one beside it, and of a class that comes after another; and of the first for how
     * many of them this thread was at work, and all threads together, of which most compile.
     */
    public static void main(String[] arguments) {
        StringBuilder taken = new StringBuilder();
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long threadBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long allBefore = process.getProcessCpuTime();
        ProcTP first = start(taken);
        long all = process.getProcessCpuTime() - allBefore;
        long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - threadBefore;
        start(taken);
        first.end();
        start(taken);
        System.out.println(taken.append(TimeUnit.NANOSECONDS.toMillis(thread)).append(' ').append(TimeUnit.NANOSECONDS.toMillis(all)));
        System.exit(0);
    }

    private static ProcTP start(StringBuilder taken) {
        long began = System.nanoTime();
        ProcTP started = ProcTP.start(ProcTPSettings.usual());
        taken.append(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).append(' ');
        return started;
    }
}
