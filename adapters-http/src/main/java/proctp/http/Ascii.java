package proctp.http;

/** Names without regard to case. Of ASCII alone: a locale or Unicode's folding would let other letters pass for these. */
final class Ascii {

    private Ascii() {
    }

    /** The text with A to Z in lower case, and all else as it is. */
    static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            lower.setCharAt(i, lowerCase(text.charAt(i)));
        }
        return lower.toString();
    }

    private static char lowerCase(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    /** Whether two texts are the same but for the case of A to Z. */
    static boolean same(String one, String other) {
        boolean same = one.length() == other.length();
        for (int i = 0; same && i < one.length(); i++) {
            same = lowerCase(one.charAt(i)) == lowerCase(other.charAt(i));
        }
        return same;
    }
}
