package proctp.contract;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.CountDownLatch;

/** Keeps a transaction in flight: called from a guard or a signing, it does not come back until it is released. */
final class Hold {

    private static final int LONGEST_SECONDS = 20;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** The place where the transaction stays. */
    void here() {
        reached.countDown();
        await(released, "nobody released the transaction");
    }

    /** Comes back when the transaction is in flight. */
    void awaitReached() {
        await(reached, "the guard or the signing was never called");
    }

    void release() {
        released.countDown();
    }

    private static void await(CountDownLatch latch, String otherwise) {
        try {
            if (!latch.await(LONGEST_SECONDS, SECONDS)) {
                throw new AssertionError(otherwise);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(otherwise, interrupted);
        }
    }
}
