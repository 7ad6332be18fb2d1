package proctp.application;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who asks: a program of a developer, on behalf of one practice.
 *
 * @param practice      the only practice whose rows it sees
 * @param key           the number of the customer key
 * @param developerName the developer, by name
 * @param keyName       the customer key, by name; the key itself is known to nobody but its holder
 * @param permissions   what the key may do
 * @param requestId     which request this is; {@code ""} where there is none
 */
public record Caller(PracticeNum practice, ApiKeyNum key, String developerName, String keyName, Set<Permission> permissions,
                     String requestId) {

    public Caller {
        requireNonNull(practice);
        requireNonNull(key);
        requireNonNull(developerName);
        requireNonNull(keyName);
        requireNonNull(requestId);
        permissions = Set.copyOf(permissions);
    }

    /** A caller that has not asked for anything yet. */
    public Caller(PracticeNum practice, ApiKeyNum key, String developerName, String keyName, Set<Permission> permissions) {
        this(practice, key, developerName, keyName, permissions, "");
    }

    /** The caller in one of its requests. */
    public Caller in(String request) {
        return new Caller(practice, key, developerName, keyName, permissions, request);
    }

    /** The caller as the author of what it changes. */
    public Author author() {
        return new Author(key, developerName, keyName, requestId);
    }

    /** Whoever runs the service, at its console: without a key, and nothing is forbidden there. */
    public static Caller atConsole(PracticeNum practice) {
        return new Caller(practice, new ApiKeyNum(0), "", "console", EnumSet.allOf(Permission.class));
    }
}
