package proctp.contract.check;

import java.util.ArrayList;
import java.util.List;

/**
 * The plans that this program saves: those of a patient that are listed with a heading which nobody else gives. What an answer
 * says is not enough to write to a plan, since it may name somebody else's.
 *
 * @param calls   the way to the server
 * @param heading theirs
 * @param patient the number of the patient
 */
record OwnPlans(Calls calls, String heading, long patient) {

    /** Their numbers, as they are listed now. */
    List<Long> found() throws Deviation, Unchecked {
        List<Long> found = new ArrayList<>();
        for (Json plan : calls.send(Request.get("/treatplans?Limit=1000&PatNum=" + patient)).list().items()) {
            if (plan.text("Heading").equals(heading) && plan.number("PatNum") == patient) {
                found.add(plan.number("TreatPlanNum"));
            }
        }
        return found;
    }
}
