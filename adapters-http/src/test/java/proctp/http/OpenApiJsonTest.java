package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The API's description is written in YAML and served as JSON, too, which is kept with the sources, so that the service reads no
 * YAML. Run with {@code -Dproctp.regenerate=true} after a change of the one to write the other anew.
 */
class OpenApiJsonTest {

    private static final Path WRITTEN = Path.of("..", "docs", "openapi.yaml");
    private static final Path KEPT = Path.of("src", "main", "resources", "proctp", "http", "openapi.json");

    @Test
    void X10_the_kept_json_says_what_the_yaml_says() throws IOException {
        byte[] fresh = YamlDocument.json(Files.readAllBytes(WRITTEN));
        if (Boolean.getBoolean("proctp.regenerate")) {
            Files.write(KEPT, fresh);
        }

        assertThat(KEPT).hasBinaryContent(fresh);
    }
}
