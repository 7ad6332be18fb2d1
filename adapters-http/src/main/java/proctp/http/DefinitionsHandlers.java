package proctp.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import proctp.application.IdempotencyKey;
import proctp.application.Posted;
import proctp.application.port.Definitions;
import proctp.domain.Definition;
import proctp.domain.NewDefinition;

/** {@code /definitions} */
final class DefinitionsHandlers {

    private final HttpSettings settings;
    private final Room room;
    private final Definitions definitions;
    private final Bodies bodies;

    DefinitionsHandlers(HttpSettings settings, Definitions definitions, Room room) {
        this.settings = settings;
        this.room = room;
        this.definitions = definitions;
        this.bodies = new Bodies(settings.limits());
    }

    void list(Context context) {
        QueryParams params = QueryParams.ofList(context, "Category", "includeHidden");
        // there is no date in a definition, but a pattern that cannot be honoured is refused on every GET
        params.format(settings);
        List<Definition> found = definitions.list(ApiKeyFilter.caller(context),
                params.number("Category"), params.flag("includeHidden"), params.page(settings));
        Answers.list(context, room, found, DefinitionJson::write);
    }

    void add(Context context) {
        QueryParams.refuseAny(context);
        NewDefinition.Builder wanted = NewDefinition.builder();
        bodies.read(context, DefinitionMembers.NEW, wanted, body -> {
            Optional<IdempotencyKey> key = Posts.key(context, body);
            Posted<Definition> made = definitions.add(ApiKeyFilter.caller(context), wanted.build(), key);
            body.tellIgnored(context);
            Posts.answer(context, made, DefinitionJson::write);
        });
    }
}
