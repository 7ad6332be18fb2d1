package proctp.application.memory;

import static java.util.Objects.requireNonNull;

import java.util.List;
import proctp.application.ApiKey;
import proctp.application.Change;
import proctp.application.Practice;
import proctp.application.PracticeNum;
import proctp.application.PracticeSource;
import proctp.domain.Definition;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;

/**
 * All that one practice of an {@link InMemoryOffice} holds at one moment, as values.
 *
 * @param num           its number
 * @param practice      its name, and the last numbers that it has given out
 * @param lastApiKeyNum the number of the last key that it was given, 0 for none yet
 * @param apiKeys       the keys that open it, by number
 * @param definitions   its lists, by DefNum
 * @param treatPlans    its plans, by TreatPlanNum
 * @param procTPs       the rows of its plans, by ProcTPNum; of a priority only the number counts
 * @param lastChangeNum the number of the last change, 0 when there was none
 * @param changes       the changes that are not forgotten, by number
 * @param posts         the requests that can come again, in no order
 */
public record PracticeSnapshot(PracticeNum num, Practice practice, long lastApiKeyNum, List<ApiKey> apiKeys,
                               List<Definition> definitions, List<TreatPlan> treatPlans, List<ProcTP> procTPs,
                               long lastChangeNum, List<Change> changes, List<KeptPost> posts) {

    public PracticeSnapshot {
        requireNonNull(num);
        requireNonNull(practice);
        apiKeys = List.copyOf(apiKeys);
        definitions = List.copyOf(definitions);
        treatPlans = List.copyOf(treatPlans);
        procTPs = List.copyOf(procTPs);
        changes = List.copyOf(changes);
        posts = List.copyOf(posts);
    }

    /** Its records, to be gone through once. */
    PracticeSource source() {
        return new PracticeSource(practice, definitions.iterator(), treatPlans.iterator(), procTPs.iterator());
    }
}
