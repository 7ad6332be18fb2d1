package proctp.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import proctp.application.IdempotencyKey;
import proctp.application.Page;
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
    private final WireFormat vendors;

    DefinitionsHandlers(HttpSettings settings, Definitions definitions, Bodies bodies, Room room) {
        this.settings = settings;
        this.room = room;
        this.definitions = definitions;
        this.bodies = bodies;
        this.vendors = WireFormat.vendors(settings.zone());
    }

    void list(Context context) {
        QueryParams params = QueryParams.ofList(context, "Category", "includeHidden");
        // there is no date in a definition, but a pattern that cannot be honoured is refused on every GET
        WireFormat format = params.format(settings);
        Page page = params.page(settings.pages());
        List<Definition> found = definitions.list(ApiKeyFilter.caller(context),
                params.number("Category"), params.flag("includeHidden"), page);
        Answers.list(context, room, found, EntityTag.ofList(found, format, DefinitionJson::values), DefinitionJson::write);
        NextPage.tell(context, params, page, found.size());
    }

    void add(Context context) {
        QueryParams.refuseAny(context);
        NewDefinition.Builder wanted = NewDefinition.builder();
        bodies.read(context, DefinitionMembers.NEW, wanted, body -> {
            Optional<IdempotencyKey> key = Posts.key(context, body);
            Posted<Definition> made = definitions.add(ApiKeyFilter.caller(context), wanted.build(), key);
            body.tellIgnored(context);
            Posts.answer(context, made, EntityTag.ofOne(made.value(), vendors, DefinitionJson::values), DefinitionJson::write);
        });
    }
}
