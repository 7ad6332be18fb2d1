package proctp.application.memory;

import java.util.function.Supplier;

/**
 * Where what others can see becomes another: one after the other, for all practices. Whoever is in there waits for nobody and asks
 * nobody outside of this package for anything but the time, so that the whole office can be looked at as it is at one moment, whatever is
 * under way.
 */
final class InMemoryCommits {

    private volatile long number;

    /** Makes the change, which is seen as a whole. */
    synchronized <T> T make(Supplier<T> change) {
        // before the change: who sees that, sees the number that counts it
        number = number + 1;
        return change.get();
    }

    /** As {@link #make(Supplier)}. */
    void make(Runnable change) {
        make(() -> {
            change.run();
            return null;
        });
    }

    /** Looks at what changes together, when none of it does. Also for what is noted down and is no change that counts. */
    synchronized <T> T see(Supplier<T> look) {
        return look.get();
    }

    /** How many changes there were, at least all of those that can be seen. */
    long number() {
        return number;
    }
}
