package proctp.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How long processes have been on a CPU, in microseconds, and how much memory they have, as Linux tells it. */
final class ProcessTimes {

    /** What Linux counts in. */
    private static final long TICK_MICROS = 10_000;
    /** Behind the name, which may have spaces: own time, and that of children that have ended. */
    private static final int USER = 11;
    private static final int OF_CHILDREN = 13;

    private ProcessTimes() {
    }

    /** Of one process with all its threads; 0 when it has ended, or for process 0, which is none. */
    static long micros(long pid) {
        return TICK_MICROS * (ticks(pid, USER) + ticks(pid, USER + 1));
    }

    /** Of a process, its children, and those that it had. */
    static long microsWithChildren(long pid) {
        long ended = TICK_MICROS * (ticks(pid, OF_CHILDREN) + ticks(pid, OF_CHILDREN + 1));
        try (Stream<ProcessHandle> children = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children)) {
            return micros(pid) + ended + children.mapToLong(child -> micros(child.pid())).sum();
        }
    }

    private static long ticks(long pid, int field) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[field]);
        } catch (IOException ended) {
            return 0;
        }
    }

    /** The memory that a process has now, in MB. */
    static long residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024).findFirst().orElseThrow();
    }
}
