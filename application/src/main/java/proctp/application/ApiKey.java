package proctp.application;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * A customer key as the office keeps it: enough to recognise it, too little to use it.
 *
 * @param digest        what the pair of keys comes to, see {@link KeySecret}
 * @param practice      the one practice it opens
 * @param num           its number there
 * @param developerName the one developer it was given to
 * @param keyName       what the office calls it
 * @param permissions   what it may do
 * @param isEnabled     whether it works
 */
public record ApiKey(KeyDigest digest, PracticeNum practice, ApiKeyNum num, String developerName, String keyName,
                     Set<Permission> permissions, boolean isEnabled) {

    public ApiKey {
        requireNonNull(digest);
        requireNonNull(practice);
        requireNonNull(num);
        requireNonNull(developerName);
        requireNonNull(keyName);
        permissions = Set.copyOf(permissions);
    }

    /** The caller that this key speaks for. */
    public Caller caller() {
        return new Caller(practice, num, developerName, keyName, permissions);
    }
}
