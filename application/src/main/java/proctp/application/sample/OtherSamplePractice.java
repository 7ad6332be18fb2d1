package proctp.application.sample;

import static proctp.domain.TreatPlan.Status.Active;
import static proctp.domain.TreatPlan.Status.Saved;

import java.time.ZoneId;
import java.util.List;
import proctp.application.ApiKey;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.domain.DefCat;
import proctp.domain.TreatPlan;

/** Practice 2 of the sample: numbers of practice 1 with other contents, and numbers that practice 1 does not have. */
final class OtherSamplePractice {

    private final SampleRows office;

    OtherSamplePractice(ZoneId zone) {
        office = new SampleRows(zone);
    }

    PracticeContents contents(PracticeNum practice, String name, List<ApiKey> keys) {
        definitions();
        plansOfTheSameNumbers();
        plansOfItsOwn();
        return office.contents(practice, name, keys);
    }

    private void definitions() {
        office.definition(1, DefCat.TX_PRIORITIES, 0, "At once", "", false);
        office.definition(2, DefCat.TX_PRIORITIES, 1, "Can wait", "", false);
        office.definition(5001, DefCat.TX_PRIORITIES, 2, "Some day", "", false);
        office.definition(5021, DefCat.DIAGNOSIS, 0, "Erosion", "E1", false);
    }

    private void plansOfTheSameNumbers() {
        office.plan(963, 8722, Saved, "2024-01-10", "Bridge", "", "2024-01-10T14:00:00");
        row(976, 0, "Bridge, three units", 1);
        row(977, 1, "Temporary bridge", 2);
        office.plan(1, 8040, Saved, "2024-01-11", "Whitening", "", "2024-01-11T14:00:00");
        row(1, 0, "Whitening, both arches", 0);
        office.plan(120, 8415, Saved, "2024-01-12", "Check-up", "", "2024-01-12T14:00:00");
        row(293, 0, "Panoramic image", 0);
        office.plan(970, 8731, Saved, "2024-01-13", "Implant", "", "2024-01-13T14:00:00");
        office.signed(office.signature("2024-01-13T14:00:00", "Cleo Example"), TreatPlan.Signature.NONE);
        row(1001, 0, "Implant body", 1);
        office.plan(971, 8732, Saved, "2024-01-14", "Implant", "", "2024-01-14T14:00:00");
        row(1011, 0, "Implant crown", 2);
        office.plan(980, 8722, Active, "", "Active Treatment Plan", "", "2024-01-15T14:00:00");
    }

    private void plansOfItsOwn() {
        office.plan(5963, 8800, Saved, "2024-02-01", "Dentures", "", "2024-02-01T09:00:00");
        row(5976, 0, "Upper denture", 5001);
        row(5977, 1, "Lower denture", 0);
        office.plan(5980, 8800, Active, "", "Active Treatment Plan", "", "2024-02-02T09:00:00");
    }

    private void row(long num, int itemOrder, String descript, long priority) {
        office.row(num, itemOrder, row -> row.priority(priority).procedure("H" + num, "H", descript)
                .amounts("300", "100", "50", "125", "25").entered(7, "2024-01-10T14:00:00"));
    }
}
