package proctp.postgres;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Callers that may all wait at once: the JVM's own pool has a thread for each only where it has processors enough. */
final class Threads {

    private static final Executor ONE_EACH = call -> new Thread(call).start();

    private Threads() {
    }

    /** Starts the call, and gives what comes of it. */
    static <T> CompletableFuture<T> start(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, ONE_EACH);
    }

    /** Starts a call that gives nothing. */
    static CompletableFuture<Void> start(Runnable call) {
        return CompletableFuture.runAsync(call, ONE_EACH);
    }
}
