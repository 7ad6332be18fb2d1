package proctp.http;

import io.javalin.http.Context;
import java.util.List;
import proctp.application.port.Definitions;
import proctp.domain.Definition;

/** {@code /definitions} */
final class DefinitionsHandlers {

    private final HttpSettings settings;
    private final Room room;
    private final Definitions definitions;

    DefinitionsHandlers(HttpSettings settings, Definitions definitions, Room room) {
        this.settings = settings;
        this.room = room;
        this.definitions = definitions;
    }

    void list(Context context) {
        QueryParams params = QueryParams.ofList(context, "Category", "includeHidden");
        // there is no date in a definition, but a pattern that cannot be honoured is refused on every GET
        params.format(settings);
        List<Definition> found = definitions.list(ApiKeyFilter.caller(context),
                params.number("Category"), params.flag("includeHidden"), params.page(settings));
        Answers.list(context, room, found, DefinitionJson::write);
    }
}
