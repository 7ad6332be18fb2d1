package example.jsonfile;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.databind.json.JsonMapper;

/** How records are written as JSON: by their components, and not by what else can be asked of them. */
final class Records {

    private Records() {
    }

    static JsonMapper mapper() {
        return JsonMapper.builder()
                .changeDefaultVisibility(checker -> checker.withIsGetterVisibility(Visibility.NONE).withGetterVisibility(Visibility.NONE))
                .build();
    }
}
