package proctp.junit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import proctp.domain.Refusal;
import proctp.http.Companion;
import proctp.http.HttpSettings.Rate;

/**
 * The next request, or the next of its kind, about which something is now said that is to happen to it. Of two things that were
 * said of a request the first happens, and the other waits for the next one. A request whose keys are wrong is refused
 * for that, and is not counted.
 */
public final class Next {

    /** Few, so that a client which waits as it is told to does not wait long. */
    private static final Rate RATE = new Rate(1, Duration.ofSeconds(1));

    private final Script script;
    private final Target target;
    private final int times;

    Next(Script script, Target target, int times) {
        this.script = script;
        this.target = target;
        this.times = times;
    }

    /**
     * So many of them instead of one.
     *
     * @param count from 1
     */
    public Next times(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("It must happen once at least, and not %d times.".formatted(count));
        }
        return new Next(script, target, count);
    }

    /**
     * It is refused as the service itself would, and nothing is done.
     *
     * @param status 429: the key is too fast for a rate of one request in a second; 503: the database is away; 401: the key does
     *               not work any more; 500: the service fails on it
     */
    public void isAnsweredWith(int status) {
        switch (status) {
            case 429 -> plan(new Coming(() -> Optional.of(RATE)));
            case 503 -> refuse(new Refusal(Refusal.Kind.UNAVAILABLE,
                    "The database cannot be reached just now, so nothing was done. Try again in a few seconds."));
            case 401 -> refuse(Refusal.keyInvalid());
            case 500 -> refuse(new IllegalStateException("a failure that a test asked for"));
            default -> throw new IllegalArgumentException(("429, 503, 401 and 500 can be had for any request, and not %d: that depends"
                    + " on what is asked. Send a request that deserves it.").formatted(status));
        }
    }

    /** It is served at once, and its answer leaves only after that time, unless the stand-in is reset before. */
    public void isAnsweredAfter(Duration delay) {
        Runnable wait = script.delay(delay);
        plan(new Leaving(() -> {
            wait.run();
            return true;
        }));
    }

    /** It is served, and its connection ends without an answer: the client does not know what has become of it. */
    public void losesItsAnswer() {
        plan(new Leaving(() -> false));
    }

    /**
     * Somebody else is faster: this is done when the request is there and its keys are known to be good, and only then is the
     * request looked at.
     *
     * @param somebody what it throws is a failure of the service: 500
     */
    public void comesAfter(Runnable somebody) {
        plan(new Coming(() -> {
            somebody.run();
            return Optional.empty();
        }));
    }

    private void refuse(RuntimeException reason) {
        plan(new Coming(() -> {
            throw reason;
        }));
    }

    private void plan(Companion effect) {
        script.plan(target, times, effect);
    }

    /** What happens when it comes. */
    private record Coming(Supplier<Optional<Rate>> event) implements Companion {

        @Override
        public Optional<Rate> comes() {
            return event.get();
        }
    }

    /** What happens when its answer leaves. */
    private record Leaving(BooleanSupplier event) implements Companion {

        @Override
        public boolean leaves(int status) {
            return event.getAsBoolean();
        }
    }
}
