package proctp.http;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import proctp.application.FindProcTPs;
import proctp.application.Page;
import proctp.application.ProcTPFilter;
import proctp.application.UseCases;
import proctp.application.port.ProcTPGuard;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/** {@code /proctps} */
final class ProcTPsHandlers {

    /** What spans plans comes in one answer, as far as one can hold it. */
    private static final HttpSettings.Pages OF_MANY_PLANS = new HttpSettings.Pages(10_000, 10_000);

    private final HttpSettings settings;
    private final Room room;
    private final WireFormat format;
    private final Bodies bodies;
    private final UseCases useCases;

    ProcTPsHandlers(HttpSettings settings, UseCases useCases, Bodies bodies, Room room) {
        this.settings = settings;
        this.room = room;
        this.format = WireFormat.vendors(settings.zone());
        this.bodies = bodies;
        this.useCases = useCases;
    }

    void list(Context context) {
        QueryParams params = QueryParams.ofList(context, "TreatPlanNum", "PatNum", "SecDateTEdit");
        ProcTPFilter filter = filter(params);
        WireFormat wanted = params.format(settings);
        Optional<TreatPlanNum> onePlan = onePlan(filter);
        Page page = params.page(onePlan.isPresent() ? settings.pages() : OF_MANY_PLANS);
        List<ProcTP> rows = onePlan
                .map(plan -> useCases.listProcTPs().list(ApiKeyFilter.caller(context), plan, page))
                .orElseGet(() -> find(context, filter, page));
        Answers.list(context, room, rows, EntityTag.ofList(rows, wanted, ProcTPJson::values),
                (json, row) -> ProcTPJson.write(json, row, wanted));
        NextPage.tell(context, params, page, rows.size());
    }

    private ProcTPFilter filter(QueryParams params) {
        ProcTPFilter filter = new ProcTPFilter(
                params.numbers("TreatPlanNum").map(nums -> nums.stream().map(TreatPlanNum::new).collect(toSet())),
                params.number("PatNum"),
                params.dateTime("SecDateTEdit", settings.zone()));
        if (filter.plans().isEmpty() && filter.patNum().isEmpty() && filter.changedAfter().isEmpty()) {
            throw new Refusal(Refusal.Kind.PARAMETER_REQUIRED, "TreatPlanNum is required.");
        }
        return filter;
    }

    /** The one plan whose rows are wanted, as the vendor has it: there, a plan that is not there is refused. */
    private static Optional<TreatPlanNum> onePlan(ProcTPFilter filter) {
        return filter.plans()
                .filter(plans -> plans.size() == 1 && filter.patNum().isEmpty() && filter.changedAfter().isEmpty())
                .map(plans -> plans.iterator().next());
    }

    private List<ProcTP> find(Context context, ProcTPFilter filter, Page page) {
        FindProcTPs.Found found = useCases.findProcTPs().find(ApiKeyFilter.caller(context), filter, page);
        if (!found.missing().isEmpty()) {
            context.header("Not-Found", found.missing().stream().map(TreatPlanNum::value).sorted().map(String::valueOf)
                    .collect(joining(",")));
        }
        return found.rows();
    }

    void read(Context context) {
        WireFormat wanted = QueryParams.ofOne(context).format(settings);
        ProcTPNum num = new ProcTPNum(Numbers.ofRecord(context, "ProcTPNum"));
        ProcTP found = useCases.procTPs().find(ApiKeyFilter.caller(context), num).orElseThrow(Refusal::procTPNotFound);
        Answers.one(context, found, EntityTag.ofOne(found, wanted, ProcTPJson::values),
                (json, row) -> ProcTPJson.write(json, row, wanted));
    }

    void update(Context context) {
        ProcTPNum num = num(context);
        ProcTPGuard condition = Preconditions.of(context).onProcTP(format);
        ProcTPEdit.Builder wanted = ProcTPEdit.builder();
        bodies.read(context, ProcTPMembers.EDITABLE, wanted, body -> {
            ProcTP row = useCases.editProcTP().edit(ApiKeyFilter.caller(context), num, wanted, condition);
            body.tellIgnored(context);
            Answers.one(context, row, EntityTag.ofOne(row, format, ProcTPJson::values),
                    (json, stored) -> ProcTPJson.write(json, stored, format));
        });
    }

    void delete(Context context) {
        ProcTPGuard condition = Preconditions.of(context).onProcTP(format);
        useCases.deleteProcTP().delete(ApiKeyFilter.caller(context), num(context), condition);
        Answers.empty(context);
    }

    private static ProcTPNum num(Context context) {
        QueryParams.refuseAny(context);
        return new ProcTPNum(Numbers.ofRecord(context, "ProcTPNum"));
    }
}
