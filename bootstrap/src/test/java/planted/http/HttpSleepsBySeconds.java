package planted.http;

import java.util.concurrent.TimeUnit;

/** Sleeps by another name. */
final class HttpSleepsBySeconds {

    void pause() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
    }
}
