package proctp.application;

import java.time.LocalDate;
import java.util.Optional;
import proctp.application.port.ApiKeys;

/**
 * Makes the key that follows another: of the same developer, by the same name, with the same permissions. The old one works
 * on, so that its client has time to change over.
 */
public final class RotateApiKey {

    private final ApiKeys apiKeys;

    public RotateApiKey(ApiKeys apiKeys) {
        this.apiKeys = apiKeys;
    }

    /**
     * How a key is followed.
     *
     * @param pair    what the new pair of keys comes to
     * @param today   the day on which that is done
     * @param expires the last day of the new key; empty when it is that of the old one
     * @param lastDay the last day of the old key, if that has no earlier one; empty when it stays what it was
     */
    public record Terms(KeyDigest pair, LocalDate today, Optional<LocalDate> expires, Optional<LocalDate> lastDay) {
    }

    /**
     * The new key; empty when there is no key of that number.
     *
     * @throws KeyStateException when the old key was revoked or is disabled, or has expired and so would the new one
     */
    public Optional<ApiKey> rotate(PracticeNum practice, ApiKeyNum num, Terms terms) {
        return apiKeys.replace(practice, num, old -> followed(old, terms), (old, next) -> successor(old, next, terms));
    }

    private static ApiKey followed(ApiKey old, Terms terms) {
        old.requireNotRevoked();
        if (old.state(terms.today()) == ApiKey.State.DISABLED) {
            throw new KeyStateException(old.title() + " is disabled, so no other takes its place: enable it first, or add"
                    + " another key.");
        }
        if (old.state(terms.today()) == ApiKey.State.EXPIRED && terms.expires().isEmpty()) {
            throw new KeyStateException("%s has expired on %s, and so would the one in its place: say until when that is to work."
                    .formatted(old.title(), old.days().expires().orElseThrow()));
        }
        return terms.lastDay().map(old::expiringBy).orElse(old);
    }

    private static ApiKey successor(ApiKey old, ApiKeyNum num, Terms terms) {
        ApiKey.Days days = new ApiKey.Days(Optional.of(terms.today()), terms.expires().or(() -> old.days().expires()),
                Optional.empty(), Optional.empty());
        return new ApiKey(terms.pair(), old.practice(), num, old.developerName(), old.keyName(), old.permissions(), true, days);
    }
}
