package proctp.application;

import proctp.application.port.ApiKeys;
import proctp.domain.Refusal;

/** Tells whose keys a program came with. */
public final class Authenticate {

    private final ApiKeys apiKeys;

    public Authenticate(ApiKeys apiKeys) {
        this.apiKeys = apiKeys;
    }

    /**
     * The caller that a pair of keys stands for. A pair that cannot be right is looked up all the same, so that neither
     * the answer nor the time it takes tells which half was wrong.
     *
     * @param pair what it comes to, whatever it is, see {@link UseCases#digest}
     * @throws Refusal {@code KEY_INVALID}, the same for every reason
     */
    public Caller authenticate(KeyDigest pair) {
        return apiKeys.find(pair)
                .filter(ApiKey::isEnabled)
                .map(ApiKey::caller)
                .orElseThrow(Refusal::keyInvalid);
    }
}
