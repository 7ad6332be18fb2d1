package proctp.http;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import proctp.application.TreatPlanFilter;
import proctp.application.port.TreatPlans;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/** {@code /treatplans} */
final class TreatPlansHandlers {

    /** The years are those of .NET: there is no year 0. */
    private static final Pattern DATE_TIME =
            Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}");

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
                params.text("SecDateTEdit").map(this::dateTime));
        WireFormat format = params.format(settings);
        List<TreatPlan> found = treatPlans.list(ApiKeyFilter.caller(context), filter, params.page(settings));
        Answers.list(context, room, found, (json, plan) -> TreatPlanJson.write(json, plan, format));
    }

    private static TreatPlan.Status status(String name) {
        return Arrays.stream(TreatPlan.Status.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Numbers.invalid("TPStatus"));
    }

    private Instant dateTime(String text) {
        try {
            if (DATE_TIME.matcher(text).matches()) {
                return instant(LocalDateTime.parse(text.replace(' ', 'T')));
            }
        } catch (DateTimeException noSuchDay) {
            // refused below, like any other text that names no time
        }
        throw new Refusal(Refusal.Kind.PARAMETER_INVALID, "SecDateTEdit format must be yyyy-MM-dd HH:mm:ss.");
    }

    /** A time that the clocks skipped is the moment when they did, so that an earlier time never means a later moment. */
    private Instant instant(LocalDateTime local) {
        ZoneOffsetTransition transition = settings.zone().getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(settings.zone()).toInstant();
    }
}
