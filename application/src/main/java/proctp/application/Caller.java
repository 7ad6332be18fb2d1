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
 */
public record Caller(PracticeNum practice, ApiKeyNum key, String developerName, String keyName, Set<Permission> permissions) {

    public Caller {
        requireNonNull(practice);
        requireNonNull(key);
        requireNonNull(developerName);
        requireNonNull(keyName);
        permissions = Set.copyOf(permissions);
    }

    /** Whoever runs the service, at its console: without a key, and nothing is forbidden there. */
    public static Caller atConsole(PracticeNum practice) {
        return new Caller(practice, new ApiKeyNum(0), "", "console", EnumSet.allOf(Permission.class));
    }
}
