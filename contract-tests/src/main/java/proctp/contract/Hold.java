package proctp.contract;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

/** Keeps a transaction in flight: called from a guard or a signing, it does not come back until it is released. */
final class Hold {

    private static final int LONGEST_SECONDS = 20;
    private static final int STEP_MILLIS = 10;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** The place where the transaction stays. */
    void here() {
        reached.countDown();
        String otherwise = "nobody released the transaction";
        try {
            assertThat(released.await(LONGEST_SECONDS, SECONDS)).as(otherwise).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(otherwise, interrupted);
        }
    }

    /**
     * Comes back when the transaction is in flight.
     *
     * @param call the one that it is of: when that has come back without being held, it fails as that did
     */
    void awaitReached(Future<?> call) throws InterruptedException {
        String otherwise = "the call never asked its guard, or its revision";
        for (int waited = 0; !reached.await(STEP_MILLIS, MILLISECONDS); waited += STEP_MILLIS) {
            if (call.isDone() && reached.getCount() > 0) {
                Clients.answer(call);
                throw new AssertionError(otherwise + ", and came back");
            }
            assertThat(waited).as(otherwise).isLessThan(LONGEST_SECONDS * 1_000);
        }
    }

    void release() {
        released.countDown();
    }
}
