package proctp.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import proctp.application.Page;
import proctp.application.TreatPlanFilter;
import proctp.application.port.TreatPlans;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** {@code /treatplans} */
final class TreatPlansHandlers {

    private final HttpSettings settings;
    private final Room room;
    private final TreatPlans treatPlans;

    TreatPlansHandlers(HttpSettings settings, TreatPlans treatPlans, Room room) {
        this.settings = settings;
        this.room = room;
        this.treatPlans = treatPlans;
    }

    void list(Context context) {
        QueryParams params = QueryParams.ofList(context, "PatNum", "TPStatus", "SecDateTEdit");
        TreatPlanFilter filter = new TreatPlanFilter(
                params.number("PatNum"),
                params.text("TPStatus").map(TreatPlansHandlers::status),
                params.dateTime("SecDateTEdit", settings.zone()));
        WireFormat format = params.format(settings);
        Page page = params.page(settings.pages());
        List<TreatPlan> found = treatPlans.list(ApiKeyFilter.caller(context), filter, page);
        Answers.list(context, room, found, EntityTag.ofList(found, format, TreatPlanJson::values),
                (json, plan) -> TreatPlanJson.write(json, plan, format));
        NextPage.tell(context, params, page, found.size());
    }

    void read(Context context) {
        WireFormat format = QueryParams.ofOne(context).format(settings);
        TreatPlanNum num = new TreatPlanNum(Numbers.ofRecord(context, "TreatPlanNum"));
        TreatPlan found = treatPlans.find(ApiKeyFilter.caller(context), num).orElseThrow(Refusal::treatPlanNotFound);
        Answers.one(context, found, EntityTag.ofOne(found, format, TreatPlanJson::values),
                (json, plan) -> TreatPlanJson.write(json, plan, format));
    }

    private static TreatPlan.Status status(String name) {
        return Arrays.stream(TreatPlan.Status.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Numbers.invalid("TPStatus"));
    }
}
