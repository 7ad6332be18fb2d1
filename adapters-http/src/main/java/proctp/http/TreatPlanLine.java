package proctp.http;

import java.util.Optional;
import java.util.regex.Pattern;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** A plan as a line: as the API returns it, and what makes a signature one, which the API keeps to itself. */
final class TreatPlanLine {

    /** Stands for what the pen left on a plan of which another API only told that it is signed. */
    static final String SIGNED_ELSEWHERE = "Signed before it came here";

    private static final Pattern DIGEST = Pattern.compile("|[0-9a-f]{64}");

    private TreatPlanLine() {
    }

    static void write(JsonWriter json, TreatPlan plan, WireFormat format) {
        json.startObject();
        TreatPlanJson.writeMembers(json, plan, format);
        json.text("Signature", plan.patient().value());
        json.text("SignaturePractice", plan.practice().value());
        json.text("SignatureDigest", plan.patient().digest());
        json.endObject();
    }

    static TreatPlan read(LineObject object, LineStamp stamp) {
        TreatPlan plan = new TreatPlan(
                new TreatPlanNum(object.ownNum("TreatPlanNum")),
                object.num("PatNum"),
                object.date("DateTP"),
                object.text("Heading", TreatPlan.LONGEST_TEXT),
                object.text("Note", TreatPlan.LONGEST_NOTE),
                object.flag("SigIsTopaz").orElse(false),
                object.whole("ResponsParty", 0),
                object.whole("DocNum", 0),
                object.oneOf("TPStatus", TreatPlan.Status.values(), TreatPlan.Status.Saved),
                stamp.of(object),
                object.whole("UserNumPresenter", 0),
                object.oneOf("TPType", TreatPlan.Type.values(), TreatPlan.Type.Insurance),
                new TreatPlan.Signature(signature(object, "Signature", "isSigned"),
                        object.dateTime("DateTSigned", stamp.format()),
                        object.text("SignatureText", TreatPlan.LONGEST_TEXT), digest(object)),
                new TreatPlan.Signature(signature(object, "SignaturePractice", "isSignedPractice"),
                        object.dateTime("DateTPracticeSigned", stamp.format()),
                        object.text("SignaturePracticeText", TreatPlan.LONGEST_TEXT)));
        if (!plan.isSigned() && !plan.patient().digest().isEmpty()) {
            object.faults().invalid("SignatureDigest", "belongs to a signature, and the plan has none.");
        }
        object.faults().throwIfAny();
        return plan;
    }

    private static String signature(LineObject object, String member, String isSigned) {
        String signature = object.text(member, TreatPlan.LONGEST_NOTE);
        Optional<Boolean> said = object.flag(isSigned);
        if (said.equals(Optional.of(false)) && !signature.isEmpty()) {
            object.faults().invalid(isSigned, "is \"false\", but there is a " + member + ".");
        }
        return said.orElse(false) && signature.isEmpty() ? SIGNED_ELSEWHERE : signature;
    }

    private static String digest(LineObject object) {
        String digest = object.text("SignatureDigest");
        if (!DIGEST.matcher(digest).matches()) {
            object.faults().invalid("SignatureDigest", "must be 64 lower-case hexadecimal digits.");
        }
        return digest;
    }
}
