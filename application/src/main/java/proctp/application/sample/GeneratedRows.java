package proctp.application.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import proctp.domain.Definition;
import proctp.domain.EditStamp;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlanNum;
import proctp.domain.TxPriority;

/** The rows of one Saved plan of a generated office. */
final class GeneratedRows {

    /** Rows of a plan at most. */
    static final int MOST = 12;

    private static final int TEETH = 32;
    private static final List<String> FRONT_SURFACES = List.of("M", "D", "F", "L", "MF", "DF", "ML", "MIFL");
    private static final List<String> BACK_SURFACES = List.of("O", "O", "MO", "DO", "B", "L", "MOD", "MODB");
    private static final List<String> QUADRANTS = List.of("UR", "UL", "LR", "LL");

    private final long plan;
    private final GeneratedPatient patient;
    private final LocalDate day;
    private final EditStamp stamp;
    private final Dice dice;

    GeneratedRows(long seed, long plan, GeneratedPatient patient, LocalDate day, EditStamp stamp) {
        this.plan = plan;
        this.patient = patient;
        this.day = day;
        this.stamp = stamp;
        this.dice = new Dice(seed, Dice.ROWS, plan);
    }

    /** All of them, the most urgent first. To be asked for once. */
    List<ProcTP> procTPs() {
        int[] priorities = IntStream.range(0, dice.between(1, MOST / 2) + dice.between(0, MOST / 2))
                .map(row -> dice.between(0, GeneratedLists.PRIORITIES.size())).sorted().toArray();
        List<ProcTP> rows = new ArrayList<>();
        long left = patient.yearlyLimit();
        for (int priority : priorities) {
            ProcTP row = row(rows.size(), priority, left);
            left -= GeneratedPatient.paid(row.amounts());
            rows.add(row);
        }
        return rows;
    }

    private ProcTP row(int itemOrder, int priority, long left) {
        Procedure procedure = dice.of(Procedure.OFFERED);
        long num = (plan - 1) * MOST + itemOrder + 1;
        boolean isOfTeeth = procedure.place() == Procedure.Place.TOOTH || procedure.place() == Procedure.Place.SURFACES;
        int tooth = dice.between(1, TEETH);
        return new ProcTP(new ProcTPNum(num), new TreatPlanNum(plan), patient.num(), num + 10_000, itemOrder, priority(priority),
                isOfTeeth ? String.valueOf(tooth) : "", surf(procedure.place(), tooth), procedure.code(), procedure.descript(),
                patient.amounts(procedure, GeneratedOffice.fee(procedure, day.getYear()), left),
                dice.percent(30) ? dice.of(GeneratedLists.PROGNOSES).itemName() : "",
                isOfTeeth && dice.percent(60) ? dice.of(GeneratedLists.DIAGNOSES).itemValue() : "", procedure.abbr(), stamp,
                patient.provNum(), Optional.of(day), patient.clinicNum());
    }

    /** The last number stands for no priority. */
    private static TxPriority priority(int index) {
        if (index == GeneratedLists.PRIORITIES.size()) {
            return TxPriority.NONE;
        }
        Definition priority = GeneratedLists.PRIORITIES.get(index);
        return new TxPriority(priority.num(), priority.itemName());
    }

    private String surf(Procedure.Place place, int tooth) {
        // teeth are numbered from 1 to 16 in the upper jaw and on to 32 in the lower, with the front teeth in the middle
        boolean isFront = (tooth - 1) % 16 >= 5 && (tooth - 1) % 16 <= 10;
        return switch (place) {
            case MOUTH, TOOTH -> "";
            case QUADRANT -> dice.of(QUADRANTS);
            case SURFACES -> dice.of(isFront ? FRONT_SURFACES : BACK_SURFACES);
        };
    }
}
