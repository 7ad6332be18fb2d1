package proctp.http;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;
import static io.javalin.http.HandlerType.OPTIONS;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import proctp.application.Permission;
import proctp.application.UseCases;
import proctp.domain.Refusal;

/** The whole surface of the API: one line for each thing that a client can do, and what is said to one that does another. */
final class Routes {

    /** Open Dental's own prefix, and none, as the examples of its documentation are written. */
    private static final List<String> PREFIXES = List.of("/api/v1", "");

    /** @param permission what the caller's key must have; empty where nobody needs a key */
    private record Route(HandlerType method, String path, Optional<Permission> permission, Handler handler) {

        Route(HandlerType method, String path, Permission permission, Handler handler) {
            this(method, path, Optional.of(permission), handler);
        }

        /** The name of the number in its path. */
        String number() {
            return path.replaceFirst(".*\\{(\\w+)}", "$1");
        }
    }

    private final List<Route> routes;
    private final Documentation documentation = new Documentation();
    private final ApiKeyFilter apiKeyFilter;
    private final Framing framing;

    Routes(HttpSettings settings, UseCases useCases, Followers followers) {
        Room lists = new Room(settings.limits().held(), "Too many long lists are half taken just now. Try again in a few seconds.");
        Bodies bodies = new Bodies(settings.limits());
        ProcTPsHandlers procTPs = new ProcTPsHandlers(settings, useCases, bodies, lists);
        TreatPlansHandlers treatPlans = new TreatPlansHandlers(settings, useCases.treatPlans(), lists);
        TreatPlanChanges treatPlanChanges = new TreatPlanChanges(settings, useCases, bodies);
        DefinitionsHandlers definitions = new DefinitionsHandlers(settings, useCases.definitions(), bodies, lists);
        apiKeyFilter = new ApiKeyFilter(useCases, settings.throttle());
        ChangesHandlers changes = new ChangesHandlers(settings, useCases.changes(), lists, followers, apiKeyFilter);
        framing = new Framing(settings.limits());
        Stream<Route> withKey = Stream.of(
                new Route(GET, "/proctps", Permission.READ_ALL, procTPs::list),
                new Route(GET, "/proctps/{ProcTPNum}", Permission.READ_ALL, procTPs::read),
                new Route(PUT, "/proctps/{ProcTPNum}", Permission.ALL_OTHERS, procTPs::update),
                new Route(DELETE, "/proctps/{ProcTPNum}", Permission.ALL_OTHERS, procTPs::delete),
                new Route(GET, "/treatplans", Permission.READ_ALL, treatPlans::list),
                // before the number, which would take its name for one
                new Route(POST, "/treatplans/Saved", Permission.ALL_OTHERS, treatPlanChanges::save),
                new Route(GET, "/treatplans/{TreatPlanNum}", Permission.READ_ALL, treatPlans::read),
                new Route(PUT, "/treatplans/{TreatPlanNum}", Permission.ALL_OTHERS, treatPlanChanges::update),
                new Route(DELETE, "/treatplans/{TreatPlanNum}", Permission.ALL_OTHERS, treatPlanChanges::delete),
                new Route(GET, "/definitions", Permission.READ_ALL, definitions::list),
                new Route(POST, "/definitions", Permission.ALL_OTHERS, definitions::add),
                new Route(GET, "/changes", Permission.READ_ALL, changes::read));
        routes = Stream.concat(withKey, documentation.paths().map(path ->
                new Route(GET, path, Optional.empty(), context -> documentation.answer(context, path)))).toList();
    }

    /** Tells the server all of it. */
    void register(RoutesConfig config) {
        config.before(context -> {
            if (!Documentation.isAt(context.path())) {
                LoggedId.during(context, () -> admit(context));
            }
        });
        routes.forEach(route -> {
            add(config, route.method(), route.path(), permitted(route));
            if (route.method() == GET) {
                add(config, HEAD, route.path(), permitted(route));
            }
        });
        // in the order of the routes: of two paths that match, the first takes the request
        routes.stream().collect(groupingBy(Route::path, LinkedHashMap::new, toList())).forEach((path, offered) -> {
            String allow = allowed(offered);
            add(config, OPTIONS, path, context -> {
                Exchange.of(context).route(path);
                Answers.empty(context.header("Allow", allow));
            });
        });
        config.exception(NotFoundResponse.class, (unmatched, context) -> Errors.write(context, notOffered(context)));
        config.exception(Refusal.class, (refusal, context) -> Errors.write(context, refusal));
        config.exception(Exception.class, (failure, context) -> Errors.unexpected(framing, failure, context));
    }

