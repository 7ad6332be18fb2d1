package proctp.application;

import static java.util.Objects.requireNonNull;

/**
 * Who made a change, as it was known then. Of each text no more than {@link #LONGEST} characters is kept.
 *
 * @param key           the number of the customer key; 0 at the console
 * @param developerName the developer, by name; {@code ""} at the console
 * @param keyName       the customer key, by name
 * @param requestId     the request, as the client or the service has called it; {@code ""} where there was none
 */
public record Author(ApiKeyNum key, String developerName, String keyName, String requestId) {

    /** How many characters are kept of each text. */
    public static final int LONGEST = 255;

    public Author {
        requireNonNull(key);
        developerName = kept(developerName);
        keyName = kept(keyName);
        requestId = kept(requestId);
    }

    private static String kept(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
