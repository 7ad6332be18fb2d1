package proctp.http;

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
}
