package proctp.http;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import proctp.domain.Faults;
import proctp.domain.Money;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The value of a member as it was sent, to be read as what the member holds. What cannot be read so is noted as a fault, and
 * then nothing is given.
 *
 * @param object the object that it belongs to
 * @param json   stands at the value
 * @param member whose value it is
 * @param faults where what is wrong with it is noted
 */
record SentValue(SentObject object, JsonParser json, String member, Faults faults) {

    /** A text; also a whole number. */
    Optional<String> text() {
        return single(ValueForm.WHOLE, Optional::of, "must be text.");
    }

    /** A whole number; also a string that holds one. */
    Optional<Long> whole() {
        return single(ValueForm.WHOLE, Numbers::whole, "must be a whole number.");
    }

    /** An amount; also a string that holds one. */
    Optional<Money> money() {
        return single(ValueForm.NUMBER, Money::parse, "must be a number with at most 11 digits before the point.");
    }

    /** A date, or what stands for none, which is given as an empty one. */
    Optional<Optional<LocalDate>> date() {
        return single(ValueForm.STRING, WireFormat::dateFrom, "must be a date as yyyy-MM-dd.");
    }

    /** A boolean; also a string that holds one, as the vendor writes them. */
    Optional<Boolean> flag() {
        return single(ValueForm.FLAG, WireFormat::boolFrom, "must be \"true\" or \"false\".");
    }

    /** One of these, by its name. */
    <E extends Enum<E>> Optional<E> oneOf(E[] values) {
        return single(ValueForm.STRING, name -> Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst(),
                "must be " + Arrays.stream(values).map(Enum::name).collect(joining(" or ")) + ".");
    }

    /** Reads an array of objects, each into what {@code next} gives for it. */
    <R> void objects(Members<R> members, Supplier<R> next) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            refuse("must be an array of objects.");
            return;
        }
        for (int place = 0; json.nextToken() != JsonToken.END_ARRAY; place++) {
            R into = next.get();
            if (json.currentToken() == JsonToken.START_OBJECT) {
                object.within(member, place).read(members, into);
            } else {
                json.skipChildren();
                faults.invalid(member + "[" + place + "]", "must be an object.");
            }
        }
    }

    /** Passes over the value, and notes what is wrong with it. */
    void refuse(String problem) {
        json.skipChildren();
        faults.invalid(member, problem);
    }

    /** Whether it is a single value; notes it when it is not, and passes over it. */
    boolean isSingle() {
        boolean isSingle = json.currentToken() != JsonToken.VALUE_NULL && !json.currentToken().isStructStart();
        if (!isSingle) {
            refuse("must be a single value, not null, an object or an array.");
        }
        return isSingle;
    }

    private <T> Optional<T> single(ValueForm form, Function<String, Optional<T>> parse, String problem) {
        if (!isSingle()) {
            return Optional.empty();
        }
        Optional<T> read = form.takes(json.currentToken()) ? parse.apply(json.getString()) : Optional.empty();
        if (read.isEmpty()) {
            faults.invalid(member, problem);
        }
        return read;
    }
}
