package proctp.contract.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the bytes of a request from a line of text, by the rules at the head of {@code hostile-requests.txt}. */
final class RequestText {

    private static final String LENGTH = "length";
    private static final Pattern REPETITION = Pattern.compile("([0-9]+) \\* (.*)");
    private static final Pattern DIGIT = Pattern.compile("\\((\\w+)/(\\w+)\\)");
    private static final String END_OF_HEAD = "\r\n\r\n";

    /** Stands for the length until the body is known: above all bytes, which are characters up to 255 here. */
    private static final String LENGTH_TO_COME = "\uFFFF";

    private final Map<String, String> words = new HashMap<>(Map.of(LENGTH, LENGTH_TO_COME));

    /** From now on the word in angle brackets stands for what the text does. */
    void define(String word, String text) {
        words.put(word, expand(text));
    }

    /** The bytes that a text stands for. */
    byte[] bytes(String text) {
        String request = expand(text);
        int head = request.indexOf(END_OF_HEAD);
        int length = head < 0 ? 0 : request.length() - head - END_OF_HEAD.length();
        return request.replace(LENGTH_TO_COME, String.valueOf(length)).getBytes(ISO_8859_1);
    }

    private String expand(String text) {
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            at = switch (text.charAt(at)) {
                case '\\' -> escape(text, at, expanded);
                case '<' -> bracket(text, at, expanded);
                default -> character(text, at, expanded);
            };
        }
        return expanded.toString();
    }

    private static int character(String text, int at, StringBuilder expanded) {
        String character = Character.toString(text.codePointAt(at));
        expanded.append(new String(character.getBytes(UTF_8), ISO_8859_1));
        return at + character.length();
    }

    private static int escape(String text, int at, StringBuilder expanded) {
        char letter = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (letter == 'x') {
            expanded.append((char) Integer.parseInt(text.substring(at + 2, at + 4), 16));
            return at + 4;
        }
        expanded.append(switch (letter) {
            case 'r' -> '\r';
            case 'n' -> '\n';
            case '\\', '<' -> letter;
            default -> throw new IllegalArgumentException("no escape: " + text.substring(at));
        });
        return at + 2;
    }

    private int bracket(String text, int at, StringBuilder expanded) {
        int end = text.indexOf('>', at);
        String inside = end < 0 ? "" : text.substring(at + 1, end);
        Matcher repetition = REPETITION.matcher(inside);
        if (repetition.matches()) {
            repeat(Integer.parseInt(repetition.group(1)), expand(repetition.group(2)), expanded);
        } else if (words.containsKey(inside)) {
            expanded.append(words.get(inside));
        } else {
            throw new IllegalArgumentException("neither a word nor a repetition: " + text.substring(at));
        }
        return end + 1;
    }

    private static void repeat(int times, String text, StringBuilder expanded) {
        int digits = Integer.toBinaryString(times - 1).length();
        for (int i = 0; i < times; i++) {
            int number = i;
            String counted = text.replace("#", String.valueOf(number));
            expanded.append(DIGIT.matcher(counted).replaceAll(pair -> binary(number, digits, pair.group(1), pair.group(2))));
        }
    }

    private static String binary(int number, int digits, String zero, String one) {
        StringBuilder written = new StringBuilder();
        for (int digit = digits - 1; digit >= 0; digit--) {
            written.append((number >> digit & 1) == 0 ? zero : one);
        }
        return written.toString();
    }
}
