package proctp.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;
import proctp.domain.Refusal;

/** Whole numbers as clients must write them: plain ASCII digits, no plus sign, no leading zeros, within 64 bits. */
final class Numbers {

    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,18}");

    private Numbers() {
    }

    /** The number, empty when the text is none. */
    static Optional<Long> whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException beyond64Bits) {
            return Optional.empty();
        }
    }

    /** The number that a parameter of that name must be; {@code PARAMETER_INVALID} when it is none. */
    static long parameter(String name, String text) {
        return whole(text).orElseThrow(() -> invalid(name));
    }

    /** The number of the record that the path names, which is noted. */
    static long ofRecord(Context context, String name) {
        long num = parameter(name, context.pathParam(name));
        Exchange.of(context).number(name, num);
        return num;
    }

    /** The refusal of a parameter's value. */
    static Refusal invalid(String name) {
        return new Refusal(Refusal.Kind.PARAMETER_INVALID, name + " is invalid.");
    }
}
