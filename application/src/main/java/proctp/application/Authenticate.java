package proctp.application;

import java.time.LocalDate;
import java.util.function.Supplier;
import proctp.application.port.ApiKeys;
import proctp.domain.Refusal;

/** Tells whose keys a program came with. */
public final class Authenticate {

    private final ApiKeys apiKeys;
    private final Supplier<LocalDate> today;

    /** @param today tells which day it is in the practices' time zone */
    public Authenticate(ApiKeys apiKeys, Supplier<LocalDate> today) {
        this.apiKeys = apiKeys;
        this.today = today;
    }

    /**
     * The caller that a pair of keys stands for, and notes that the key is used. A pair that cannot be right is looked up
     * all the same, so that neither the answer nor the time it takes tells which half was wrong.
     *
     * @param pair what it comes to, whatever it is, see {@link UseCases#digest}
     * @throws Refusal {@code KEY_INVALID}, the same for every reason
     */
    public Caller authenticate(KeyDigest pair) {
        LocalDate day = today.get();
        ApiKey key = apiKeys.find(pair).filter(found -> found.worksOn(day)).orElseThrow(Refusal::keyInvalid);
        apiKeys.used(key, day);
        return key.caller();
    }
}
