package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a file, one after the other. What is wrong with one leaves the others as they are. */
final class Utf8Lines {

    /** A line that is longer is passed over: it may be a file of another kind, and would have to be held as a whole. */
    static final int LONGEST = 64 * 1_024 * 1_024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CharsetDecoder decoder = UTF_8.newDecoder();
    private final byte[] read = new byte[64 * 1_024];
    private final InputStream file;
    private int from;
    private int to;
    private byte[] line = new byte[1_024];
    private int length;
    private long number;

    Utf8Lines(InputStream file) {
        this.file = file;
    }

    /** Goes on to the next line; whether there is one. */
    boolean next() {
        length = 0;
        number++;
        boolean found = false;
        while (from < to || fill()) {
            found = true;
            int end = from;
            while (end < to && read[end] != '\n') {
                end++;
            }
            keep(end);
            from = end + 1;
            if (end < to) {
                return true;
            }
        }
        return found;
    }

    private boolean fill() {
        try {
            to = file.read(read);
            from = 0;
            return to > 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void keep(int end) {
        int more = end - from;
        if (length + more > LONGEST) {
            length = LONGEST + 1;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
        }
        System.arraycopy(read, from, line, length, more);
        length += more;
    }

    /** Which line it is, from 1. */
    long number() {
        return number;
    }

    /** Whether it has more than can be held. */
    boolean isTooLong() {
        return length > LONGEST;
    }

    /** What it holds, without the byte order mark that a file may begin with; empty when it is not UTF-8. */
    Optional<String> text() {
        try {
            String text = decoder.decode(ByteBuffer.wrap(line, 0, length)).toString();
            return Optional.of(number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
