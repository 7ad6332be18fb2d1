package proctp.http;

import java.util.List;
import proctp.domain.TreatPlan;
import tools.jackson.core.JsonGenerator;

/** Writes a TreatPlan: the vendor's members in its order. What the pen left is never written. */
final class TreatPlanJson {

    private TreatPlanJson() {
    }

    static void write(JsonGenerator json, TreatPlan plan, WireFormat format) {
        json.writeStartObject();
        writeMembers(json, plan, format);
        json.writeEndObject();
    }

    static void writeMembers(JsonGenerator json, TreatPlan plan, WireFormat format) {
        json.writeNumberProperty("TreatPlanNum", plan.num().value());
        json.writeNumberProperty("PatNum", plan.patNum());
        json.writeStringProperty("DateTP", format.date(plan.dateTP()));
        json.writeStringProperty("Heading", plan.heading());
        json.writeStringProperty("Note", plan.note());
        json.writeStringProperty("SigIsTopaz", WireFormat.bool(plan.sigIsTopaz()));
        json.writeNumberProperty("ResponsParty", plan.responsParty());
        json.writeNumberProperty("DocNum", plan.docNum());
        json.writeStringProperty("TPStatus", plan.status().name());
        json.writeNumberProperty("SecUserNumEntry", plan.stamp().secUserNumEntry());
        json.writeStringProperty("SecDateEntry", format.date(plan.stamp().secDateEntry()));
        json.writeStringProperty("SecDateTEdit", format.dateTime(plan.stamp().secDateTEdit()));
        json.writeNumberProperty("UserNumPresenter", plan.userNumPresenter());
        json.writeStringProperty("TPType", plan.type().name());
        json.writeStringProperty("DateTSigned", format.dateTime(plan.patient().signed()));
        json.writeStringProperty("DateTPracticeSigned", format.dateTime(plan.practice().signed()));
        json.writeStringProperty("SignatureText", plan.patient().text());
        json.writeStringProperty("SignaturePracticeText", plan.practice().text());
        json.writeStringProperty("isSigned", WireFormat.bool(plan.isSigned()));
        json.writeStringProperty("isSignedPractice", WireFormat.bool(plan.practice().isPresent()));
    }

    /** Lets a tag stand for all that is written. */
    static void values(EntityTag tag, TreatPlan plan) {
        tag.number(plan.num().value()).number(plan.patNum()).date(plan.dateTP()).text(plan.heading()).text(plan.note())
                .flag(plan.sigIsTopaz()).number(plan.responsParty()).number(plan.docNum()).text(plan.status().name())
                .number(plan.stamp().secUserNumEntry()).date(plan.stamp().secDateEntry()).time(plan.stamp().secDateTEdit())
                .number(plan.userNumPresenter()).text(plan.type().name());
        for (TreatPlan.Signature signature : List.of(plan.patient(), plan.practice())) {
            tag.time(signature.signed()).text(signature.text()).flag(signature.isPresent());
        }
    }
}
