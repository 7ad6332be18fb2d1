package proctp.http;

import io.javalin.http.Context;
import java.util.List;
import proctp.application.UseCases;
import proctp.application.port.ProcTPGuard;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlanNum;

/** {@code /proctps} */
final class ProcTPsHandlers {

    private final HttpSettings settings;
    private final Room room;
    private final WireFormat format;
    private final Bodies bodies;
    private final UseCases useCases;

    ProcTPsHandlers(HttpSettings settings, UseCases useCases, Room room) {
        this.settings = settings;
        this.room = room;
        this.format = WireFormat.vendors(settings.zone());
        this.bodies = new Bodies(settings.limits());
        this.useCases = useCases;
    }

    void list(Context context) {
        QueryParams params = QueryParams.ofList(context, "TreatPlanNum");
        TreatPlanNum plan = new TreatPlanNum(params.requiredNumber("TreatPlanNum"));
        WireFormat wanted = params.format(settings);
        List<ProcTP> rows = useCases.listProcTPs().list(ApiKeyFilter.caller(context), plan, params.page(settings));
        Answers.list(context, room, rows, (json, row) -> ProcTPJson.write(json, row, wanted));
    }

    void update(Context context) {
        ProcTPNum num = num(context);
        ProcTPEdit.Builder wanted = ProcTPEdit.builder();
        bodies.read(context, ProcTPMembers.EDITABLE, wanted, body -> {
            ProcTP row = useCases.editProcTP().edit(ApiKeyFilter.caller(context), num, wanted, ProcTPGuard.NONE);
            body.tellIgnored(context);
            Answers.one(context, row, (json, stored) -> ProcTPJson.write(json, stored, format));
        });
    }

    void delete(Context context) {
        useCases.deleteProcTP().delete(ApiKeyFilter.caller(context), num(context), ProcTPGuard.NONE);
        Answers.empty(context);
    }

    private static ProcTPNum num(Context context) {
        QueryParams.refuseAny(context);
        long num = Numbers.parameter("ProcTPNum", context.pathParam("ProcTPNum"));
        Exchange.of(context).number("ProcTPNum", num);
        return new ProcTPNum(num);
    }
}
