package proctp.application;

import proctp.application.port.ApiKeys;
import proctp.application.port.Practices;

/** Removes a practice for good, once none of its keys works any more. */
public final class ErasePractice {

    private final Practices practices;
    private final ApiKeys apiKeys;

    public ErasePractice(Practices practices, ApiKeys apiKeys) {
        this.practices = practices;
        this.apiKeys = apiKeys;
    }

    /**
     * Removes all that the practice has.
     *
     * @param whenShut is done when its keys are disabled, and before anything is removed: the time to wait for programs that
     *                 are still at it, and to take out what is there. What it throws comes out as it is; the keys stay disabled
     * @return whether there was such a practice
     */
    public boolean erase(PracticeNum num, Runnable whenShut) {
        apiKeys.list().stream()
                .filter(key -> key.practice().equals(num) && key.isEnabled() && key.days().revoked().isEmpty())
                .forEach(key -> apiKeys.change(num, key.num(), ErasePractice::shut));
        whenShut.run();
        return practices.erase(num);
    }

    /** It may have been revoked meanwhile, which shuts it, too. */
    private static ApiKey shut(ApiKey key) {
        return key.days().revoked().isPresent() ? key : key.disabled();
    }
}
