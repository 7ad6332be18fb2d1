package proctp.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import proctp.domain.DefNum;
import proctp.domain.Money;
import proctp.domain.ProcTPEdit;
import proctp.domain.Refusal;
import proctp.domain.Refusal.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what an update's body wants changed. Faults of single fields are gathered, so that one answer names them all. */
final class ProcTPEditJson {

    private static final int MOST_IGNORED = 40;
    private static final Pattern HEADER_SAFE = Pattern.compile("[\\w.@$:#/-]{1,64}");

    private final ProcTPEdit.Builder edit = ProcTPEdit.builder();
    private final List<String> ignored = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final JsonParser json;
    private final Handling handling;

    private ProcTPEditJson(JsonParser json, Handling handling) {
        this.json = json;
        this.handling = handling;
    }

    /**
     * Reads a body.
     *
     * @throws Refusal          when it is not one JSON object, or a field is in it twice
     * @throws JacksonException when it is not JSON
     */
    static ProcTPEditJson read(JsonParser json, Handling handling) {
        ProcTPEditJson body = new ProcTPEditJson(json, handling);
        body.readObject();
        return body;
    }

    /** What is to change. Its faults come out when it is built. */
    ProcTPEdit.Builder edit() {
        return edit;
    }

    /** The fields that were passed over, by their names; of unknown ones the first few, if a header can hold them. */
    List<String> ignored() {
        return ignored;
    }

    private void readObject() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Refusal(Kind.BODY_INVALID, "The body must be a JSON object with the fields to change.");
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            readField(name);
        }
        if (json.nextToken() != null) {
            throw new Refusal(Kind.BODY_INVALID, "The body must be one JSON object, with nothing behind it.");
        }
    }

    private void readField(String name) {
        String member = ProcTPMembers.resolve(name).orElse(name);
        if (!seen.add(member)) {
            throw new Refusal(Kind.FIELD_REPEATED, Echo.of(member) + " is given more than once.");
        }
        if (!ProcTPMembers.has(member)) {
            json.skipChildren();
            notAField(name);
        } else if (json.currentToken() == JsonToken.VALUE_NULL || json.currentToken().isStructStart()) {
            json.skipChildren();
            edit.faults().invalid(member, "must be a single value, not null, an object or an array.");
        } else if (!readEditable(member)) {
            notEditable(member);
        }
    }

    private void notAField(String name) {
        if (handling == Handling.LENIENT) {
            // they go into a header, which has room for a few names of the usual kind
            if (ignored.size() < MOST_IGNORED && HEADER_SAFE.matcher(name).matches()) {
                ignored.add(name);
            }
        } else {
            edit.faults().add(Kind.FIELD_UNKNOWN, "'%s' is not a field of a ProcTP.", Echo.of(name));
        }
    }

    private void notEditable(String member) {
        if (handling == Handling.STRICT) {
            edit.faults().add(Kind.FIELD_READ_ONLY, "%s cannot be changed.", member);
        } else {
            ignored.add(member);
        }
    }

    /** Whether the member is one that can change; its value is taken then. */
    private boolean readEditable(String member) {
        switch (member) {
            case "Priority" -> priority();
            case "ToothNumTP" -> text(member, edit::toothNumTP);
            case "Surf" -> text(member, edit::surf);
            case "ProcCode" -> text(member, edit::procCode);
            case "Descript" -> text(member, edit::descript);
            case "FeeAmt" -> money(member, edit::feeAmt);
            case "PriInsAmt" -> money(member, edit::priInsAmt);
            case "SecInsAmt" -> money(member, edit::secInsAmt);
            case "PatAmt" -> money(member, edit::patAmt);
            case "Discount" -> money(member, edit::discount);
            case "Prognosis" -> text(member, edit::prognosis);
            case "Dx" -> text(member, edit::dx);
            case "ProcAbbr" -> text(member, edit::procAbbr);
            case "FeeAllowed" -> money(member, edit::feeAllowed);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void priority() {
        JsonToken token = json.currentToken();
        boolean number = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_STRING;
        Numbers.whole(number ? json.getString() : "").map(DefNum::new).ifPresentOrElse(edit::priority,
                () -> edit.faults().invalid("Priority", "must be a whole number."));
    }

    private void text(String member, Consumer<String> set) {
        JsonToken token = json.currentToken();
        // clients send a tooth's number as a number
        if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
            set.accept(json.getString());
        } else {
            edit.faults().invalid(member, "must be text.");
        }
    }

    private void money(String member, Consumer<Money> set) {
        JsonToken token = json.currentToken();
        // the vendor's own example sends an amount as a string
        boolean number = token.isNumeric() || token == JsonToken.VALUE_STRING;
        Money.parse(number ? json.getString() : "").ifPresentOrElse(set, () -> edit.faults().invalid(member,
                "must be a number with at most 11 digits before the point."));
    }
}
