package proctp.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What makes it safe to send a request again whose answer was lost on the way: the work is done once, and the first answer
 * given again. It belongs to the customer key that it came with.
 *
 * @param text        what the client made up for the request, at most 255 characters
 * @param fingerprint the 64 lower-case hexadecimal digits of the SHA-256 of the request: another request may not have the
 *                    same key
 */
public record IdempotencyKey(String text, String fingerprint) {

    /** How long a key is remembered. */
    public static final Duration KEPT = Duration.ofHours(24);

    public IdempotencyKey {
        requireNonNull(text);
        requireNonNull(fingerprint);
    }

    /**
     * The key of a request.
     *
     * @param what    what the request asks for, as {@code POST /definitions}
     * @param content what it says, to the byte
     */
    public static IdempotencyKey of(String text, String what, byte[] content) {
        return new IdempotencyKey(text, Sha256.hex((what + '\n').getBytes(UTF_8), content));
    }
}
