package proctp.bootstrap;

import java.util.List;
import java.util.function.Predicate;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.PracticeNum;
import proctp.application.port.Changes;

/**
 * The audit trail of a practice, however long it is.
 *
 * @param changes  where it is kept
 * @param practice whose it is
 * @param filter   what of it is wanted
 */
record Trail(Changes changes, PracticeNum practice, ChangeFilter filter) {

    private static final int AT_ONCE = 1_000;

    /**
     * Reads it in the order of its numbers.
     *
     * @param taker takes some changes at a time, and says whether it wants more
     */
    void read(Predicate<List<Change>> taker) {
        ChangeFilter rest = filter;
        List<Change> some;
        do {
            some = changes.list(Caller.atConsole(practice), rest, AT_ONCE);
            rest = some.isEmpty() ? rest : rest.after(some.get(some.size() - 1).num());
        } while (taker.test(some) && some.size() == AT_ONCE);
    }
}
