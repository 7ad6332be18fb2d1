package proctp.http;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import proctp.application.Change;
import proctp.application.Change.Versions;
import proctp.domain.ProcTPNum;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Writes an entry of the change feed, with what a row or a plan was before and is after it as the API writes them. */
final class ChangeJson {

    /** A row or a plan has no member that holds others. */
    private static final JsonFactory READER = Json.reader(1);

    /** How a row or a plan is written. */
    private interface Form<T> {
        void write(JsonWriter json, T row, WireFormat format);
    }

    private ChangeJson() {
    }

    static void write(JsonWriter json, Change change, WireFormat format) {
        boolean isOfProcTP = isOfProcTP(change);
        json.startObject();
        json.number("ChangeNum", change.num());
        json.text("ChangeDateTime", format.dateTime(change.moment()));
        json.text("Table", isOfProcTP ? "ProcTP" : "TreatPlan");
        json.text("Action", change.action().name());
        json.text("DeveloperName", change.author().developerName());
        json.text("KeyName", change.author().keyName());
        json.text("RequestId", change.author().requestId());
        json.number("ProcTPNum", change.procTPNum().map(ProcTPNum::value).orElse(0L));
        json.number("TreatPlanNum", change.treatPlanNum().value());
        json.number("PatNum", change.patNum());
        json.name("ChangedFields");
        json.startArray();
        changedFields(change, format.zone()).forEach(json::text);
        json.endArray();
        if (isOfProcTP) {
            versions(json, change.procTP(), format, ProcTPJson::write);
        } else {
            versions(json, change.treatPlan(), format, TreatPlanJson::write);
        }
        json.endObject();
    }

    private static boolean isOfProcTP(Change change) {
        return change.procTPNum().isPresent();
    }

    /**
     * The members that are written in other words than before, in the API's order. What is not written, as a signature's strokes,
     * has no name.
     */
    static List<String> changedFields(Change change, ZoneId zone) {
        WireFormat format = WireFormat.vendors(zone);
        return isOfProcTP(change) ? changedFields(change.procTP(), format, ProcTPJson::write)
                : changedFields(change.treatPlan(), format, TreatPlanJson::write);
    }

    private static <T> void versions(JsonWriter json, Versions<T> versions, WireFormat format, Form<T> form) {
        version(json, "before", versions.before(), format, form);
        version(json, "after", versions.after(), format, form);
    }

    private static <T> void version(JsonWriter json, String name, Optional<T> version, WireFormat format, Form<T> form) {
        json.name(name);
        version.ifPresentOrElse(row -> form.write(json, row, format), json::nothing);
    }

    private static <T> List<String> changedFields(Versions<T> versions, WireFormat format, Form<T> form) {
        List<String> changed = new ArrayList<>();
        if (versions.before().isPresent() && versions.after().isPresent()) {
            try (JsonParser was = parser(versions.before().get(), format, form);
                    JsonParser is = parser(versions.after().get(), format, form)) {
                while (was.nextToken() != null && is.nextToken() != null) {
                    if (was.currentToken().isScalarValue() && !was.getString().equals(is.getString())) {
                        changed.add(was.currentName());
                    }
                }
            }
        }
        return changed;
    }

    private static <T> JsonParser parser(T row, WireFormat format, Form<T> form) {
        return READER.createParser(ObjectReadContext.empty(), Json.bytes(json -> form.write(json, row, format)));
    }

    /** Lets a tag stand for all that is written. */
    static void values(EntityTag tag, Change change) {
        tag.number(change.num()).time(change.moment()).text(change.action().name())
                .text(change.author().developerName()).text(change.author().keyName()).text(change.author().requestId());
        values(tag, change.procTP(), ProcTPJson::values);
        values(tag, change.treatPlan(), TreatPlanJson::values);
    }

    private static <T> void values(EntityTag tag, Versions<T> versions, BiConsumer<EntityTag, T> values) {
        for (Optional<T> version : List.of(versions.before(), versions.after())) {
            tag.flag(version.isPresent());
            version.ifPresent(row -> values.accept(tag, row));
        }
    }
}
