package proctp.application.sample;

import static proctp.domain.TreatPlan.Status.Active;
import static proctp.domain.TreatPlan.Status.Inactive;
import static proctp.domain.TreatPlan.Status.Saved;

import java.time.ZoneId;
import java.util.List;
import proctp.application.ApiKey;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.domain.DefCat;
import proctp.domain.TreatPlan;

/** Practice 1 of the sample: the vendor's examples, and every kind of plan and row. */
final class SamplePractice {

    private final SampleRows office;

    SamplePractice(ZoneId zone) {
        office = new SampleRows(zone);
    }

    PracticeContents contents(PracticeNum practice, String name, List<ApiKey> keys) {
        definitions();
        vendorsListExample();
        vendorsUpdateExample();
        vendorsDeleteExample();
        unusualRows();
        signedPlans();
        plansWithoutRows();
        longPlan();
        return office.contents(practice, name, keys);
    }

    private void definitions() {
        office.definition(1, DefCat.TX_PRIORITIES, 0, "High", "", false);
        office.definition(2, DefCat.TX_PRIORITIES, 1, "Medium", "", false);
        office.definition(3, DefCat.TX_PRIORITIES, 2, "Low", "", true);
        office.definition(21, DefCat.DIAGNOSIS, 0, "Caries", "D1", false);
        office.definition(22, DefCat.DIAGNOSIS, 1, "Fracture", "D2", false);
        office.definition(31, DefCat.PROGNOSIS, 0, "Good", "", false);
        office.definition(32, DefCat.PROGNOSIS, 1, "Guarded", "", false);
        office.definition(33, DefCat.PROGNOSIS, 2, "Hopeless", "", true);
    }

    private void vendorsListExample() {
        office.plan(963, 722, Saved, "2023-01-24", "Proposed Treatment Plan", "", "2023-01-24T09:33:46");
        office.row(976, 0, row -> row.copiedFrom(1154).tooth("13", "MOD")
                .procedure("D2393", "C3 (P)", "resin-based composite - three surfaces, posterior")
                .amounts("204", "80", "0", "70", "54"));
        office.row(977, 1, row -> row.copiedFrom(1167)
                .procedure("D0140", "LimEx", "Limited Exam")
                .amounts("57", "57", "0", "0", "0"));
    }

    private void vendorsUpdateExample() {
        office.plan(1, 2040, Saved, "2022-09-29", "Recall", "", "2022-09-29T11:45:57");
        office.row(1, 0, row -> row.copiedFrom(10052).entered(0, "2022-09-29T11:45:57")
                .procedure("D1110", "Pro", "Prophy- Adult")
                .amounts("72", "72", "0", "0", "0").old());
    }

    private void vendorsDeleteExample() {
        office.plan(120, 415, Saved, "2023-02-10", "Cleaning and X-rays", "", "2023-02-10T08:00:00");
        office.row(292, 0, row -> row.procedure("S0001", "Clean", "Cleaning").amounts("95", "76", "0", "19", "0"));
        office.row(293, 1, row -> row.procedure("S0002", "BW2", "Two bitewing images").amounts("44", "44", "0", "0", "0"));
        office.row(294, 2, row -> row.procedure("S0003", "Exam", "Periodic examination").amounts("50", "50", "0", "0", "0"));
    }

    private void unusualRows() {
        office.plan(964, 722, Saved, "2023-03-01", "Behandlung für Zoë, 治療計画", "Näheres mündlich.\nTel. 555-0100",
                "2023-03-01T16:20:00");
        office.row(981, 0, row -> row.priority(1).tooth("36", "OK").findings("D1", "Good")
                .procedure("S0101", "Füllung", "Füllung, zweiflächig: Café-au-lait, 樹脂, 🦷")
                .amounts("180.25", "90.25", "0.5", "81.75", "7.75").feeAllowed("-1"));
        office.row(982, 1, row -> row.priority(2).tooth("UR", "UR")
                .procedure("S0102", "Root", "Root planing").amounts("240", "120", "60", "60", "0").taxAmt("4.8125"));
        office.row(983, 2, row -> row.priority(3).findings("D2", "Hopeless").feeAllowed("155.0001")
                .procedure("S0103", "Extr", "Extraction").amounts("155", "77.5", "0", "77.5", "0").old());
        office.row(984, 5, row -> row.procedure("S0104", "Rehab", "Full rehabilitation, both jaws")
                .amounts("99999999999.9999", "12345678.9", "10000000", "-0.0001", "-99999999999.9999"));
    }

    private void signedPlans() {
        TreatPlan.Signature nobody = TreatPlan.Signature.NONE;
        office.plan(970, 731, Saved, "2023-04-04", "Crown", "Valid for 90 days.", "2023-04-05T09:00:00");
        office.signed(office.signature("2023-04-05T09:00:00", "Ada Example"), nobody);
        crown(1001);
        office.plan(971, 732, Saved, "2023-04-06", "Crown", "Valid for 90 days.", "2023-04-06T12:30:00");
        office.signed(nobody, office.signature("2023-04-06T12:30:00", "Dr. Bea Example"));
        crown(1011);
    }

    private void crown(long first) {
        office.row(first, 0, row -> row.priority(1).tooth("14", "").procedure("S0201", "Crn", "Crown, ceramic")
                .amounts("1100", "550", "0", "495", "55"));
        office.row(first + 1, 1, row -> row.priority(1).tooth("14", "").procedure("S0202", "BU", "Core build-up")
                .amounts("230", "115", "0", "103.5", "11.5"));
        office.row(first + 2, 2, row -> row.priority(2).procedure("S0203", "Guard", "Night guard")
                .amounts("410", "0", "0", "410", "0"));
    }

    private void plansWithoutRows() {
        office.plan(972, 733, Saved, "2023-04-07", "Nothing proposed", "", "2023-04-07T10:00:00");
        office.plan(980, 722, Active, "", "Active Treatment Plan", "", "2023-05-01T10:00:00");
        office.plan(981, 722, Inactive, "", "Inactive Treatment Plan", "", "2023-05-02T10:00:00");
    }

    private void longPlan() {
        office.plan(990, 740, Saved, "2023-06-01", "Everything", "", "2023-06-01T10:00:00");
        for (int i = 0; i < 250; i++) {
            String place = String.valueOf(i + 1);
            // numbers run against the order, so that a list which forgets the order is seen
            office.row(2250 - i, i, row -> row.tooth(place, "").procedure("S0301", "Seal", "Sealant " + place)
                    .amounts("48", "38.4", "0", "9.6", "0"));
        }
    }
}
