package proctp.application.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import proctp.application.ApiKey;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.SignedDigest;
import proctp.domain.DefCat;
import proctp.domain.DefNum;
import proctp.domain.Definition;
import proctp.domain.EditStamp;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;
import proctp.domain.TxPriority;

/** Collects the plans, rows and definitions of a sample practice, with the least that has to be said about each. */
final class SampleRows {

    private final ZoneId zone;
    private final List<Definition> definitions = new ArrayList<>();
    private final List<TreatPlan> plans = new ArrayList<>();
    private final List<ProcTP> rows = new ArrayList<>();

    SampleRows(ZoneId zone) {
        this.zone = zone;
    }

    PracticeContents contents(PracticeNum practice, String name, List<ApiKey> keys) {
        return new PracticeContents(practice, name, keys, definitions, plans.stream().map(this::asSigned).toList(), rows);
    }

    /** The plan with its patient's signature, if there is one, on what it holds. */
    private TreatPlan asSigned(TreatPlan plan) {
        if (!plan.isSigned()) {
            return plan;
        }
        List<ProcTP> itsRows = rows.stream().filter(row -> row.treatPlanNum().equals(plan.num()))
                .sorted(Comparator.comparingInt(ProcTP::itemOrder)).toList();
        TreatPlan.Signature patient = plan.patient();
        return plan.signedBy(new TreatPlan.Signature(patient.value(), patient.signed(), patient.text(),
                SignedDigest.of(plan, itsRows)), plan.stamp().secDateTEdit());
    }

    void definition(long num, DefCat category, int itemOrder, String itemName, String itemValue, boolean isHidden) {
        definitions.add(new Definition(new DefNum(num), category.number(), itemOrder, itemName, itemValue, isHidden));
    }

    /** A plan of Insurance type that nobody has signed; {@code dateTP} is {@code ""} for none. */
    void plan(long num, long patNum, TreatPlan.Status status, String dateTP, String heading, String note, String edited) {
        plans.add(new TreatPlan(new TreatPlanNum(num), patNum, date(dateTP), heading, note, false, 0, 0, status,
                stamp(12, edited), 0, TreatPlan.Type.Insurance, TreatPlan.Signature.NONE, TreatPlan.Signature.NONE));
    }

    /** Puts signatures on the plan that was added last. */
    void signed(TreatPlan.Signature patient, TreatPlan.Signature practice) {
        TreatPlan last = plans.remove(plans.size() - 1);
        plans.add(new TreatPlan(last.num(), last.patNum(), last.dateTP(), last.heading(), last.note(), last.sigIsTopaz(),
                last.responsParty(), last.docNum(), last.status(), last.stamp(), last.userNumPresenter(), last.type(),
                patient, practice));
    }

    /** A signature made at a local time such as {@code 2023-05-03T10:15:30}. */
    TreatPlan.Signature signature(String signed, String text) {
        return new TreatPlan.Signature("sample signature", Optional.of(instant(signed)), text);
    }

    /** A row of the plan that was added last, with plain values that {@code vary} changes. */
    void row(long num, int itemOrder, UnaryOperator<Row> vary) {
        TreatPlan plan = plans.get(plans.size() - 1);
        rows.add(vary.apply(new Row(num, itemOrder)).procTP(plan));
    }

    private EditStamp stamp(long user, String edited) {
        LocalDateTime time = LocalDateTime.parse(edited);
        return new EditStamp(user, Optional.of(time.toLocalDate()), time.atZone(zone).toInstant());
    }

    private Instant instant(String localTime) {
        return LocalDateTime.parse(localTime).atZone(zone).toInstant();
    }

    private static Optional<LocalDate> date(String date) {
        return date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
    }

    private static Money money(String amount) {
        return Money.parse(amount).orElseThrow();
    }

    /** The making of one row. */
    final class Row {

        private final long num;
        private final int itemOrder;
        private long procNumOrig;
        private long priority;
        private String toothNumTP = "";
        private String surf = "";
        private String procCode = "";
        private String procAbbr = "";
        private String descript = "";
        private String prognosis = "";
        private String dx = "";
        private Money[] amounts = {Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO};
        private Money feeAllowed = Money.ZERO;
        private Money taxAmt = Money.ZERO;
        private Money catPercUCR = Money.ZERO;
        private EditStamp stamp = stamp(12, "2023-01-24T09:33:46");
        private long provNum = 11;
        private String dateTP = "2022-12-19";
        private long clinicNum = 3;

        private Row(long num, int itemOrder) {
            this.num = num;
            this.itemOrder = itemOrder;
            this.procNumOrig = num + 10_000;
        }

        Row procedure(String code, String abbr, String text) {
            procCode = code;
            procAbbr = abbr;
            descript = text;
            return this;
        }

        Row tooth(String label, String surfaces) {
            toothNumTP = label;
            surf = surfaces;
            return this;
        }

        /** Fee, primary insurance, secondary insurance, patient, discount. */
        Row amounts(String fee, String primary, String secondary, String patient, String discount) {
            amounts = new Money[] {money(fee), money(primary), money(secondary), money(patient), money(discount)};
            catPercUCR = money(fee);
            return this;
        }

        Row feeAllowed(String amount) {
            feeAllowed = money(amount);
            return this;
        }

        Row taxAmt(String amount) {
            taxAmt = money(amount);
            return this;
        }

        Row priority(long defNum) {
            priority = defNum;
            return this;
        }

        Row findings(String diagnosis, String outlook) {
            dx = diagnosis;
            prognosis = outlook;
            return this;
        }

        Row copiedFrom(long procNum) {
            procNumOrig = procNum;
            return this;
        }

        Row entered(long user, String edited) {
            stamp = stamp(user, edited);
            return this;
        }

        /** A row from before the columns of provider, date, clinic and usual fee were there. */
        Row old() {
            provNum = 0;
            dateTP = "";
            clinicNum = 0;
            catPercUCR = Money.ZERO;
            return this;
        }

        private ProcTP procTP(TreatPlan plan) {
            return new ProcTP(new ProcTPNum(num), plan.num(), plan.patNum(), procNumOrig, itemOrder, priority(),
                    toothNumTP, surf, procCode, descript,
                    new ProcTP.Amounts(amounts[0], amounts[1], amounts[2], amounts[3], amounts[4],
                            feeAllowed, taxAmt, catPercUCR),
                    prognosis, dx, procAbbr, stamp, provNum, date(dateTP), clinicNum);
        }

        private TxPriority priority() {
            return definitions.stream()
                    .filter(definition -> definition.num().value() == priority)
                    .map(definition -> new TxPriority(definition.num(), definition.itemName()))
                    .findFirst().orElse(TxPriority.NONE);
        }
    }
}
