package proctp.application.sample;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import proctp.application.Practice;
import proctp.application.PracticeSink;
import proctp.domain.Definition;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;

/**
 * An invented practice of any size, for demonstrations and measurements: the same seed and size give the same practice, down to the
 * last character. It is made up as it is read, so that a large one needs no more memory than a small one.
 *
 * <p>Plans were saved over the years 2019 to 2025, in the order of their numbers; three of them belong to a patient on average. One in
 * 25 is Active or Inactive, and has no rows; the others are Saved, with 1 to 12 rows each, 6.5 on average. Of those, 40 % are
 * signed by the patient, half of these and 5 % more by the practice. Every fee is what the insurances, the patient and the discount
 * come to.
 */
public final class GeneratedOffice {

    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 7);
    private static final long DAYS = 2_500;
    private static final int PLANS_OF_A_PATIENT = 3;
    private static final int ONE_WITHOUT_ROWS_IN = 25;

    private final long seed;
    private final long plans;
    private final ZoneId zone;

    /**
     * Describes the practice; makes nothing yet.
     *
     * @param seed  tells one practice from another
     * @param plans how many plans it has, from 1
     * @param zone  where its times of day are meant
     */
    public GeneratedOffice(long seed, long plans, ZoneId zone) {
        if (plans < 1) {
            throw new IllegalArgumentException("plans " + plans);
        }
        this.seed = seed;
        this.plans = plans;
        this.zone = requireNonNull(zone);
    }

    /** The practice itself. */
    public Practice practice() {
        return new Practice("Willow Street Dental (sample)", plans, plans * GeneratedRows.MOST, GeneratedLists.LAST_NUM);
    }

    /** Its lists, by number. */
    public Stream<Definition> definitions() {
        return Stream.of(GeneratedLists.PRIORITIES, GeneratedLists.DIAGNOSES, GeneratedLists.PROGNOSES).flatMap(list -> list.stream());
    }

    /** Its plans, by number from 1. */
    public Stream<TreatPlan> treatPlans() {
        return made().map(GeneratedPlan::treatPlan);
    }

    /** The rows of its plans, by number, which has gaps, as where rows were deleted. */
    public Stream<ProcTP> procTPs() {
        return made().flatMap(plan -> plan.procTPs().stream());
    }

    /** Puts all of it into a sink. */
    public void show(PracticeSink sink) {
        sink.practice().accept(practice());
        definitions().forEach(sink.definitions());
        treatPlans().forEach(sink.treatPlans());
        procTPs().forEach(sink.procTPs());
    }

    private Stream<GeneratedPlan> made() {
        return LongStream.rangeClosed(1, plans).mapToObj(num -> new GeneratedPlan(this, num));
    }

    long seed() {
        return seed;
    }

    ZoneId zone() {
        return zone;
    }

    /** Plans without rows are worked on all the time, so they are spread over the patients: nobody has two Active ones. */
    TreatPlan.Status status(long plan) {
        if (plan % ONE_WITHOUT_ROWS_IN != 0) {
            return TreatPlan.Status.Saved;
        }
        return plan / ONE_WITHOUT_ROWS_IN % 2 == 1 ? TreatPlan.Status.Active : TreatPlan.Status.Inactive;
    }

    GeneratedPatient patient(long plan) {
        long patients = Math.max(1, plans / PLANS_OF_A_PATIENT);
        return GeneratedPatient.of(seed, status(plan) == TreatPlan.Status.Saved
                ? 1 + new Dice(seed, Dice.PATIENT_OF_PLAN, plan).below(patients)
                : plan / ONE_WITHOUT_ROWS_IN);
    }

    LocalDate day(long plan) {
        return FIRST_DAY.plusDays((plan - 1) * DAYS / plans);
    }

    /** Fees rise by 3 % a year, to whole dollars; in cents. */
    static long fee(Procedure procedure, int year) {
        return procedure.dollars() * (100L + 3L * (year - FIRST_DAY.getYear())) / 100 * 100;
    }
}
