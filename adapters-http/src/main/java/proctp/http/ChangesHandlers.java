package proctp.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.port.Changes;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/** {@code /changes}: in pages, or as a stream of events for whoever asks for one. */
final class ChangesHandlers {

    private static final String AFTER = "After";
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final HttpSettings settings;
    private final Changes changes;
    private final Room room;
    private final Followers followers;
    private final ApiKeyFilter apiKeyFilter;

    ChangesHandlers(HttpSettings settings, Changes changes, Room room, Followers followers, ApiKeyFilter apiKeyFilter) {
        this.settings = settings;
        this.changes = changes;
        this.room = room;
        this.followers = followers;
        this.apiKeyFilter = apiKeyFilter;
    }

    void read(Context context) {
        QueryParams params = QueryParams.ofFeed(context, AFTER, "TreatPlanNum", "PatNum");
        ChangeFilter filter = new ChangeFilter(params.fromZero(AFTER), params.number("TreatPlanNum").map(TreatPlanNum::new),
                params.number("PatNum"), Optional.empty(), Optional.empty());
        WireFormat format = params.format(settings);
        if (wantsStream(Accept.of(context))) {
            follow(context, params, filter, format);
        } else {
            list(context, params, filter, format);
        }
    }

    /** A client that is generated names every type that is described, and would wait for the end of an answer that has none. */
    private static boolean wantsStream(String accept) {
        return Accept.names(accept, EventStream.MEDIA_TYPE) && !Accept.names(accept, "application/json");
    }

    private void list(Context context, QueryParams params, ChangeFilter filter, WireFormat format) {
        int limit = params.limit(settings.pages());
        List<Change> found = changes.list(ApiKeyFilter.caller(context), filter, limit);
        Answers.list(context, room, found, EntityTag.ofList(found, format, ChangeJson::values),
                (json, change) -> ChangeJson.write(json, change, format));
        if (found.size() == limit) {
            NextPage.tell(context, params, AFTER, found.get(limit - 1).num());
        }
    }

    private void follow(Context context, QueryParams params, ChangeFilter filter, WireFormat format) {
        if (params.text(QueryParams.LIMIT).isPresent()) {
            throw new Refusal(Refusal.Kind.PARAMETER_INVALID,
                    "Limit is not valid with Accept: text/event-stream, since a stream has no pages. Leave it out.");
        }
        ChangeFilter behind = lastEventId(context).map(filter::after).orElse(filter);
        if (context.method() == HandlerType.GET) {
            followers.add(new Follower.Wish(ApiKeyFilter.caller(context), apiKeyFilter.anew(context), behind, format), context);
        }
        Exchange.of(context).contentType(EventStream.MEDIA_TYPE + "; charset=utf-8");
    }

    /** The last event that the client has seen, as a browser says it when it comes back; an empty one is none, as it has it. */
    private static Optional<Long> lastEventId(Context context) {
        String id = String.join(",", Collections.list(context.req().getHeaders(LAST_EVENT_ID)));
        Optional<Long> num = Optional.of(id).filter(any -> !any.isEmpty()).map(any -> Numbers.parameter(LAST_EVENT_ID, any));
        if (num.filter(below -> below < 0).isPresent()) {
            throw Numbers.invalid(LAST_EVENT_ID);
        }
        return num;
    }
}
