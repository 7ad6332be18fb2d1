package proctp.domain;

import java.util.Optional;

/** What a text member can hold: any Unicode text but U+0000, which no database stores, and halves of characters. */
final class Text {

    private Text() {
    }

    /**
     * What keeps a text from being stored as it was sent, as a sentence that wants the member's name before it; empty if
     * nothing does.
     *
     * @param longest in code points
     */
    static Optional<String> problem(int longest, String value) {
        if (value.indexOf('\0') >= 0) {
            return Optional.of("must not contain the character U+0000.");
        }
        if (value.codePoints().anyMatch(Text::isUnpairedSurrogate)) {
            return Optional.of("must be valid Unicode, without unpaired surrogates.");
        }
        int length = value.codePointCount(0, value.length());
        if (length > longest) {
            return Optional.of("must be at most " + longest + " characters long, not " + length + ".");
        }
        return Optional.empty();
    }

    private static boolean isUnpairedSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
