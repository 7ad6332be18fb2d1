package planted.postgres;

/** Waits for a time rather than for an event. */
final class PostgresSleeps {

    void pause() throws InterruptedException {
        Thread.sleep(1);
    }
}
