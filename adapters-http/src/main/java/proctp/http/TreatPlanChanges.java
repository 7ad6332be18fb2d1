package proctp.http;

import io.javalin.http.Context;
import proctp.application.Posted;
import proctp.application.UseCases;
import proctp.application.port.PlanGuard;
import proctp.domain.NewTreatPlan;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanEdit;
import proctp.domain.TreatPlanNum;
import tools.jackson.core.JsonGenerator;

/** {@code /treatplans/Saved} and {@code /treatplans/{TreatPlanNum}}, where they change something. */
final class TreatPlanChanges {

    private final WireFormat format;
    private final Bodies bodies;
    private final UseCases useCases;

    TreatPlanChanges(HttpSettings settings, UseCases useCases) {
        this.format = WireFormat.vendors(settings.zone());
        this.bodies = new Bodies(settings.limits());
        this.useCases = useCases;
    }

    void save(Context context) {
        QueryParams.refuseAny(context);
        NewTreatPlan.Builder wanted = NewTreatPlan.builder();
        bodies.read(context, TreatPlanMembers.NEW, wanted, body -> {
            Posted<TreatPlan> saved = useCases.saveTreatPlan().save(
                    ApiKeyFilter.caller(context), wanted, Posts.key(context, body));
            Exchange.of(context).number("TreatPlanNum", saved.value().num().value());
            Exchange.of(context).number("PatNum", saved.value().patNum());
            body.tellIgnored(context);
            context.header("Location", Routes.address(context, "/treatplans/" + saved.value().num().value()));
            Posts.answer(context, saved, this::write);
        });
    }

    void update(Context context) {
        TreatPlanNum num = num(context);
        TreatPlanEdit.Builder wanted = TreatPlanEdit.builder();
        bodies.read(context, TreatPlanMembers.EDITABLE, wanted, body -> {
            TreatPlan plan = useCases.editTreatPlan().edit(ApiKeyFilter.caller(context), num, wanted, PlanGuard.NONE);
            body.tellIgnored(context);
            Answers.one(context, plan, this::write);
        });
    }

    void delete(Context context) {
        useCases.deleteTreatPlan().delete(ApiKeyFilter.caller(context), num(context), PlanGuard.NONE);
        Answers.empty(context);
    }

    private void write(JsonGenerator json, TreatPlan plan) {
        TreatPlanJson.write(json, plan, format);
    }

    private static TreatPlanNum num(Context context) {
        QueryParams.refuseAny(context);
        long num = Numbers.parameter("TreatPlanNum", context.pathParam("TreatPlanNum"));
        Exchange.of(context).number("TreatPlanNum", num);
        return new TreatPlanNum(num);
    }
}
