package proctp.http;

import java.util.Arrays;
import tools.jackson.core.JsonToken;

/** In which forms of JSON a value may come: clients and files write numbers and booleans as strings, too, as the vendor does. */
enum ValueForm {
    /** A string. */
    STRING(JsonToken.VALUE_STRING),
    /** A whole number, or a string. */
    WHOLE(JsonToken.VALUE_STRING, JsonToken.VALUE_NUMBER_INT),
    /** Any number, or a string. */
    NUMBER(JsonToken.VALUE_STRING, JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT),
    /** A boolean, or a string. */
    FLAG(JsonToken.VALUE_STRING, JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE);

    private final JsonToken[] tokens;

    ValueForm(JsonToken... tokens) {
        this.tokens = tokens;
    }

    /** Whether a value that begins with this is in the form. */
    boolean takes(JsonToken token) {
        return Arrays.asList(tokens).contains(token);
    }
}
