package proctp.application;

import static java.util.Objects.requireNonNull;

/**
 * What a client had made, as it was when it was made.
 *
 * @param value    what was made
 * @param isReplay whether an earlier request with the same {@link IdempotencyKey} made it, and this one nothing
 */
public record Posted<T>(T value, boolean isReplay) {

    public Posted {
        requireNonNull(value);
    }
}
