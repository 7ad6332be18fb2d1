package proctp.application;

import java.util.regex.Pattern;

/**
 * What a pair of keys is stored as.
 *
 * @param hex the 64 lower-case hexadecimal digits of an HMAC-SHA-256
 */
public record KeyDigest(String hex) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public KeyDigest {
        // one spelling for one digest: an adapter may keep the bytes
        if (!SHA_256.matcher(hex).matches()) {
            throw new IllegalArgumentException("no HMAC-SHA-256 in lower-case hexadecimal digits");
        }
    }

    /** Nothing of it: it may come to stand in a log, and helps whoever has stolen the secret, too. */
    @Override
    public String toString() {
        return "KeyDigest";
    }
}
