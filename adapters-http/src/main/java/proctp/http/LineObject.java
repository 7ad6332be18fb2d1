package proctp.http;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import proctp.domain.Faults;
import proctp.domain.Money;
import proctp.domain.Refusal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One object of a line: its members by their exact names. One that is null counts as missing. What is wrong with a member is
 * noted when it is asked for, never with its value, and then it is given as if it were missing.
 */
final class LineObject {

    private static final int LAST_YEAR = 9_999;
    private static final long LARGEST_NUM = 1L << 53;

    private final Map<String, Value> members = new HashMap<>(64);
    private final Set<String> repeated = new HashSet<>();
    private final Faults faults;

    private record Value(JsonToken token, String text) {
    }

    /** @param json has just read the object's first token, and has read all of it then */
    LineObject(JsonParser json, Faults faults) {
        this.faults = faults;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken token = json.nextToken();
            Value value = new Value(token, token.isScalarValue() ? json.getString() : "");
            json.skipChildren();
            if (token != JsonToken.VALUE_NULL && members.put(name, value) != null) {
                repeated.add(name);
            }
        }
    }

    /** Where what is wrong with it is gathered. */
    Faults faults() {
        return faults;
    }

    /** Whether the member is there. */
    boolean has(String member) {
        return members.containsKey(member);
    }

    /** The number of a record, which has to be there. */
    long num(String member) {
        if (!has(member)) {
            faults.required(member);
        }
        long num = whole(member, 1);
        if (num < 1) {
            faults.invalid(member, "must be the number of a record, from 1.");
        }
        return num;
    }

    /** The number of the record itself, which has to be there, and leaves room for those that are given out after it. */
    long ownNum(String member) {
        long num = num(member);
        roomAfter(member, num);
        return num;
    }

    /** Notes when hardly any numbers could be given out after this one: programs read them as JSON's, which are exact to here. */
    void roomAfter(String member, long num) {
        if (num > LARGEST_NUM) {
            faults.invalid(member, "must be at most " + LARGEST_NUM + ".");
        }
    }

    /** A whole number of 64 bits; also a string that holds one. */
    long whole(String member, long otherwise) {
        return value(member, ValueForm.WHOLE, Numbers::whole, "must be a whole number.").orElse(otherwise);
    }

    /** A whole number within these bounds. */
    int whole(String member, int least, int most, int otherwise) {
        return value(member, ValueForm.WHOLE, text -> Numbers.whole(text).filter(number -> number >= least && number <= most),
                "must be a whole number from " + least + " to " + most + ".").orElse((long) otherwise).intValue();
    }

    /** A text, whose length nobody has looked at yet; also a whole number. */
    String text(String member) {
        return value(member, ValueForm.WHOLE, Optional::of, "must be text.").orElse("");
    }

    /** A text of at most so many characters. */
    String text(String member, int longest) {
        return faults.text(member, longest, text(member)).orElse("");
    }

    /** An amount; also a string that holds one. */
    Money money(String member, Money otherwise) {
        return value(member, ValueForm.NUMBER, Money::parse, "must be a number with at most 11 digits before the point.")
                .orElse(otherwise);
    }

    /** A date; also a text of nothing for none. */
    Optional<LocalDate> date(String member) {
        return value(member, ValueForm.STRING, text -> text.isEmpty() ? Optional.of(Optional.<LocalDate>empty()) : WireFormat.dateFrom(text),
                "must be a date as yyyy-MM-dd.").flatMap(Function.identity());
    }

    /** A date-time in the practice's zone; also a text of nothing for none. It can be stored when it has a year in UTC, too. */
    Optional<Instant> dateTime(String member, WireFormat format) {
        Optional<Instant> moment = value(member, ValueForm.STRING, text -> text.isEmpty() ? Optional.of(Optional.<Instant>empty()) : format.dateTimeFrom(text),
                "must be a date-time as yyyy-MM-dd HH:mm:ss.").flatMap(Function.identity());
        int year = moment.map(there -> there.atOffset(ZoneOffset.UTC).getYear()).orElse(1);
        if (year < 1 || year > LAST_YEAR) {
            faults.invalid(member, "must be in the years 1 to 9999 in UTC, too.");
            return Optional.empty();
        }
        return moment;
    }

    /** A boolean; also a string that holds one. */
    Optional<Boolean> flag(String member) {
        return value(member, ValueForm.FLAG, text -> WireFormat.boolFrom(Ascii.lowerCase(text)), "must be \"true\" or \"false\".");
    }

    /** One of these, by its name. */
    <E extends Enum<E>> E oneOf(String member, E[] values, E otherwise) {
        return value(member, ValueForm.STRING, name -> Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst(),
                "must be " + Arrays.stream(values).map(Enum::name).collect(joining(" or ")) + ".").orElse(otherwise);
    }

    private <T> Optional<T> value(String member, ValueForm form, Function<String, Optional<T>> parse, String problem) {
        Value value = members.get(member);
        if (value == null) {
            return Optional.empty();
        }
        if (repeated.contains(member)) {
            faults.add(Refusal.Kind.FIELD_REPEATED, "%s is given more than once.", member);
            return Optional.empty();
        }
        Optional<T> parsed = form.takes(value.token) ? parse.apply(value.text) : Optional.empty();
        if (parsed.isEmpty()) {
            faults.invalid(member, problem);
        }
        return parsed;
    }
}
