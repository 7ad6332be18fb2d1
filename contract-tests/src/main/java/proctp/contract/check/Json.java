package proctp.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON value as its tokens stand: the text of a number, the members of an object in their order, each as often as it is there.
 *
 * @param kind    what it is
 * @param text    of a text what it says, of a number how it is written, else {@code ""}
 * @param members of an object
 * @param items   of an array
 */
record Json(Kind kind, String text, List<Member> members, List<Json> items) {

    private static final JsonFactory READER = JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_PROPERTY_NAMES).build();

    /** The kinds of values, in words. */
    enum Kind {
        OBJECT("an object"), ARRAY("a list"), STRING("a text"), NUMBER("a number"), BOOLEAN("a boolean"), NULL("null");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** A name and what it has. */
    record Member(String name, Json value) {
    }

    /** The one value in these bytes; empty when they are not exactly one in UTF-8. A byte order mark is not minded here. */
    static Optional<Json> read(byte[] bytes) {
        String text;
        try {
            // the parser would take bytes for text that are none
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
        try (JsonParser parser = READER.createParser(ObjectReadContext.empty(), text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            Json value = value(parser);
            return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Json value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> scalar(Kind.STRING, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Kind.NUMBER, parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> scalar(Kind.BOOLEAN, parser.getString());
            default -> scalar(Kind.NULL, "");
        };
    }

    private static Json scalar(Kind kind, String text) {
        return new Json(kind, text, List.of(), List.of());
    }

    private static Json object(JsonParser parser) {
        List<Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.add(new Member(name, value(parser)));
        }
        return new Json(Kind.OBJECT, "", members, List.of());
    }

    private static Json array(JsonParser parser) {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Json(Kind.ARRAY, "", List.of(), items);
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** The names of its members as they stand. */
    List<String> names() {
        return members.stream().map(Member::name).toList();
    }

    /** What a member has, where it is there. */
    Optional<Json> get(String name) {
        return members.stream().filter(member -> member.name().equals(name)).map(Member::value).findFirst();
    }

    /** What a member says, or how its number is written. */
    String text(String name) throws Unchecked {
        return get(name).orElseThrow(() -> new Unchecked("what was answered has no " + name)).text();
    }

    /** The whole number that a member has. */
    long number(String name) throws Unchecked {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException other) {
            throw new Unchecked("what was answered has no whole number as " + name);
        }
    }

    /** The same without these members. */
    Json without(String... names) {
        return new Json(kind, text, members.stream().filter(member -> !List.of(names).contains(member.name())).toList(), items);
    }

    /** The same with another text as a member. */
    Json with(String name, String text) {
        return new Json(kind, this.text, members.stream()
                .map(member -> member.name().equals(name) ? new Member(name, new Json(Kind.STRING, text, List.of(), List.of())) : member)
                .toList(), items);
    }

    /** As it is sent. */
    String written() {
        return switch (kind) {
            case OBJECT -> members.stream().map(member -> quoted(member.name()) + ":" + member.value().written()).collect(joining(",", "{", "}"));
            case ARRAY -> items.stream().map(Json::written).collect(joining(",", "[", "]"));
            case STRING -> quoted(text);
            case NULL -> "null";
            default -> text;
        };
    }

    /** A text as JSON. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            json.append(c < ' ' || c == '"' || c == '\\' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return json.append('"').toString();
    }

    /** The names of the members in which the other one differs. */
    String differences(Json other) {
        return Stream.concat(names().stream(), other.names().stream()).distinct()
                .filter(Predicate.not(name -> Objects.equals(get(name), other.get(name)))).map(Shape::printable).collect(joining(", "));
    }

    /** What it is, in words that tell nothing of what it says. */
    String words() {
        return switch (kind) {
            case ARRAY -> "a list of " + items.size();
            case OBJECT -> "an object of " + members.size() + (members.size() == 1 ? " member" : " members");
            default -> kind.toString();
        };
    }
}
