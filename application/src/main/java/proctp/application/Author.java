package proctp.application;

import static java.util.Objects.requireNonNull;

/**
 * Who made a change, as it was known then.
 *
 * @param key           the number of the customer key; 0 at the console
 * @param developerName the developer, by name; {@code ""} at the console
 * @param keyName       the customer key, by name
 * @param requestId     the request, as the client or the service has called it; {@code ""} where there was none
 */
public record Author(ApiKeyNum key, String developerName, String keyName, String requestId) {

    public Author {
        requireNonNull(key);
        requireNonNull(developerName);
        requireNonNull(keyName);
        requireNonNull(requestId);
    }
}
