package proctp.bootstrap;

import java.util.StringJoiner;

/** One JSON object, member by member. What a terminal would obey is escaped. */
final class JsonMembers {

    private static final char FIRST_PRINTABLE = ' ';

    private final StringJoiner members = new StringJoiner(",", "{", "}");

    /** A text. */
    JsonMembers add(String name, String text) {
        return put(name, quoted(text));
    }

    /** A number. */
    JsonMembers add(String name, long number) {
        return put(name, String.valueOf(number));
    }

    /** An object, or a list of texts that are names and need no escape. */
    JsonMembers put(String name, String json) {
        members.add(quoted(name) + ":" + json);
        return this;
    }

    /** A text in quotation marks. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < FIRST_PRINTABLE || !Character.isSurrogate(character) && Visible.isObeyed(character)) {
                quoted.append("\\u%04x".formatted((int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return members.toString();
    }
}
