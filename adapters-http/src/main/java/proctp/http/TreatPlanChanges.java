package proctp.http;

import io.javalin.http.Context;
import proctp.application.Posted;
import proctp.application.UseCases;
import proctp.application.port.PlanGuard;
import proctp.domain.NewTreatPlan;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanEdit;
import proctp.domain.TreatPlanNum;

/** {@code /treatplans/Saved} and {@code /treatplans/{TreatPlanNum}}, where they change something. */
final class TreatPlanChanges {

    private final WireFormat format;
    private final Bodies bodies;
    private final UseCases useCases;

    TreatPlanChanges(HttpSettings settings, UseCases useCases, Bodies bodies) {
        this.format = WireFormat.vendors(settings.zone());
        this.bodies = bodies;
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
            Posts.answer(context, saved, tag(saved.value()), this::write);
        });
    }

    void update(Context context) {
        TreatPlanNum num = num(context);
        PlanGuard condition = Preconditions.of(context).onTreatPlan(format);
        TreatPlanEdit.Builder wanted = TreatPlanEdit.builder();
        bodies.read(context, TreatPlanMembers.EDITABLE, wanted, body -> {
            TreatPlan plan = useCases.editTreatPlan().edit(ApiKeyFilter.caller(context), num, wanted, condition);
            body.tellIgnored(context);
            Answers.one(context, plan, tag(plan), this::write);
        });
    }

    void delete(Context context) {
        useCases.deleteTreatPlan().delete(ApiKeyFilter.caller(context), num(context),
                Preconditions.of(context).onTreatPlan(format));
        Answers.empty(context);
    }

    private String tag(TreatPlan plan) {
        return EntityTag.ofOne(plan, format, TreatPlanJson::values);
    }

    private void write(JsonWriter json, TreatPlan plan) {
        TreatPlanJson.write(json, plan, format);
    }

    private static TreatPlanNum num(Context context) {
        QueryParams.refuseAny(context);
        return new TreatPlanNum(Numbers.ofRecord(context, "TreatPlanNum"));
    }
}
