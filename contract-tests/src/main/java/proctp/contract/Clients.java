package proctp.contract;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** Programs that call the office at the same time. */
final class Clients {

    private static final int LONGEST_CALL_SECONDS = 20;
    private static final int LONG_ENOUGH_TO_COME_BACK_MILLIS = 200;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    <T> Future<T> start(Callable<T> call) {
        return threads.submit(call);
    }

    /** Whether the call has not come back although it had the time to. */
    static boolean waits(Future<?> call) throws InterruptedException {
        try {
            call.get(LONG_ENOUGH_TO_COME_BACK_MILLIS, MILLISECONDS);
            return false;
        } catch (ExecutionException cameBack) {
            return false;
        } catch (TimeoutException stillOut) {
            return true;
        }
    }

    /** What the call gave, or the exception that it threw. */
    static <T> T answer(Future<T> call) throws InterruptedException {
        try {
            return call.get(LONGEST_CALL_SECONDS, SECONDS);
        } catch (ExecutionException thrown) {
            if (thrown.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(thrown.getCause());
        } catch (TimeoutException hangs) {
            throw new AssertionError("the call did not come back within " + LONGEST_CALL_SECONDS
                    + " seconds: it waits for another one that it must not wait for, or for a lock that was not let go", hangs);
        }
    }

    /** Interrupts whoever is still out and waits for them, so that no transaction reaches into the next test. */
    void sendHome() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(LONGEST_CALL_SECONDS, SECONDS);
    }
}
