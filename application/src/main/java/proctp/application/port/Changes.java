package proctp.application.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.PracticeNum;

/**
 * What has happened to the plans and rows of the practices. Every change that {@link ProcTPs}, {@link TreatPlans} or
 * {@link Archive#fill} makes writes its entry in the same transaction, with the caller as its author; one that leaves everything as
 * it was writes none.
 *
 * <p>Entries are numbered in the order of the commits: whoever has seen one has seen, or could have seen, all with smaller
 * numbers, whatever is under way. A plan's own entry comes before those of its rows when both are new, and after them when
 * both go. Nobody can change an entry.
 */
public interface Changes {

    /** The caller's changes that pass the filter, by number. */
    List<Change> list(Caller caller, ChangeFilter filter, int limit);

    /**
     * The number of the last change of each of these callers' practices, for whoever waits for more of them: one question for any
     * number of callers. A practice without a change is left out.
     */
    Map<PracticeNum, Long> last(Collection<Caller> callers);

    /**
     * Forgets the caller's changes that were made before that time, but not the newest of all: it shows how far the numbers are, so
     * that whoever comes back sees that some have gone.
     *
     * @return how many
     */
    long forget(Caller caller, Instant before);
}
