package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import proctp.domain.Refusal;

/** How names and values stand in a query, read strictly: what is no percent-encoded UTF-8 is refused. */
final class PercentEncoding {

    private PercentEncoding() {
    }

    /**
     * What such a part says.
     *
     * @throws Refusal when it is not encoded as it should be
     */
    static String decode(String encoded) {
        if (isPlain(encoded)) {
            return encoded;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(hexDigit(encoded, i + 1) << 4 | hexDigit(encoded, i + 2));
                i += 2;
            } else if (c > '~') {
                throw malformed();
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed();
        }
    }

    /** Whether it says itself, as most do. */
    private static boolean isPlain(String encoded) {
        return encoded.chars().allMatch(c -> c <= '~' && c != '%' && c != '+');
    }

    private static int hexDigit(String encoded, int at) {
        char c = at < encoded.length() ? encoded.charAt(at) : 'x';
        // Character.digit takes the digits of other scripts, too
        int value = c <= 'f' ? Character.digit(c, 16) : -1;
        if (value < 0) {
            throw malformed();
        }
        return value;
    }

    private static Refusal malformed() {
        return new Refusal(Refusal.Kind.PARAMETER_INVALID,
                "The query is not well-formed: it must be percent-encoded UTF-8.");
    }
}