    private void admit(Context context) {
        apiKeyFilter.authenticate(context);
        Exchange.of(context).companion().comes().ifPresent(rate -> KeyRate.refuse(context, rate));
    }

    /** What there is for callers with a key, as {@code GET /proctps}. */
    List<String> offered() {
        return routes.stream().filter(route -> route.permission().isPresent())
                .map(route -> route.method() + " " + route.path()).toList();
    }

    /** Where a client finds that path: below the prefix by which it came. */
    static String address(Context context, String path) {
        return PREFIXES.stream().filter(context.endpoint().path::startsWith).findFirst().orElseThrow() + path;
    }

    private static void add(RoutesConfig config, HandlerType method, String path, Handler handler) {
        PREFIXES.forEach(prefix -> config.addHttpHandler(method, prefix + path, handler));
    }

    private Handler permitted(Route route) {
        List<String> subActions = subActionsBeside(route);
        return context -> {
            Exchange.of(context).route(route.path());
            if (subActions.stream().anyMatch(name -> Ascii.same(name, context.pathParam(route.number())))) {
                throw notOffered(context);
            }
            if (route.permission().filter(needed -> !ApiKeyFilter.may(context, needed)).isPresent()) {
                throw ApiKeyFilter.notAuthorized();
            }
            LoggedId.during(context, () -> route.handler().handle(context));
        };
    }

    /** The sub-actions of the resource, which would be taken for a number where this route's path has one. */
    private List<String> subActionsBeside(Route route) {
        String resource = route.path().replaceFirst("\\{\\w+}", "");
        return routes.stream().map(Route::path)
                .filter(path -> !resource.equals(route.path()) && path.startsWith(resource) && !path.contains("{"))
                .map(path -> path.substring(resource.length()))
                .distinct().toList();
    }

    private static String allowed(List<Route> offered) {
        return offered.stream()
                .flatMap(route -> route.method() == GET ? Stream.of(GET, HEAD) : Stream.of(route.method()))
                .map(HandlerType::name)
                .collect(toCollection(() -> new TreeSet<>(List.of(OPTIONS.name()))))
                .stream().collect(joining(", "));
    }

    /** Why no route takes this request, in the vendor's words (seen on live systems). */
    private Refusal notOffered(Context context) {
        List<String> path = segments(context.path());
        String method = context.method().name();
        if (path.isEmpty()) {
            return new Refusal(Refusal.Kind.RESOURCE_INVALID,
                    "No resource is named. Call /api/v1/treatplans, /api/v1/proctps, /api/v1/definitions or /api/v1/changes.");
        }
        Optional<String> resource = resources().filter(name -> Ascii.same(name, path.get(0))).findFirst();
        if (resource.isEmpty()) {
            return new Refusal(Refusal.Kind.RESOURCE_INVALID, Echo.of(path.get(0)) + " is not a valid resource.");
        }
        Optional<Route> withNumber = path.size() == 1 ? withNumber(resource.get(), method) : Optional.empty();
        if (withNumber.isPresent()) {
            return ApiKeyFilter.may(context, withNumber.get().permission().orElseThrow())
                    ? new Refusal(Refusal.Kind.PARAMETER_REQUIRED, withNumber.get().number() + " is required in the URL.")
                    : ApiKeyFilter.notAuthorized();
        }
        String subAction = path.stream().skip(1).filter(segment -> !segment.matches("-?[0-9]+")).findFirst().orElse("");
        return new Refusal(Refusal.Kind.METHOD_INVALID,
                resource.get() + " " + Echo.of(method) + " " + Echo.of(subAction) + " is not a valid method.");
    }

    /** The route that would take the request if its path named a row. */
    private Optional<Route> withNumber(String resource, String method) {
        return routes.stream()
                .filter(route -> route.method().name().equals(method) && route.path().startsWith("/" + resource + "/{"))
                .findFirst();
    }

    private Stream<String> resources() {
        return routes.stream().map(route -> segments(route.path()).get(0)).distinct();
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList());
        if (segments.size() >= 2 && Ascii.same(segments.get(0), "api") && Ascii.same(segments.get(1), "v1")) {
            return segments.subList(2, segments.size());
        }
        return segments;
    }
}
