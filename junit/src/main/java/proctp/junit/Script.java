package proctp.junit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import proctp.http.Companion;
import proctp.http.HttpSettings;

/** What is to happen to requests that are yet to come, and what has become of those that came. */
final class Script implements Function<Companion.Asked, Companion> {

    private List<Planned> planned = new ArrayList<>();
    private volatile List<AnsweredRequest> answered = new CopyOnWriteArrayList<>();
    private CountDownLatch end = new CountDownLatch(1);

    /** Something that happens to as many requests as it should. */
    private static final class Planned {

        private final Target target;
        private final Companion effect;
        private int left;

        Planned(Target target, int times, Companion effect) {
            this.target = target;
            this.left = times;
            this.effect = effect;
        }
    }

    /** Has this happen to the next so many of these requests whose keys are good, once nothing that was planned before does. */
    synchronized void plan(Target target, int times, Companion effect) {
        planned.add(new Planned(target, times, effect));
    }

    /** The requests that came, in the order of their answers. */
    List<AnsweredRequest> answered() {
        return List.copyOf(answered);
    }

    /** Begins anew: nothing is planned, nothing came, and no answer waits. */
    synchronized void forget() {
        planned = new ArrayList<>();
        answered = new CopyOnWriteArrayList<>();
        end.countDown();
        end = new CountDownLatch(1);
    }

    /** What has an answer wait, but not for longer than until all begins anew, even if that was before it came to wait. */
    synchronized Runnable delay(Duration time) {
        CountDownLatch anew = end;
        return () -> {
            try {
                anew.await(time.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public synchronized Companion apply(Companion.Asked asked) {
        // a request that goes on when all has begun anew is not of those
        List<Planned> plans = planned;
        List<AnsweredRequest> notes = answered;
        return new Companion() {
            private Companion effect = Companion.NONE;

            @Override
            public Optional<HttpSettings.Rate> comes() {
                effect = next(plans, asked);
                return effect.comes();
            }

            @Override
            public boolean leaves(int status) {
                notes.add(new AnsweredRequest(asked.method(), Target.belowPrefix(asked.path()), asked.query(), status));
                return effect.leaves(status);
            }
        };
    }

    private synchronized Companion next(List<Planned> plans, Companion.Asked asked) {
        Optional<Planned> first = plans.stream().filter(candidate -> candidate.target.takes(asked)).findFirst();
        first.ifPresent(found -> {
            found.left--;
            if (found.left == 0) {
                plans.remove(found);
            }
        });
        return first.map(found -> found.effect).orElse(Companion.NONE);
    }
}
