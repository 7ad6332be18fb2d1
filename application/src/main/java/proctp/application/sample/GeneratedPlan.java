package proctp.application.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import proctp.application.SignedDigest;
import proctp.domain.EditStamp;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlan.Signature;
import proctp.domain.TreatPlanNum;

/** One plan of a generated office, which follows from the seed and the plan's number alone. */
final class GeneratedPlan {

    private static final List<String> HEADINGS = List.of("Proposed Treatment Plan", "Proposed Treatment Plan", "Recall", "Crown",
            "Second opinion", "Phase 1", "Phase 2", "Alternative without implants");
    private static final List<String> NOTES = List.of("", "", "", "Estimates are valid for 90 days.",
            "Estimates only: the insurance decides in the end.", "Discussed with the patient.\nTel. 555-0100 for questions.");
    private static final int USERS = 8;
    private static final int STROKES = 24;

    private final GeneratedOffice office;
    private final long num;
    private final GeneratedPatient patient;
    private final LocalDate day;
    private final Dice dice;
    private final EditStamp stamp;

    GeneratedPlan(GeneratedOffice office, long num) {
        this.office = office;
        this.num = num;
        this.patient = office.patient(num);
        this.day = workingDay(office.day(num));
        this.dice = new Dice(office.seed(), Dice.PLAN, num);
        this.stamp = new EditStamp(dice.between(1, USERS), Optional.of(day), officeHours(day));
    }

    private static LocalDate workingDay(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    private Instant officeHours(LocalDate on) {
        return on.atTime(dice.between(8, 16), dice.between(0, 59), dice.between(0, 59)).atZone(office.zone()).toInstant();
    }

    /** The rows, in order; none of a plan that is not Saved. */
    List<ProcTP> procTPs() {
        return office.status(num) == TreatPlan.Status.Saved
                ? new GeneratedRows(office.seed(), num, patient, day, stamp).procTPs()
                : List.of();
    }

    /** The plan itself, with its signatures. To be asked for once. */
    TreatPlan treatPlan() {
        TreatPlan.Status status = office.status(num);
        boolean isSaved = status == TreatPlan.Status.Saved;
        int signing = dice.between(1, 100);
        boolean patientSigns = isSaved && signing <= 40;
        boolean practiceSigns = isSaved && (signing <= 20 || signing > 95);
        Instant signed = officeHours(workingDay(day.plusDays(dice.between(1, 20))));
        TreatPlan plan = new TreatPlan(new TreatPlanNum(num), patient.num(), isSaved ? Optional.of(day) : Optional.empty(),
                isSaved ? dice.of(HEADINGS) : status + " Treatment Plan", isSaved ? dice.of(NOTES) : "", false,
                dice.percent(30) ? patient.num() : 0, patientSigns ? num : 0, status,
                practiceSigns ? new EditStamp(stamp.secUserNumEntry(), stamp.secDateEntry(), signed) : stamp,
                stamp.secUserNumEntry(), patient.cover() == GeneratedPatient.Cover.DISCOUNT_PLAN ? TreatPlan.Type.Discount : TreatPlan.Type.Insurance,
                Signature.NONE, practiceSigns ? new Signature(pen(), Optional.of(signed), "Dr. Bea Example") : Signature.NONE);
        return patientSigns
                ? plan.signedBy(new Signature(pen(), Optional.of(signed), patient.name(), SignedDigest.of(plan, procTPs())), signed)
                : plan;
    }

    /** Where a pen was, point by point. */
    private String pen() {
        return IntStream.range(0, STROKES).mapToObj(x -> 8 * x + "," + dice.between(0, 60)).collect(Collectors.joining(";"));
    }
}
