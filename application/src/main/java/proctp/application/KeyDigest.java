package proctp.application;

import static java.util.Objects.requireNonNull;

/**
 * What a pair of keys is stored as.
 *
 * @param hex the 64 lower-case hexadecimal digits of an HMAC-SHA-256
 */
public record KeyDigest(String hex) {

    public KeyDigest {
        requireNonNull(hex);
    }
}
