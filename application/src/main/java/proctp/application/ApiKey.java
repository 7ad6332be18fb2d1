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

    /** What a key is on one day. */
    public enum State {
        /** It opens its practice. */
        ENABLED,
        /** The office does not let it work, and may do so again. */
        DISABLED,
        /** Its last day is over. */
        EXPIRED,
        /** It was taken back for good; what it has done still has its number. */
        REVOKED
    }

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

    /** What it is on that day. */
    public State state(LocalDate day) {
        if (days.revoked().isPresent()) {
            return State.REVOKED;
        }
        if (!isEnabled) {
            return State.DISABLED;
        }
        return days.expires().filter(day::isAfter).isPresent() ? State.EXPIRED : State.ENABLED;
    }

    /** Whether it opens its practice on that day. */
    public boolean worksOn(LocalDate day) {
        return state(day) == State.ENABLED;
    }

    /**
     * The key, which the office lets work.
     *
     * @throws KeyStateException when it was revoked
     */
    public ApiKey enabled() {
        requireNotRevoked();
        return with(true, days);
    }

    /**
     * The key, which the office does not let work.
     *
     * @throws KeyStateException when it was revoked
     */
    public ApiKey disabled() {
        requireNotRevoked();
        return with(false, days);
    }

    /** The key, taken back for good on that day if it was not before. */
    public ApiKey revokedOn(LocalDate day) {
        return days.revoked().isPresent() ? this
                : with(isEnabled, new Days(days.created(), days.expires(), days.lastUsed(), Optional.of(day)));
    }

    /** The key, whose last day is that one if it was not an earlier one before. */
    public ApiKey expiringBy(LocalDate day) {
        return with(isEnabled, new Days(days.created(),
                days.expires().filter(day::isAfter).or(() -> Optional.of(day)), days.lastUsed(), days.revoked()));
    }

    /** The key, which was used on that day, and maybe on a later one before. */
    public ApiKey usedOn(LocalDate day) {
        return wasUsedSince(day) ? this
                : with(isEnabled, new Days(days.created(), days.expires(), Optional.of(day), days.revoked()));
    }

    /** Whether it is known to have been used on that day or a later one. */
    public boolean wasUsedSince(LocalDate day) {
        return days.lastUsed().filter(last -> !last.isBefore(day)).isPresent();
    }

    /** @throws KeyStateException when it was revoked */
    void requireNotRevoked() {
        days.revoked().ifPresent(day -> {
            throw new KeyStateException("%s was revoked on %s, and that is final: add another key in its place."
                    .formatted(title(), day));
        });
    }

    /** What to call it by: its number alone, which nobody can call the API with. */
    String title() {
        return "Key %d of practice %d".formatted(num.value(), practice.value());
    }

    private ApiKey with(boolean enabled, Days life) {
        return new ApiKey(digest, practice, num, developerName, keyName, permissions, enabled, life);
    }

    /** The caller that this key speaks for. */
    public Caller caller() {
        return new Caller(practice, num, developerName, keyName, permissions);
    }
}
