package proctp.http;

import java.util.concurrent.Executor;

/** Threads for what waits in a test. */
final class OwnThreads {

    /** A thread for each: from JDK 25 on the one that all share else would have them wait for each other on a machine of two cores. */
    static final Executor EACH = task -> new Thread(task).start();

    private OwnThreads() {
    }
}
