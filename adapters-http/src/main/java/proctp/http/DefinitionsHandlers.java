package proctp.http;

import io.javalin.http.Context;
import java.util.List;
import proctp.application.Page;
import proctp.application.port.Definitions;
import proctp.domain.Definition;

/** {@code /definitions} */
final class DefinitionsHandlers {

    private final HttpSettings settings;
    private final Definitions definitions;

    DefinitionsHandlers(HttpSettings settings, Definitions definitions) {
        this.settings = settings;
        this.definitions = definitions;
    }

    void list(Context context) {
        QueryParams params = QueryParams.ofList(context, "Category", "includeHidden");
        // there is no date in a definition, but a pattern that cannot be honoured is refused on every GET
        WireFormat format = params.format(settings);
        Page page = params.page(settings.pages());
        List<Definition> found = definitions.list(ApiKeyFilter.caller(context),
                params.number("Category"), params.flag("includeHidden"), page);
        Answers.list(context, found, EntityTag.ofList(found, format, DefinitionJson::values), DefinitionJson::write);
        NextPage.tell(context, params, page, found.size());
    }
}
