package proctp.http;

import java.util.List;
import proctp.domain.TreatPlan;

/** Writes a TreatPlan: the vendor's members in its order. What the pen left is never written. */
final class TreatPlanJson {

    private TreatPlanJson() {
    }

    static void write(JsonWriter json, TreatPlan plan, WireFormat format) {
        json.startObject();
        writeMembers(json, plan, format);
        json.endObject();
    }

    static void writeMembers(JsonWriter json, TreatPlan plan, WireFormat format) {
        json.number("TreatPlanNum", plan.num().value());
        json.number("PatNum", plan.patNum());
        json.text("DateTP", format.date(plan.dateTP()));
        json.text("Heading", plan.heading());
        json.text("Note", plan.note());
        json.text("SigIsTopaz", WireFormat.bool(plan.sigIsTopaz()));
        json.number("ResponsParty", plan.responsParty());
        json.number("DocNum", plan.docNum());
        json.text("TPStatus", plan.status().name());
        json.number("SecUserNumEntry", plan.stamp().secUserNumEntry());
        json.text("SecDateEntry", format.date(plan.stamp().secDateEntry()));
        json.text("SecDateTEdit", format.dateTime(plan.stamp().secDateTEdit()));
        json.number("UserNumPresenter", plan.userNumPresenter());
        json.text("TPType", plan.type().name());
        json.text("DateTSigned", format.dateTime(plan.patient().signed()));
        json.text("DateTPracticeSigned", format.dateTime(plan.practice().signed()));
        json.text("SignatureText", plan.patient().text());
        json.text("SignaturePracticeText", plan.practice().text());
        json.text("isSigned", WireFormat.bool(plan.isSigned()));
        json.text("isSignedPractice", WireFormat.bool(plan.practice().isPresent()));
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
