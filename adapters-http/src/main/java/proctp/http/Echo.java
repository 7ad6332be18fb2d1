package proctp.http;

/** What a client sent, fit to be repeated to it: short, and without characters that a terminal or a log would obey. */
final class Echo {

    private static final int LONGEST = 64;

    private Echo() {
    }

    static String of(String sent) {
        if (sent.length() <= LONGEST && sent.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return sent;
        }
        StringBuilder safe = new StringBuilder();
        sent.codePoints().limit(LONGEST).map(Echo::visible).forEach(safe::appendCodePoint);
        return sent.codePointCount(0, sent.length()) > LONGEST ? safe.append('…').toString() : safe.toString();
    }

    private static int visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\uFFFD';
            default -> codePoint;
        };
    }
}
