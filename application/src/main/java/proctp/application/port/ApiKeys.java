package proctp.application.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.KeyDigest;
import proctp.application.PracticeNum;

/**
 * The keys that open the practices. Their numbers count per practice and are never given out twice, since what a key has done
 * is known by its number.
 */
public interface ApiKeys {

    /**
     * The key that was stored under this digest, whether it works or not. A key that was changed elsewhere may be seen as
     * it was for a second longer.
     */
    Optional<ApiKey> find(KeyDigest digest);

    /**
     * Notes the last day on which a key was used. It never fails and nobody waits for it: where it cannot be noted just now,
     * it may be noted later or not at all.
     *
     * @param key as it was found
     */
    void used(ApiKey key, LocalDate day);

    /** All keys of all practices, by practice and number; for whoever runs the service. */
    List<ApiKey> list();

    /**
     * Stores a new key.
     *
     * @param made makes it with its number
     * @return the key; empty when there is no such practice, and nothing was made then
     */
    Optional<ApiKey> add(PracticeNum practice, Function<ApiKeyNum, ApiKey> made);

    /**
     * Changes a key that nobody else changes meanwhile: whether the office lets it work, and its days.
     *
     * @param change what it throws comes out as it is, and nothing changes
     * @return the key as it is now; empty when there is none of that number
     */
    Optional<ApiKey> change(PracticeNum practice, ApiKeyNum num, UnaryOperator<ApiKey> change);

    /**
     * Changes a key and stores the one that follows it, both or neither.
     *
     * @param change    of the key that is there; what it throws comes out as it is, and nothing changes
     * @param successor makes the new one of the old one, as that was before, with its number
     * @return the new key; empty when there is none of that number
     */
    Optional<ApiKey> replace(PracticeNum practice, ApiKeyNum num, UnaryOperator<ApiKey> change,
                             BiFunction<ApiKey, ApiKeyNum, ApiKey> successor);
}
