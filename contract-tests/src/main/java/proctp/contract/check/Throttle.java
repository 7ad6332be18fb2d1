package proctp.contract.check;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comes as often as a server asks, and waits no longer than makes sense. */
final class Throttle {

    /** How often one request is sent again that came too soon. */
    static final int TRIES = 10;

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Pattern SPENT = Pattern.compile(".*;\\s*r=0\\b.*");
    private static final Pattern POLICY = Pattern.compile(".*;\\s*q=([0-9]{1,6});\\s*w=([0-9]{1,6}).*");

    private Instant deadline;
    private Duration pause = Duration.ZERO;

    Throttle(Duration limit) {
        deadline = Instant.now().plus(limit);
    }

    /** Whether all the time is used up. */
    synchronized boolean isOver() {
        return Instant.now().isAfter(deadline);
    }

    /** Gives it more time, to put things back. */
    synchronized void extend(Duration more) {
        deadline = Instant.now().plus(more);
    }

    /** Waits as long as the last answer asked for, if it did. */
    void await() {
        // whoever puts things back asks meanwhile whether there is time
        sleep(pauseOnce());
    }

    private synchronized Duration pauseOnce() {
        Duration wait = pause;
        pause = Duration.ZERO;
        return wait;
    }

    /** Notes what an answer says of the next request: that there are none left, and how many come back in which time. */
    synchronized void note(HttpHeaders headers) {
        if (SPENT.matcher(headers.firstValue("RateLimit").orElse("")).matches()) {
            Matcher policy = POLICY.matcher(headers.firstValue("RateLimit-Policy").orElse(""));
            pause = policy.matches()
                    ? Duration.ofSeconds(Long.parseLong(policy.group(2))).dividedBy(Math.max(1, Long.parseLong(policy.group(1))))
                    : SHORTEST;
        }
    }

    /** Waits as long as the answer to a request asks that came too soon. */
    void awaitAfter(HttpHeaders headers) {
        String asked = headers.firstValue("Retry-After").orElse("");
        sleep(asked.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(asked)) : SHORTEST);
    }

    private static void sleep(Duration wait) {
        if (!wait.isZero()) {
            try {
                TimeUnit.NANOSECONDS.sleep(Math.min(wait.toNanos(), LONGEST.toNanos()));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
