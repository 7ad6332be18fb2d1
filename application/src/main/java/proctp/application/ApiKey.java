package proctp.application;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
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
 * @param isEnabled     whether the office lets it work
 * @param days          what is known of its life
 */
public record ApiKey(KeyDigest digest, PracticeNum practice, ApiKeyNum num, String developerName, String keyName,
                     Set<Permission> permissions, boolean isEnabled, Days days) {

    /**
     * The days of a key's life, as the practice counts them.
     *
     * @param created  when it was made; empty for one that is older than these records
     * @param expires  the last day on which it works; empty when it does not expire
     * @param lastUsed the last day on which it was used; empty when it never was
     * @param revoked  when it was taken back for good; empty when it was not
     */
    public record Days(Optional<LocalDate> created, Optional<LocalDate> expires, Optional<LocalDate> lastUsed,
                       Optional<LocalDate> revoked) {

        /** Nothing is known, and it has no end. */
        public static final Days UNKNOWN =
                new Days(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public Days {
            requireNonNull(created);
            requireNonNull(expires);
            requireNonNull(lastUsed);
            requireNonNull(revoked);
        }
    }

    public ApiKey {
        requireNonNull(digest);
        requireNonNull(practice);
        requireNonNull(num);
        requireNonNull(developerName);
        requireNonNull(keyName);
        requireNonNull(days);
        permissions = Set.copyOf(permissions);
    }

    /** A key of whose life nothing is known, and that has no end. */
    public ApiKey(KeyDigest digest, PracticeNum practice, ApiKeyNum num, String developerName, String keyName,
                  Set<Permission> permissions, boolean isEnabled) {
        this(digest, practice, num, developerName, keyName, permissions, isEnabled, Days.UNKNOWN);
    }

    /** Whether it opens its practice on that day. */
    public boolean worksOn(LocalDate day) {
        return isEnabled && days.revoked().isEmpty() && days.expires().filter(day::isAfter).isEmpty();
    }

    /** The caller that this key speaks for. */
    public Caller caller() {
        return new Caller(practice, num, developerName, keyName, permissions);
    }
}
