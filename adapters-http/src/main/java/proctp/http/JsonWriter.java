package proctp.http;

import java.util.Arrays;
import proctp.domain.Money;

/**
 * JSON on its way out, as UTF-8, with nothing in it that need not be there. It writes all that this API has, and little else: members
 * stand one after the other, so whoever calls sees to it that they are in an object, and that what was begun is ended.
 */
final class JsonWriter {

    /** Of a {@code long}, and of an amount: their longest forms have 20 and 17 characters. */
    private static final int LONGEST_NUMBER = 20;

    /** What a character of a Java text comes to at most: six ASCII characters when it is escaped, three bytes otherwise. */
    private static final int LONGEST_CHARACTER = 6;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    private byte[] buffer;
    private int length;
    /** Whether what is written next has a neighbour before it. */
    private boolean behind;

    /** @param expected bytes; more or less do no harm */
    JsonWriter(int expected) {
        buffer = new byte[expected];
    }

    /** All that was written. */
    byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    void startObject() {
        begin('{');
    }

    void endObject() {
        end('}');
    }

    void startArray() {
        begin('[');
    }

    void endArray() {
        end(']');
    }

    /** The name of a member, whose value comes next. */
    void name(String name) {
        value(name.length() + 4);
        put('"');
        ascii(name);
        put('"');
        put(':');
        behind = false;
    }

    /** A text. */
    void text(String value) {
        value(value.length() + 3);
        put('"');
        characters(value);
        put('"');
    }

    /** A whole number. */
    void number(long value) {
        value(LONGEST_NUMBER + 1);
        digits(value);
    }

    /** An amount: plain, with at least one decimal, trailing zeros off. */
    void number(Money amount) {
        value(LONGEST_NUMBER + 1);
        long tenThousandths = amount.tenThousandths();
        if (tenThousandths < 0) {
            put('-');
        }
        long positive = Math.abs(tenThousandths);
        digits(positive / 10_000);
        put('.');
        int fraction = (int) (positive % 10_000);
        do {
            put('0' + fraction / 1_000);
            fraction = fraction % 1_000 * 10;
        } while (fraction != 0);
    }

    void nothing() {
        value(5);
        ascii("null");
    }

    void text(String name, String value) {
        name(name);
        text(value);
    }

    void number(String name, long value) {
        name(name);
        number(value);
    }

    void number(String name, Money amount) {
        name(name);
        number(amount);
    }

    /** The end of a line of JSON. */
    void endLine() {
        room(1);
        put('\n');
        behind = false;
    }

    private void begin(char bracket) {
        value(2);
        put(bracket);
        behind = false;
    }

    private void end(char bracket) {
        room(1);
        put(bracket);
        behind = true;
    }

    /** Parts a value, or a name, from what is before it, and makes room for so many bytes, the comma among them. */
    private void value(int bytes) {
        room(bytes);
        if (behind) {
            put(',');
        }
        behind = true;
    }

    private void room(int bytes) {
        if (bytes > buffer.length - length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + bytes));
        }
    }

    private void put(int ascii) {
        buffer[length++] = (byte) ascii;
    }

    // the only way to have them copied as they are, which is what it is deprecated for: they are ASCII
    @SuppressWarnings("deprecation")
    private void ascii(String text) {
        text.getBytes(0, text.length(), buffer, length);
        length += text.length();
    }

    private void characters(String text) {
        int plain = plainCharacters(text);
        if (plain < text.length()) {
            room((text.length() - plain) * LONGEST_CHARACTER + 1);
            for (int i = plain; i < text.length(); i++) {
                i += character(text, i);
            }
        }
    }

    /**
     * Writes those up to the first that is not ASCII or must be escaped, which most texts do not have; how many they are. There is room
     * for them, and the quote behind them. It looks at the fields once and not for each, since most bytes of an answer are written here.
     */
    private int plainCharacters(String text) {
        byte[] into = buffer;
        int start = length;
        int count = 0;
        while (count < text.length() && isPlain(text.charAt(count))) {
            into[start + count] = (byte) text.charAt(count);
            count++;
        }
        length = start + count;
        return count;
    }

    private static boolean isPlain(char character) {
        return character >= ' ' && character < 0x7F && character != '"' && character != '\\';
    }

    /** One character; how many more of the text's it took. */
    private int character(String text, int at) {
        int codePoint = text.codePointAt(at);
        if (codePoint < ' ' || codePoint == '"' || codePoint == '\\') {
            escape(codePoint);
        } else if (codePoint < 0x80) {
            put(codePoint);
        } else if (codePoint < 0x800) {
            put(0xC0 | codePoint >> 6);
            continuation(codePoint);
        } else if (codePoint < 0x10000) {
            // half of a character has no form in UTF-8
            int whole = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE ? '\uFFFD' : codePoint;
            put(0xE0 | whole >> 12);
            continuation(whole >> 6);
            continuation(whole);
        } else {
            put(0xF0 | codePoint >> 18);
            continuation(codePoint >> 12);
            continuation(codePoint >> 6);
            continuation(codePoint);
        }
        return Character.charCount(codePoint) - 1;
    }

    private void continuation(int bits) {
        put(0x80 | bits & 0x3F);
    }

    private void escape(int character) {
        put('\\');
        switch (character) {
            case '"', '\\' -> put(character);
            case '\b' -> put('b');
            case '\t' -> put('t');
            case '\n' -> put('n');
            case '\f' -> put('f');
            case '\r' -> put('r');
            default -> {
                ascii("u00");
                put(HEX[character >> 4]);
                put(HEX[character & 0xF]);
            }
        }
    }

    private void digits(long value) {
        if (value == Long.MIN_VALUE) {
            // it has no positive
            ascii(Long.toString(value));
            return;
        }
        long rest = value;
        if (rest < 0) {
            put('-');
            rest = -rest;
        }
        int end = length + width(rest);
        for (int at = end - 1; at >= length; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length = end;
    }

    private static int width(long positive) {
        int width = 1;
        for (long power = 10; width < 19 && positive >= power; power *= 10) {
            width++;
        }
        return width;
    }
}
