package proctp.application;

import static java.util.Objects.requireNonNull;

/** A key is not in a state for what whoever runs the service asked of it; the message is a sentence for that person. */
public final class KeyStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyStateException(String sentence) {
        super(requireNonNull(sentence));
    }
}
