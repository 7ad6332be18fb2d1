package proctp.http;

/** Names without regard to case. Of ASCII alone: a locale or Unicode's folding would let other letters pass for these. */
final class Ascii {

    private Ascii() {
    }

    /** The text with A to Z in lower case, and all else as it is. */
    static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return lower.toString();
    }

    /** Whether two texts are the same but for the case of A to Z. */
    static boolean same(String one, String other) {
        return one.length() == other.length() && lowerCase(one).equals(lowerCase(other));
    }
}
