package proctp.contract.wire;

/** As much of JSON as it takes to send a text and to find it again, apart from the code that is tested. */
final class Json {

    private Json() {
    }

    /** The text as a JSON string in which only what must be escaped is. */
    static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\') {
                json.append(escape(c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    /** The text as a JSON string in which everything is escaped. */
    static String escaped(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            json.append(escape(c));
        }
        return json.append('"').toString();
    }

    /** The text that a member of an object holds. */
    static String text(String object, String member) {
        String start = "\"" + member + "\":\"";
        StringBuilder text = new StringBuilder();
        for (int i = object.indexOf(start) + start.length(); object.charAt(i) != '"'; i++) {
            char c = object.charAt(i);
            if (c == '\\') {
                c = object.charAt(++i);
                if (c == 'u') {
                    c = (char) Integer.parseInt(object.substring(i + 1, i + 5), 16);
                    i += 4;
                } else {
                    c = "\"\\/\b\f\n\r\t".charAt("\"\\/bfnrt".indexOf(c));
                }
            }
            text.append(c);
        }
        return text.toString();
    }

    private static String escape(char c) {
        return String.format("\\u%04x", (int) c);
    }
}
