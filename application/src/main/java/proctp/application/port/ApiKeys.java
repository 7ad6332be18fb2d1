package proctp.application.port;

import java.util.Optional;
import proctp.application.ApiKey;
import proctp.application.KeyDigest;

/** The keys that open the practices. */
public interface ApiKeys {

    /**
     * The key that was stored under this digest, enabled or not. A key that was changed elsewhere may be seen as it was
     * for a second longer.
     */
    Optional<ApiKey> find(KeyDigest digest);
}
