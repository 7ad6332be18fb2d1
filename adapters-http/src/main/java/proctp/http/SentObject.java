package proctp.http;

import static java.util.function.Predicate.not;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import proctp.domain.Faults;
import proctp.domain.Refusal;
import proctp.domain.Refusal.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one object of a body. Faults of single members are gathered, so that one answer names them all. */
final class SentObject {

    private static final int MOST_IGNORED = 40;
    private static final Pattern HEADER_SAFE = Pattern.compile("[\\w.@$:#/-]{1,64}");

    private final JsonParser json;
    private final Handling handling;
    private final Set<String> ignored;
    private final String place;
    private final String kindOfPlace;

    private SentObject(JsonParser json, Handling handling, Set<String> ignored, String place, String kindOfPlace) {
        this.json = json;
        this.handling = handling;
        this.ignored = ignored;
        this.place = place;
        this.kindOfPlace = kindOfPlace;
    }

    /**
     * Reads a body's only object.
     *
     * @param into takes the values, and its faults
     * @return the members that were passed over, by their names, each once, those of rows as {@code ProcTPs.ItemOrder}; of
     *         unknown ones the first few, if a header can hold them
     * @throws Refusal          when it is not one JSON object, or a member is in an object twice
     * @throws JacksonException when it is not JSON
     */
    static <B> List<String> readBody(JsonParser json, Handling handling, Members<B> members, B into) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Refusal(Kind.BODY_INVALID, "The body must be a JSON object with " + members.purpose() + ".");
        }
        SentObject body = new SentObject(json, handling, new LinkedHashSet<>(), "", "");
        body.read(members, into);
        if (json.nextToken() != null) {
            throw new Refusal(Kind.BODY_INVALID, "The body must be one JSON object, with nothing behind it.");
        }
        return List.copyOf(body.ignored);
    }

    /** The object at that place of a member's array. */
    SentObject within(String member, int at) {
        return new SentObject(json, handling, ignored, place + member + "[" + at + "].", kindOfPlace + member + ".");
    }

    /** Reads the object whose first token has just been read. */
    <B> void read(Members<B> members, B into) {
        Set<String> seen = new HashSet<>();
        Faults faults = members.faults(into);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            String member = members.resolve(name).orElse(name);
            if (!seen.add(member)) {
                throw new Refusal(Kind.FIELD_REPEATED, place + Echo.of(member) + " is given more than once.");
            }
            if (members.has(member)) {
                read(members, new SentValue(this, json, member, faults), into);
            } else {
                json.skipChildren();
                notAMember(members, name, faults);
            }
        }
        members.required().stream().filter(not(seen::contains)).forEach(faults::required);
    }

    private <B> void read(Members<B> members, SentValue value, B into) {
        Optional<BiConsumer<SentValue, B>> taker = members.taker(value.member());
        if (taker.isPresent()) {
            taker.get().accept(value, into);
        } else if (value.isSingle()) {
            passOver(members, value);
        }
    }

    private void passOver(Members<?> members, SentValue value) {
        if (handling == Handling.STRICT) {
            value.faults().add(Kind.FIELD_READ_ONLY, members.readOnly(), value.member());
        } else {
            ignored.add(kindOfPlace + value.member());
        }
    }

    private void notAMember(Members<?> members, String name, Faults faults) {
        if (handling == Handling.LENIENT) {
            // they go into a header, which has room for a few names of the usual kind
            if (ignored.size() < MOST_IGNORED && HEADER_SAFE.matcher(name).matches()) {
                ignored.add(kindOfPlace + name);
            }
        } else {
            faults.add(Kind.FIELD_UNKNOWN, "'%s' is not a field of a " + members.kind() + ".", Echo.of(name));
        }
    }
}
