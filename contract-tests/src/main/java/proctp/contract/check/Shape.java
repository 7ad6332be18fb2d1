package proctp.contract.check;

/** What may be said of a value of which nothing is known: how it is written, not what it says. */
final class Shape {

    private static final int LONGEST = 160;

    private Shape() {
    }

    /** A number or a date with each digit as 9 and each letter as x: {@code 2023-01-24T09:33} is {@code 9999-99-99x99:99}. */
    static String of(String text) {
        return printable(text.replaceAll("\\p{L}(?<![eE])", "x").replaceAll("\\p{Nd}", "9"));
    }

    /** A text that can stand in a line of a terminal and in XML. */
    static String printable(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(LONGEST)
                .map(c -> c < ' ' || c >= 0x7f && c < 0xa0 || c >= 0xd800 && c <= 0xdfff || c >= 0xfffe ? '?' : c)
                .forEach(line::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST ? line + "..." : line.toString();
    }
}
